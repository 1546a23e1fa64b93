--liquibase formatted sql

--changeset tongxin:proposal
create table cell.proposal (
    tenant_id        uuid        not null default current_setting('app.tenant_id')::uuid,
    id               uuid        not null,
    version          integer     not null,
    status           text        not null,
    proponent_id     uuid        not null,
    title            text        not null,
    category         text,
    situation        text        not null,
    analysis         text        not null,
    submitted_at     timestamptz,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    primary key (tenant_id, id),
    constraint proposal_proponent foreign key (tenant_id, proponent_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint proposal_status_is_known check (status in ('DRAFT', 'SUBMITTED'))
);
create index proposal_by_proponent on cell.proposal (tenant_id, proponent_id, id);
create index proposal_by_status on cell.proposal (tenant_id, status, id);
alter table cell.proposal enable row level security;
alter table cell.proposal force row level security;
create policy tenant on cell.proposal using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.proposal to app_rw;
grant select on cell.proposal to app_job;
comment on table cell.proposal is 'A written opinion put to the committee, from the first draft to the closed case.';

create table cell.proposal_suggestion (
    tenant_id   uuid    not null default current_setting('app.tenant_id')::uuid,
    proposal_id uuid    not null,
    no          integer not null,
    text        text    not null,
    primary key (tenant_id, proposal_id, no),
    constraint proposal_suggestion_proposal foreign key (tenant_id, proposal_id) references cell.proposal (tenant_id, id) on delete cascade,
    constraint proposal_suggestion_no_is_counted check (no >= 1)
);
alter table cell.proposal_suggestion enable row level security;
alter table cell.proposal_suggestion force row level security;
create policy tenant on cell.proposal_suggestion using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.proposal_suggestion to app_rw;
grant select on cell.proposal_suggestion to app_job;
comment on table cell.proposal_suggestion is 'The numbered suggestions of a proposal; each can be answered.';
