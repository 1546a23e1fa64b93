--liquibase formatted sql
-- How a proponent found out, and in which language it was first written (domain §3.1 Data; §5.5).

--changeset tongxin:proposal-research
alter table cell.proposal
    add column research      text not null default '',
    add column language      text,
    add column original_text text not null default '',
    add constraint proposal_language_is_known check (language in ('BO', 'UG', 'KO', 'MN', 'KK', 'II', 'ZA'));
comment on column cell.proposal.language is 'In which language it was first written where that was not Chinese; Chinese is the official version.';
comment on column cell.proposal.original_text is 'Its words in that language where the others are a translation.';
