--liquibase formatted sql

--changeset tongxin:reading-group-wrapped-on
alter table cell.reading_group
    add column wrapped_on date;

--changeset tongxin:reading-digest
create table cell.reading_digest (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    id           uuid        not null,
    version      integer     not null,
    group_id     uuid        not null,
    monday       date        not null,
    status       text        not null,
    text         text        not null,
    edition      integer     not null default 0,
    contributed  integer,
    joined       integer,
    author_id    uuid,
    published_on date,
    reason       text,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    primary key (tenant_id, id),
    constraint reading_digest_of_a_week_is_unique unique (tenant_id, group_id, monday),
    constraint reading_digest_group foreign key (tenant_id, group_id) references cell.reading_group (tenant_id, id) on delete restrict,
    constraint reading_digest_author foreign key (tenant_id, author_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_digest_status_is_known check (status in ('DRAFT', 'PUBLISHED', 'NONE')),
    constraint reading_digest_week_begins_on_a_monday check (extract(isodow from monday) = 1),
    constraint reading_digest_text_is_not_too_long check (char_length(text) <= 5000),
    constraint reading_digest_is_published_in_an_edition check (status <> 'PUBLISHED' or edition >= 1),
    constraint reading_digest_edition_is_signed check ((edition = 0) = (published_on is null) and (edition = 0) = (author_id is null)),
    constraint reading_digest_edition_is_counted check ((edition = 0) = (contributed is null) and (edition = 0) = (joined is null)),
    constraint reading_digest_counts_n_of_n check (contributed between 0 and joined),
    constraint reading_digest_is_left_out_for_a_reason check (status <> 'NONE' or reason is not null)
);
create index reading_digest_by_author on cell.reading_digest (tenant_id, author_id, published_on);
create index reading_digest_by_day on cell.reading_digest (tenant_id, published_on, id);
alter table cell.reading_digest enable row level security;
alter table cell.reading_digest force row level security;
create policy tenant on cell.reading_digest using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.reading_digest to app_rw;
grant select on cell.reading_digest to app_job;
comment on table cell.reading_digest is 'What came of one week of a reading group, in its host''s words, or why there is nothing to say. n of N wrote something: counted when it was published.';

create table cell.reading_digest_edition (
    tenant_id    uuid    not null default current_setting('app.tenant_id')::uuid,
    digest_id    uuid    not null,
    edition      integer not null,
    text         text    not null,
    contributed  integer not null,
    joined       integer not null,
    author_id    uuid    not null,
    published_on date    not null,
    reason       text,
    primary key (tenant_id, digest_id, edition),
    constraint reading_digest_edition_digest foreign key (tenant_id, digest_id) references cell.reading_digest (tenant_id, id) on delete restrict,
    constraint reading_digest_edition_author foreign key (tenant_id, author_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_digest_edition_is_numbered check (edition >= 1)
);
create index reading_digest_edition_by_author on cell.reading_digest_edition (tenant_id, author_id);
alter table cell.reading_digest_edition enable row level security;
alter table cell.reading_digest_edition force row level security;
create policy tenant on cell.reading_digest_edition using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.reading_digest_edition to app_rw;
grant select on cell.reading_digest_edition to app_job;
comment on table cell.reading_digest_edition is 'Every edition of a digest as it was published; a correction is a new one with its reason, and none is ever changed.';
