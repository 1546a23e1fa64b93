--liquibase formatted sql

--changeset tongxin:handling-unit
create table cell.handling_unit (
    tenant_id    uuid    not null default current_setting('app.tenant_id')::uuid,
    id           uuid    not null,
    version      integer not null,
    name         text    not null,
    system       text    not null,
    valid_from   date    not null,
    valid_to     date,
    successor_id uuid,
    primary key (tenant_id, id),
    constraint handling_unit_successor foreign key (tenant_id, successor_id) references cell.handling_unit (tenant_id, id) on delete restrict,
    constraint handling_unit_system_is_known check (system in ('PARTY', 'GOVERNMENT', 'NPC', 'CPPCC', 'COURT', 'PROCURATORATE', 'OTHER')),
    constraint handling_unit_ends_after_it_began check (valid_to > valid_from),
    constraint handling_unit_succeeded_after_its_end check (successor_id is null or valid_to is not null),
    constraint handling_unit_is_not_its_own_successor check (successor_id <> id)
);
create unique index handling_unit_name on cell.handling_unit (tenant_id, name) where valid_to is null;
create index handling_unit_by_name on cell.handling_unit (tenant_id, name, id);
create index handling_unit_successor_idx on cell.handling_unit (tenant_id, successor_id);
alter table cell.handling_unit enable row level security;
alter table cell.handling_unit force row level security;
create policy tenant on cell.handling_unit using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.handling_unit to app_rw;
grant select on cell.handling_unit to app_job;
comment on table cell.handling_unit is 'A department that handles proposals. A reform ends it and names its successor; closed cases keep the old name.';
