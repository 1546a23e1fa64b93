--liquibase formatted sql
-- The proponent rates; what the office enters for him says how he told it (domain 0.9, 0.11). What was entered before stays as it is.

--changeset tongxin:handling-rating-told-how
alter table cell.handling_rating
    add column told_how text;
alter table cell.handling_rating
    add constraint handling_rating_told_how_is_short check (length(told_how) <= 200),
    add constraint handling_rating_told_how_is_the_offices check (told_how is null or entered_by is not null);
comment on column cell.handling_rating.told_how is 'How the proponent told the office what it entered on his behalf: on paper, by telephone.';
