--liquibase formatted sql
-- What the public may read of a proposal: words of its own, proposed by one and let through by another (domain §3.1, 公开; §6).

--changeset tongxin:proposal-publication
create table cell.proposal_publication (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    proposal_id  uuid        not null,
    version      integer     not null,
    state        text        not null,
    title        text        not null,
    text         text        not null,
    reply        text,
    proponents   text        not null,
    units        text        not null,
    proposed_by  uuid        not null,
    proposed_on  date        not null,
    reviewed_by  uuid,
    reason       text,
    published_on date,
    updated_at   timestamptz not null,
    primary key (tenant_id, proposal_id),
    constraint proposal_publication_proposal foreign key (tenant_id, proposal_id) references cell.proposal (tenant_id, id) on delete restrict,
    constraint proposal_publication_proposed_by foreign key (tenant_id, proposed_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint proposal_publication_reviewed_by foreign key (tenant_id, reviewed_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint proposal_publication_state_is_known check (state in ('PROPOSED', 'RETURNED', 'PUBLISHED', 'WITHDRAWN')),
    constraint proposal_publication_has_its_day check ((state = 'PUBLISHED') = (published_on is not null)),
    constraint proposal_publication_is_reviewed_by_another check (state <> 'PUBLISHED' or (reviewed_by is not null and reviewed_by <> proposed_by))
);
create index proposal_publication_by_day on cell.proposal_publication (tenant_id, published_on, proposal_id) where published_on is not null;
create index proposal_publication_by_proposer on cell.proposal_publication (tenant_id, proposed_by);
create index proposal_publication_by_reviewer on cell.proposal_publication (tenant_id, reviewed_by);
alter table cell.proposal_publication enable row level security;
alter table cell.proposal_publication force row level security;
create policy tenant on cell.proposal_publication using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.proposal_publication to app_rw;
grant select on cell.proposal_publication to app_job;
comment on table cell.proposal_publication is 'The public words of a proposal and its reply, and whether they are out.';
