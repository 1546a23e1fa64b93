--liquibase formatted sql

--changeset tongxin:reading-audience
-- No row is for a section yet, but the foreign keys are checked under the policy, which needs some committee.
set local app.tenant_id to '00000000-0000-0000-0000-000000000000';
alter table cell.reading_group
    drop constraint reading_group_visibility_is_known,
    add column sector_id            uuid,
    add column special_committee_id uuid,
    add constraint reading_group_visibility_is_known check (visibility in ('MEMBERS', 'GUESTS', 'SECTOR', 'SPECIAL_COMMITTEE', 'INVITED')),
    add constraint reading_group_for_a_sector_names_it check ((visibility = 'SECTOR') = (sector_id is not null)),
    add constraint reading_group_for_a_special_committee_names_it check ((visibility = 'SPECIAL_COMMITTEE') = (special_committee_id is not null)),
    add constraint reading_group_sector foreign key (tenant_id, sector_id) references cell.sector (tenant_id, id) on delete restrict,
    add constraint reading_group_special_committee foreign key (tenant_id, special_committee_id) references cell.special_committee (tenant_id, id) on delete restrict;
create index reading_group_by_sector on cell.reading_group (tenant_id, sector_id);
create index reading_group_by_special_committee on cell.reading_group (tenant_id, special_committee_id);

--changeset tongxin:reading-waiting
create table cell.reading_waiting (
    tenant_id uuid        not null default current_setting('app.tenant_id')::uuid,
    group_id  uuid        not null,
    seat_id   uuid        not null,
    asked_at  timestamptz not null,
    primary key (tenant_id, group_id, seat_id),
    constraint reading_waiting_group foreign key (tenant_id, group_id) references cell.reading_group (tenant_id, id) on delete cascade,
    constraint reading_waiting_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict
);
create index reading_waiting_in_order on cell.reading_waiting (tenant_id, group_id, asked_at, seat_id);
create index reading_waiting_by_seat on cell.reading_waiting (tenant_id, seat_id);
alter table cell.reading_waiting enable row level security;
alter table cell.reading_waiting force row level security;
create policy tenant on cell.reading_waiting using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.reading_waiting to app_rw;
grant select on cell.reading_waiting to app_job;
comment on table cell.reading_waiting is 'Who waits for a place in a full reading group. Whoever asked first comes in when one is free.';
