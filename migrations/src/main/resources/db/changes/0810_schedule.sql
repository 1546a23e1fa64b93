--liquibase formatted sql

--changeset tongxin:timed-move
create table cell.timed_move (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    name       text        not null,
    subject_id uuid        not null,
    deadline   date        not null,
    made_at    timestamptz,
    failures   integer     not null default 0,
    error      text,
    primary key (tenant_id, name, subject_id, deadline),
    constraint timed_move_is_made_or_has_failed check (made_at is not null or failures > 0)
);
alter table cell.timed_move enable row level security;
alter table cell.timed_move force row level security;
create policy tenant on cell.timed_move using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.timed_move to app_job;
grant select on cell.timed_move to app_rw;
comment on table cell.timed_move is 'What time has done, once for each deadline of a thing. A move that failed five times stays here with its error and is not tried again.';
