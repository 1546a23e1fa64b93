--liquibase formatted sql
-- When and where the next meeting on a key proposal is held, for whoever leads it.

--changeset tongxin:key-proposal-next-meeting
alter table cell.key_proposal
    add column next_on    date,
    add column next_place text,
    add constraint key_proposal_meets_somewhere check ((next_on is null) = (next_place is null));
comment on column cell.key_proposal.next_on is 'The next meeting that is planned; gone when a meeting was held.';
