--liquibase formatted sql
-- Replies are open by default; the unit says why where one is not (domain §3.1, publication).

--changeset tongxin:handling-reply-public
alter table cell.handling_reply
    add column open_to_public  boolean not null default true,
    add column not_open_reason text,
    add constraint handling_reply_not_open_says_why check (open_to_public or not_open_reason is not null);
comment on column cell.handling_reply.open_to_public is 'Whether the unit lets the public read it.';
