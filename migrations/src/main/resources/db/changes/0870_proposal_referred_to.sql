--liquibase formatted sql

--changeset tongxin:proposal-referred-to
alter table cell.proposal
    add column referred_to text,
    add constraint proposal_referred_to_is_short check (char_length(referred_to) <= 100),
    add constraint proposal_is_referred_where_it_goes_to_somebody check (
        referred_to is null or (disposition in ('TO_MEMBER_LETTER', 'TO_UPPER_MEMBER')) is true);
comment on column cell.proposal.referred_to is 'To whom it went as a letter or to raise above, where it was not filed.';
