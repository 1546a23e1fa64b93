--liquibase formatted sql

--changeset tongxin:reading-group
create table cell.reading_group (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    id           uuid        not null,
    version      integer     not null,
    status       text        not null,
    theme        text        not null,
    book         text        not null,
    introduction text        not null,
    starts_on    date        not null,
    ends_on      date        not null,
    visibility   text        not null,
    capacity     integer,
    owner_id     uuid        not null,
    creator_id   uuid        not null,
    opened_on    date,
    closed_on    date,
    imported     boolean     not null default false,
    import_ref   text,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    primary key (tenant_id, id),
    constraint reading_group_owner foreign key (tenant_id, owner_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_group_creator foreign key (tenant_id, creator_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_group_import_ref_is_unique unique (tenant_id, import_ref),
    constraint reading_group_status_is_known check (status in ('DRAFT', 'ACTIVE', 'CLOSED')),
    constraint reading_group_visibility_is_known check (visibility in ('MEMBERS', 'GUESTS', 'INVITED')),
    constraint reading_group_ends_after_it_starts check (ends_on >= starts_on),
    constraint reading_group_has_room check (capacity >= 2),
    constraint reading_group_is_opened_once_active check ((status = 'DRAFT') = (opened_on is null)),
    constraint reading_group_is_closed_with_a_day check ((status = 'CLOSED') = (closed_on is not null)),
    constraint reading_group_closes_after_it_opened check (closed_on >= opened_on),
    constraint reading_group_import_is_named check (imported = (import_ref is not null))
);
create index reading_group_in_order on cell.reading_group (tenant_id, starts_on, id);
create index reading_group_by_opening on cell.reading_group (tenant_id, opened_on, id);
create index reading_group_by_owner on cell.reading_group (tenant_id, owner_id, id);
create index reading_group_by_creator on cell.reading_group (tenant_id, creator_id);
alter table cell.reading_group enable row level security;
alter table cell.reading_group force row level security;
create policy tenant on cell.reading_group using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.reading_group to app_rw;
grant select on cell.reading_group to app_job;
comment on table cell.reading_group is 'Members who read a book together for a time, under a theme and with an owner. It counts from the day it was opened.';

--changeset tongxin:reading-group-clock
create table cell.reading_group_clock (
    tenant_id uuid   not null default current_setting('app.tenant_id')::uuid,
    group_id  uuid   not null,
    seq       bigint not null,
    change    bigint not null,
    primary key (tenant_id, group_id),
    constraint reading_group_clock_group foreign key (tenant_id, group_id) references cell.reading_group (tenant_id, id) on delete cascade
);
alter table cell.reading_group_clock enable row level security;
alter table cell.reading_group_clock force row level security;
create policy tenant on cell.reading_group_clock using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.reading_group_clock to app_rw;
grant select on cell.reading_group_clock to app_job;
comment on table cell.reading_group_clock is 'The last place and the last change in a group. Its row lock puts the posts of one group in order; groups do not wait for each other.';

--changeset tongxin:reading-member
create table cell.reading_member (
    tenant_id uuid        not null default current_setting('app.tenant_id')::uuid,
    group_id  uuid        not null,
    seat_id   uuid        not null,
    joined_at timestamptz not null,
    left_at   timestamptz,
    read_seq  bigint      not null default 0,
    primary key (tenant_id, group_id, seat_id),
    constraint reading_member_group foreign key (tenant_id, group_id) references cell.reading_group (tenant_id, id) on delete cascade,
    constraint reading_member_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict
);
create index reading_member_by_seat on cell.reading_member (tenant_id, seat_id, group_id);
alter table cell.reading_member enable row level security;
alter table cell.reading_member force row level security;
create policy tenant on cell.reading_member using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.reading_member to app_rw;
grant select on cell.reading_member to app_job;
comment on table cell.reading_member is 'Who reads along, since when, and how far each has read. One who left keeps the row, and his posts keep his name.';

--changeset tongxin:reading-post
create table cell.reading_post (
    tenant_id     uuid        not null default current_setting('app.tenant_id')::uuid,
    id            uuid        not null,
    group_id      uuid        not null,
    seq           bigint      not null,
    change        bigint      not null,
    version       integer     not null,
    author_id     uuid        not null,
    kind          text        not null,
    reply_to_id   uuid,
    text          text        not null,
    status        text        not null,
    hidden_reason text,
    posted_on     date        not null,
    created_at    timestamptz not null,
    edited_at     timestamptz,
    imported      boolean     not null default false,
    primary key (tenant_id, id),
    constraint reading_post_place_is_unique unique (tenant_id, group_id, seq),
    constraint reading_post_change_is_unique unique (tenant_id, group_id, change),
    constraint reading_post_of_a_group_is_unique unique (tenant_id, group_id, id),
    constraint reading_post_group foreign key (tenant_id, group_id) references cell.reading_group (tenant_id, id) on delete restrict,
    constraint reading_post_author foreign key (tenant_id, author_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_post_answers_in_its_group foreign key (tenant_id, group_id, reply_to_id) references cell.reading_post (tenant_id, group_id, id) on delete restrict,
    constraint reading_post_kind_is_known check (kind in ('LEAD', 'REPLY', 'NOTE', 'RECOMMEND', 'QUESTION')),
    constraint reading_post_status_is_known check (status in ('VISIBLE', 'HELD', 'HIDDEN', 'DELETED')),
    constraint reading_post_is_hidden_for_a_reason check ((status = 'HIDDEN') = (hidden_reason is not null)),
    constraint reading_post_is_not_too_long check (char_length(text) <= 5000),
    constraint reading_post_place_is_counted check (seq >= 1)
);
create index reading_post_by_author on cell.reading_post (tenant_id, author_id, group_id, seq);
create index reading_post_answers on cell.reading_post (tenant_id, group_id, reply_to_id);
alter table cell.reading_post enable row level security;
alter table cell.reading_post force row level security;
create policy tenant on cell.reading_post using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.reading_post to app_rw;
grant select on cell.reading_post to app_job;
comment on table cell.reading_post is 'What somebody wrote in a reading group, in the group''s own gapless order. A deleted post keeps its place without its text.';
