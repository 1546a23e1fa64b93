--liquibase formatted sql

--changeset tongxin:reading-book
create table cell.reading_book (
    tenant_id       uuid        not null default current_setting('app.tenant_id')::uuid,
    id              uuid        not null,
    version         integer     not null,
    status          text        not null,
    shelf           text,
    title           text        not null,
    author          text        not null,
    publisher       text        not null,
    isbn            text        not null,
    summary         text        not null,
    tags            text[]      not null,
    cover_id        uuid,
    link            text,
    file_id         uuid,
    licensor        text,
    reason          text        not null,
    recommender_id  uuid        not null,
    declined_reason text,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    primary key (tenant_id, id),
    constraint reading_book_recommender foreign key (tenant_id, recommender_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_book_cover foreign key (tenant_id, cover_id) references cell.stored_file (tenant_id, id) on delete restrict,
    constraint reading_book_file foreign key (tenant_id, file_id) references cell.stored_file (tenant_id, id) on delete restrict,
    constraint reading_book_status_is_known check (status in ('RECOMMENDED', 'REVIEWED', 'LISTED', 'DECLINED')),
    constraint reading_book_shelf_is_known check (shelf in ('COMMON', 'FEATURED')),
    constraint reading_book_stands_on_a_shelf_once_listed check ((status = 'LISTED') = (shelf is not null)),
    constraint reading_book_is_declined_for_a_reason check ((status = 'DECLINED') = (declined_reason is not null)),
    constraint reading_book_isbn_is_whole check (isbn = '' or isbn ~ '^97[89][0-9]{10}$'),
    constraint reading_book_file_is_licensed check (file_id is null or licensor is not null)
);
create unique index reading_book_isbn_is_unique on cell.reading_book (tenant_id, isbn) where isbn <> '';
create index reading_book_in_order on cell.reading_book (tenant_id, created_at, id);
create index reading_book_by_status on cell.reading_book (tenant_id, status, created_at, id);
create index reading_book_by_recommender on cell.reading_book (tenant_id, recommender_id, created_at, id);
create index reading_book_by_cover on cell.reading_book (tenant_id, cover_id);
create index reading_book_by_file on cell.reading_book (tenant_id, file_id);
alter table cell.reading_book enable row level security;
alter table cell.reading_book force row level security;
create policy tenant on cell.reading_book using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.reading_book to app_rw;
grant select on cell.reading_book to app_job;
comment on table cell.reading_book is 'A book that somebody recommends and the programme office lists: its cover, a note and a link. The book itself only by licence, whose owner is named.';

--changeset tongxin:reading-group-book
create table cell.reading_group_book (
    tenant_id uuid     not null default current_setting('app.tenant_id')::uuid,
    group_id  uuid     not null,
    place     smallint not null,
    book_id   uuid     not null,
    primary key (tenant_id, group_id, place),
    constraint reading_group_book_is_named_once unique (tenant_id, group_id, book_id),
    constraint reading_group_book_group foreign key (tenant_id, group_id) references cell.reading_group (tenant_id, id) on delete cascade,
    constraint reading_group_book_book foreign key (tenant_id, book_id) references cell.reading_book (tenant_id, id) on delete restrict,
    constraint reading_group_book_is_one_of_ten check (place between 1 and 10)
);
create index reading_group_book_by_book on cell.reading_group_book (tenant_id, book_id);
alter table cell.reading_group_book enable row level security;
alter table cell.reading_group_book force row level security;
create policy tenant on cell.reading_group_book using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.reading_group_book to app_rw;
grant select on cell.reading_group_book to app_job;
comment on table cell.reading_group_book is 'The listed books that a group reads, in their order. A book that is only proposed stands in the group''s own text.';

--changeset tongxin:reading-book-note
create table cell.reading_book_note (
    tenant_id     uuid        not null default current_setting('app.tenant_id')::uuid,
    id            uuid        not null,
    book_id       uuid        not null,
    seat_id       uuid        not null,
    text          text        not null,
    hidden_reason text,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (tenant_id, id),
    constraint reading_book_note_is_one_a_reader unique (tenant_id, book_id, seat_id),
    constraint reading_book_note_book foreign key (tenant_id, book_id) references cell.reading_book (tenant_id, id) on delete cascade,
    constraint reading_book_note_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_book_note_is_not_too_long check (char_length(text) <= 2000)
);
create index reading_book_note_in_order on cell.reading_book_note (tenant_id, book_id, created_at, id);
create index reading_book_note_by_seat on cell.reading_book_note (tenant_id, seat_id, id);
alter table cell.reading_book_note enable row level security;
alter table cell.reading_book_note force row level security;
create policy tenant on cell.reading_book_note using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.reading_book_note to app_rw;
grant select on cell.reading_book_note to app_job;
comment on table cell.reading_book_note is 'What a reader says of a book, one note each; the office may hide one for a reason.';

--changeset tongxin:reading-progress
create table cell.reading_progress (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    book_id    uuid        not null,
    seat_id    uuid        not null,
    page       integer,
    percent    integer,
    updated_at timestamptz not null,
    primary key (tenant_id, book_id, seat_id),
    constraint reading_progress_book foreign key (tenant_id, book_id) references cell.reading_book (tenant_id, id) on delete cascade,
    constraint reading_progress_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete cascade,
    constraint reading_progress_is_a_page_or_a_share check (num_nonnulls(page, percent) = 1),
    constraint reading_progress_page_is_counted check (page between 1 and 100000),
    constraint reading_progress_share_is_of_a_hundred check (percent between 0 and 100)
);
create index reading_progress_by_seat on cell.reading_progress (tenant_id, seat_id);
alter table cell.reading_progress enable row level security;
alter table cell.reading_progress force row level security;
create policy tenant on cell.reading_progress using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.reading_progress to app_rw;
comment on table cell.reading_progress is 'How far somebody has read, for himself alone: no list, figure, export or history ever reads it.';
