--liquibase formatted sql
-- Title and text are out within fifteen days, the reply comes months later: its words follow while the others stay out.

--changeset tongxin:proposal-next-reply
create table cell.proposal_next_reply (
    tenant_id   uuid not null default current_setting('app.tenant_id')::uuid,
    proposal_id uuid not null,
    text        text not null,
    proposed_by uuid not null,
    proposed_on date not null,
    reason      text,
    primary key (tenant_id, proposal_id),
    constraint proposal_next_reply_proposal foreign key (tenant_id, proposal_id) references cell.proposal (tenant_id, id) on delete restrict,
    constraint proposal_next_reply_proposed_by foreign key (tenant_id, proposed_by) references cell.seat (tenant_id, id) on delete restrict
);
create index proposal_next_reply_by_proposer on cell.proposal_next_reply (tenant_id, proposed_by);
alter table cell.proposal_next_reply enable row level security;
alter table cell.proposal_next_reply force row level security;
create policy tenant on cell.proposal_next_reply using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.proposal_next_reply to app_rw;
grant select on cell.proposal_next_reply to app_job;
comment on table cell.proposal_next_reply is 'A reply''s public words on their way, while title and text are out; with a reason once they came back, gone when they are out.';
