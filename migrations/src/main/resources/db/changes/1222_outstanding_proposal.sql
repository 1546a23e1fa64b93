--liquibase formatted sql
-- Outstanding proposals (优秀提案): chosen among those that were filed, with the reason (domain §1.2).

--changeset tongxin:outstanding-proposal
create table cell.outstanding_proposal (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    proposal_id uuid        not null,
    reason      text        not null,
    chosen_on   date        not null,
    chosen_by   uuid        not null,
    ended_on    date,
    updated_at  timestamptz not null,
    primary key (tenant_id, proposal_id),
    constraint outstanding_proposal_proposal foreign key (tenant_id, proposal_id) references cell.proposal (tenant_id, id) on delete restrict,
    constraint outstanding_proposal_chosen_by foreign key (tenant_id, chosen_by) references cell.seat (tenant_id, id) on delete restrict
);
create index outstanding_proposal_by_chooser on cell.outstanding_proposal (tenant_id, chosen_by);
alter table cell.outstanding_proposal enable row level security;
alter table cell.outstanding_proposal force row level security;
create policy tenant on cell.outstanding_proposal using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.outstanding_proposal to app_rw;
grant select on cell.outstanding_proposal to app_job;
comment on table cell.outstanding_proposal is 'A proposal that was chosen as outstanding, and why; ended where it is none any more.';

--changeset tongxin:evidence-proposal-outstanding
create view cell.evidence_proposal_outstanding with (security_invoker = true) as
select 'proposal.outstanding'::text                           as kind,
       f.source_id                                            as source_id,
       f.seat_id                                              as seat_id,
       f.actor_kind                                           as actor_kind,
       f.role                                                 as role,
       o.chosen_on                                            as happened_on,
       f.session_id                                           as session_id,
       f.link_id                                              as link_id,
       f.amount                                               as amount,
       f.counts and o.ended_on is null                        as counts,
       case when not f.counts then f.why_not
            when o.ended_on is not null then 'unchosen' end   as why_not,
       f.estimate                                             as estimate,
       f.detail                                               as detail
  from cell.outstanding_proposal o
  join cell.evidence_proposal_filed f on f.source_id = o.proposal_id;
grant select on cell.evidence_proposal_outstanding to app_rw, app_job;
comment on view cell.evidence_proposal_outstanding is 'Proposals that were chosen as outstanding, for whoever leads and whoever signed; they count while they stand as filed and chosen.';
