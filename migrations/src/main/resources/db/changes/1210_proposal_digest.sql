--liquibase formatted sql
-- The digest of important proposals (重要提案摘报): short issues for leaders, numbered within their year.

--changeset tongxin:proposal-digest
create table cell.proposal_digest (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    id         uuid        not null,
    version    integer     not null,
    recipients text        not null,
    year       integer,
    no         integer,
    issued_on  date,
    issued_by  uuid,
    created_by uuid        not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    constraint proposal_digest_no_is_unique unique (tenant_id, year, no),
    constraint proposal_digest_issued_by foreign key (tenant_id, issued_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint proposal_digest_created_by foreign key (tenant_id, created_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint proposal_digest_is_numbered_when_issued check ((issued_on is null) = (no is null) and (no is null) = (year is null)),
    constraint proposal_digest_no_is_counted check (no >= 1)
);
create index proposal_digest_by_issuer on cell.proposal_digest (tenant_id, issued_by);
create index proposal_digest_by_creator on cell.proposal_digest (tenant_id, created_by);
alter table cell.proposal_digest enable row level security;
alter table cell.proposal_digest force row level security;
create policy tenant on cell.proposal_digest using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.proposal_digest to app_rw;
grant select on cell.proposal_digest to app_job;
comment on table cell.proposal_digest is 'One issue of the proposal digest: built by the office, numbered without a gap when it is issued.';

create table cell.proposal_digest_item (
    tenant_id   uuid    not null default current_setting('app.tenant_id')::uuid,
    digest_id   uuid    not null,
    proposal_id uuid    not null,
    position    integer not null,
    title       text    not null,
    text        text    not null,
    primary key (tenant_id, digest_id, proposal_id),
    constraint proposal_digest_item_position_is_unique unique (tenant_id, digest_id, position),
    constraint proposal_digest_item_digest foreign key (tenant_id, digest_id) references cell.proposal_digest (tenant_id, id) on delete cascade,
    constraint proposal_digest_item_proposal foreign key (tenant_id, proposal_id) references cell.proposal (tenant_id, id) on delete restrict
);
create index proposal_digest_item_by_proposal on cell.proposal_digest_item (tenant_id, proposal_id);
alter table cell.proposal_digest_item enable row level security;
alter table cell.proposal_digest_item force row level security;
create policy tenant on cell.proposal_digest_item using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.proposal_digest_item to app_rw;
grant select on cell.proposal_digest_item to app_job;
comment on table cell.proposal_digest_item is 'A proposal as an issue of the digest tells it, in the order of the page.';

create table cell.proposal_digest_number (
    tenant_id uuid    not null default current_setting('app.tenant_id')::uuid,
    year      integer not null,
    last      integer not null,
    primary key (tenant_id, year)
);
alter table cell.proposal_digest_number enable row level security;
alter table cell.proposal_digest_number force row level security;
create policy tenant on cell.proposal_digest_number using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.proposal_digest_number to app_rw;
grant select on cell.proposal_digest_number to app_job;
comment on table cell.proposal_digest_number is 'The last number of each year''s digests; its row is locked while one is issued.';
