--liquibase formatted sql

--changeset tongxin:opinion-referred-to
alter table cell.opinion_report
    add column referred_to text,
    add constraint opinion_report_referred_to_is_short check (char_length(referred_to) <= 100),
    add constraint opinion_report_is_referred_with_an_answer check (referred_to is null or answered_on is not null);
comment on column cell.opinion_report.referred_to is 'To whom it was passed where it was retained or not used.';
