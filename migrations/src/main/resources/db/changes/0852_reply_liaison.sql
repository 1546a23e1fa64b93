--liquibase formatted sql

--changeset tongxin:handling-reply-liaison
alter table cell.handling_reply
    add column liaison       text,
    add column liaison_phone text;
comment on column cell.handling_reply.liaison is 'Whom of the unit the proponent may ask, as the letter says it.';
