--liquibase formatted sql

--changeset tongxin:seat-links
-- The seat is older than what it points to. Adding a key looks at the rows (there are none yet), and under forced row-level
-- security a look needs a committee.
set local app.tenant_id = '00000000-0000-0000-0000-000000000000';
alter table cell.seat
    add constraint seat_sector foreign key (tenant_id, sector_id) references cell.sector (tenant_id, id) on delete restrict,
    add constraint seat_term foreign key (tenant_id, term_no) references cell.term (tenant_id, no) on delete restrict;

create table cell.seat_special_committee (
    tenant_id            uuid not null default current_setting('app.tenant_id')::uuid,
    seat_id              uuid not null,
    special_committee_id uuid not null,
    primary key (tenant_id, seat_id, special_committee_id),
    constraint seat_special_committee_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete cascade,
    constraint seat_special_committee_special_committee foreign key (tenant_id, special_committee_id) references cell.special_committee (tenant_id, id) on delete restrict
);
create index seat_special_committee_members on cell.seat_special_committee (tenant_id, special_committee_id, seat_id);
alter table cell.seat_special_committee enable row level security;
alter table cell.seat_special_committee force row level security;
create policy tenant on cell.seat_special_committee using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.seat_special_committee to app_rw;
grant select on cell.seat_special_committee to app_job;
comment on table cell.seat_special_committee is 'Which special committees a member belongs to: one or two.';
