--liquibase formatted sql
-- After filing the proponent asks for withdrawal, and the office decides (domain §3.1, WITHDRAWN).

--changeset tongxin:proposal-withdrawal-request
create table cell.proposal_withdrawal_request (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    id           uuid        not null,
    proposal_id  uuid        not null,
    asked_by     uuid        not null,
    asked_on     date        not null,
    reason       text        not null,
    state        text        not null default 'ASKED',
    decided_by   uuid,
    decided_on   date,
    decision     text,
    created_at   timestamptz not null,
    primary key (tenant_id, id),
    constraint proposal_withdrawal_request_proposal foreign key (tenant_id, proposal_id) references cell.proposal (tenant_id, id) on delete restrict,
    constraint proposal_withdrawal_request_asked_by foreign key (tenant_id, asked_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint proposal_withdrawal_request_decided_by foreign key (tenant_id, decided_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint proposal_withdrawal_request_state_is_known check (state in ('ASKED', 'GRANTED', 'REFUSED', 'TAKEN_BACK')),
    constraint proposal_withdrawal_request_decided_has_a_day check ((state = 'ASKED') = (decided_on is null)),
    constraint proposal_withdrawal_request_refused_says_why check (state <> 'REFUSED' or decision is not null)
);
create unique index proposal_withdrawal_request_open on cell.proposal_withdrawal_request (tenant_id, proposal_id) where state = 'ASKED';
create index proposal_withdrawal_request_by_proposal on cell.proposal_withdrawal_request (tenant_id, proposal_id, id);
create index proposal_withdrawal_request_by_asker on cell.proposal_withdrawal_request (tenant_id, asked_by);
create index proposal_withdrawal_request_by_decider on cell.proposal_withdrawal_request (tenant_id, decided_by);
alter table cell.proposal_withdrawal_request enable row level security;
alter table cell.proposal_withdrawal_request force row level security;
create policy tenant on cell.proposal_withdrawal_request using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.proposal_withdrawal_request to app_rw;
grant select on cell.proposal_withdrawal_request to app_job;
comment on table cell.proposal_withdrawal_request is 'That a proponent asks to withdraw what was filed, why, and what the office decided; one is open at a time.';
