--liquibase formatted sql

--changeset tongxin:reading-rotation
create table cell.reading_rotation (
    tenant_id uuid    not null default current_setting('app.tenant_id')::uuid,
    group_id  uuid    not null,
    place     integer not null,
    seat_id   uuid    not null,
    primary key (tenant_id, group_id, place),
    constraint reading_rotation_group foreign key (tenant_id, group_id) references cell.reading_group (tenant_id, id) on delete cascade,
    constraint reading_rotation_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_rotation_place_is_counted check (place between 1 and 100)
);
create index reading_rotation_by_seat on cell.reading_rotation (tenant_id, seat_id);
alter table cell.reading_rotation enable row level security;
alter table cell.reading_rotation force row level security;
create policy tenant on cell.reading_rotation using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.reading_rotation to app_rw;
grant select on cell.reading_rotation to app_job;
comment on table cell.reading_rotation is 'The order in which the hosts of a reading group take turns, as its roster was filled last.';
