--liquibase formatted sql

--changeset tongxin:publication-small-office
alter table cell.proposal_publication
    drop constraint proposal_publication_is_reviewed_by_another,
    add constraint proposal_publication_is_reviewed_by_another_or_says_why check (
        state <> 'PUBLISHED' or (reviewed_by is not null and (reviewed_by <> proposed_by or reason is not null)));
