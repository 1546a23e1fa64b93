--liquibase formatted sql

--changeset tongxin:console-session
create table platform.console_session (
    subject    text        not null,
    sid        text        not null,
    started_at timestamptz not null,
    constraint console_session_pkey primary key (subject)
);
grant select, insert, update on platform.console_session to app_rw;
comment on table platform.console_session is 'Each person''s one session at the console, by Keycloak''s names of both; a newer one takes its place and ends it (domain 5.2).';

alter table platform.ended_session add column replaced boolean not null default false;
grant update on platform.ended_session to app_rw;
comment on table platform.ended_session is 'Sessions whose end Keycloak has told us, and those of the console whose place a newer one took; their access tokens are refused although they have not expired. Kept for a day.';
