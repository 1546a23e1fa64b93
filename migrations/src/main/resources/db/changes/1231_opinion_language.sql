--liquibase formatted sql

--changeset tongxin:opinion-language
alter table cell.opinion_report
    add column language text,
    add constraint opinion_report_language_is_known check (language in ('BO', 'UG', 'KO', 'MN', 'KK', 'II', 'ZA'));
comment on column cell.opinion_report.language is 'In which language its author wrote where that was not Chinese; the editor''s text is the Chinese one (domain §5.5).';
