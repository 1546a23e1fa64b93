--liquibase formatted sql

--changeset tongxin:seat
create table cell.seat (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    id           uuid        not null,
    name         text        not null,
    status       text        not null,
    created_at   timestamptz not null,
    primary key (tenant_id, id),
    constraint seat_status_is_known check (status in ('PENDING', 'ACTIVE', 'SUSPENDED', 'ENDED'))
);
create index seat_name on cell.seat (tenant_id, name, id);
alter table cell.seat enable row level security;
alter table cell.seat force row level security;
create policy tenant on cell.seat using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.seat to app_rw;
grant select on cell.seat to app_job;
comment on table cell.seat is 'One person''s place in this committee: a member''s membership, a staff post, a clerk''s desk.';

create table cell.seat_role (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    seat_id    uuid        not null,
    role       text        not null,
    unit_id    uuid,
    granted_at timestamptz not null,
    primary key (tenant_id, seat_id, role),
    constraint seat_role_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete cascade
);
create index seat_role_role on cell.seat_role (tenant_id, role, seat_id);
alter table cell.seat_role enable row level security;
alter table cell.seat_role force row level security;
create policy tenant on cell.seat_role using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.seat_role to app_rw;
grant select on cell.seat_role to app_job;
comment on table cell.seat_role is 'What a seat may do, one row a role. A unit''s clerk carries the unit.';
