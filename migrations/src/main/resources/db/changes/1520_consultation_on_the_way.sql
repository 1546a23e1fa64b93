--liquibase formatted sql
-- Proponent and unit also meet face to face while a matter is handled (domain, 提案办理协商); the meeting after the last round
-- is for all its units together and stays one.

--changeset tongxin:consultation-on-the-way
-- No row has one yet, but the foreign key is checked under the policy, which needs some committee.
set local app.tenant_id to '00000000-0000-0000-0000-000000000000';
alter table cell.handling_consultation add column assignment_id uuid;
alter table cell.handling_consultation
    add constraint handling_consultation_assignment foreign key (tenant_id, assignment_id)
        references cell.handling_assignment (tenant_id, id) on delete restrict;
drop index cell.handling_consultation_once_a_round;
create unique index handling_consultation_once_a_round on cell.handling_consultation (tenant_id, subject_type, subject_id, round)
    where assignment_id is null;
create index handling_consultation_assignment_idx on cell.handling_consultation (tenant_id, assignment_id);
comment on table cell.handling_consultation is 'Proponent and units face to face with minutes and whether they came to terms: on the way of an assignment, or after the last round of re-handling for all of a matter.';
