--liquibase formatted sql
-- What leaders write on an issue of the proposal digest (批示); the words lie under seal, as those on opinion reports do.

--changeset tongxin:proposal-digest-instruction
create table cell.proposal_digest_instruction (
    tenant_id     uuid        not null default current_setting('app.tenant_id')::uuid,
    id            uuid        not null,
    digest_id     uuid        not null,
    proposal_id   uuid,
    level         text        not null,
    leader        text        not null,
    given_on      date        not null,
    sealed_text   text,
    entered_by    uuid        not null,
    removed_on    date,
    remove_reason text,
    created_at    timestamptz not null,
    primary key (tenant_id, id),
    constraint proposal_digest_instruction_digest foreign key (tenant_id, digest_id) references cell.proposal_digest (tenant_id, id) on delete restrict,
    constraint proposal_digest_instruction_item foreign key (tenant_id, digest_id, proposal_id) references cell.proposal_digest_item (tenant_id, digest_id, proposal_id) on delete restrict,
    constraint proposal_digest_instruction_entered_by foreign key (tenant_id, entered_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint proposal_digest_instruction_level_is_known check (level in ('COUNTY', 'PREFECTURE', 'PROVINCE', 'NATIONAL')),
    constraint proposal_digest_instruction_is_somebodys check (leader <> ''),
    constraint proposal_digest_instruction_is_removed_for_a_reason check ((removed_on is null) = (remove_reason is null))
);
create index proposal_digest_instruction_by_item on cell.proposal_digest_instruction (tenant_id, digest_id, proposal_id);
create index proposal_digest_instruction_by_clerk on cell.proposal_digest_instruction (tenant_id, entered_by);
create unique index proposal_digest_instruction_once on cell.proposal_digest_instruction (tenant_id, digest_id, coalesce(proposal_id, digest_id), leader, given_on)
    where removed_on is null;
alter table cell.proposal_digest_instruction enable row level security;
alter table cell.proposal_digest_instruction force row level security;
create policy tenant on cell.proposal_digest_instruction using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.proposal_digest_instruction to app_rw;
grant select on cell.proposal_digest_instruction to app_job;
comment on table cell.proposal_digest_instruction is 'A leader''s instruction on an issue of the digest, or on one proposal in it. Its words lie sealed; the proponents know that there is one and at which level.';
