--liquibase formatted sql
-- Key proposals: who leads each, until when, and the notice and two meetings (一通知两会议) that it is pushed with.

--changeset tongxin:key-proposal
create table cell.key_proposal (
    tenant_id            uuid        not null default current_setting('app.tenant_id')::uuid,
    proposal_id          uuid        not null,
    leader_id            uuid,
    leader               text        not null,
    special_committee_id uuid,
    planned_on           date,
    marked_on            date        not null,
    ended_on             date,
    updated_at           timestamptz not null,
    primary key (tenant_id, proposal_id),
    constraint key_proposal_proposal foreign key (tenant_id, proposal_id) references cell.proposal (tenant_id, id) on delete restrict,
    constraint key_proposal_leader foreign key (tenant_id, leader_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint key_proposal_special_committee foreign key (tenant_id, special_committee_id) references cell.special_committee (tenant_id, id) on delete restrict
);
create index key_proposal_by_leader on cell.key_proposal (tenant_id, leader_id);
create index key_proposal_by_special_committee on cell.key_proposal (tenant_id, special_committee_id);
alter table cell.key_proposal enable row level security;
alter table cell.key_proposal force row level security;
create policy tenant on cell.key_proposal using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.key_proposal to app_rw;
grant select on cell.key_proposal to app_job;
comment on table cell.key_proposal is 'Who leads a key proposal, which special committee pushes it, until when; ended where it is none any more.';

create table cell.key_proposal_step (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    proposal_id uuid        not null,
    step        text        not null,
    held_on     date        not null,
    note        text        not null,
    file_id     uuid,
    recorded_by uuid        not null,
    recorded_at timestamptz not null,
    primary key (tenant_id, proposal_id, step),
    constraint key_proposal_step_proposal foreign key (tenant_id, proposal_id) references cell.proposal (tenant_id, id) on delete restrict,
    constraint key_proposal_step_file foreign key (tenant_id, file_id) references cell.stored_file (tenant_id, id) on delete restrict,
    constraint key_proposal_step_recorded_by foreign key (tenant_id, recorded_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint key_proposal_step_is_known check (step in ('NOTICE', 'FIRST_MEETING', 'SECOND_MEETING'))
);
create index key_proposal_step_by_file on cell.key_proposal_step (tenant_id, file_id);
create index key_proposal_step_by_recorder on cell.key_proposal_step (tenant_id, recorded_by);
alter table cell.key_proposal_step enable row level security;
alter table cell.key_proposal_step force row level security;
create policy tenant on cell.key_proposal_step using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.key_proposal_step to app_rw;
grant select on cell.key_proposal_step to app_job;
comment on table cell.key_proposal_step is 'The notice and the two meetings of a key proposal, each with its day and minutes.';

--changeset tongxin:evidence-of-ended-key-proposals
create or replace view cell.evidence_proposal_key with (security_invoker = true) as
select 'proposal.key'::text                                   as kind,
       p.id                                                   as source_id,
       p.key_led_by                                           as seat_id,
       case when p.key_led_by is null then 'COMMITTEE' else 'SEAT' end as actor_kind,
       'LEADER'::text                                         as role,
       p.key_on                                               as happened_on,
       p.session_id                                           as session_id,
       null::uuid                                             as link_id,
       1::numeric                                             as amount,
       p.filed_on is not null                                 as counts,
       case when p.filed_on is not null then null
            when p.status = 'MERGED' then 'merged:' || p.merged_into_id
            else 'unfiled' end                                as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'no', p.case_no, 'led', (p.key_led_by is not null)::text) as detail
  from cell.proposal p
 where p.key_on is not null
union all
select 'proposal.key'::text,
       p.id,
       k.leader_id,
       case when k.leader_id is null then 'COMMITTEE' else 'SEAT' end,
       'LEADER'::text,
       k.marked_on,
       p.session_id,
       null::uuid,
       1::numeric,
       false,
       'unmarked'::text,
       false,
       jsonb_build_object('title', p.title, 'no', p.case_no, 'led', (k.leader_id is not null)::text)
  from cell.key_proposal k
  join cell.proposal p on p.tenant_id = k.tenant_id and p.id = k.proposal_id
 where k.ended_on is not null
   and p.key_on is null;
