--liquibase formatted sql

--changeset tongxin:handling-rating-leader
alter table cell.handling_rating
    add column leader_replied boolean;
comment on column cell.handling_rating.leader_replied is 'Whether a leader of the unit answered in person; a body that proposes is asked.';
