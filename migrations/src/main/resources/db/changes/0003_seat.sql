--liquibase formatted sql

--changeset tongxin:seat
create table cell.seat (
    tenant_id         uuid        not null default current_setting('app.tenant_id')::uuid,
    id                uuid        not null,
    version           integer     not null default 1,
    status            text        not null,
    name              text        not null,
    native_name       text,
    sex               text,
    birth             date,
    ethnicity         text,
    sector_id         uuid,
    employment        text,
    phone             text,
    phone_hash        text,
    term_no           integer,
    decision_document text,
    decided_on        date,
    end_reason        text,
    created_at        timestamptz not null,
    primary key (tenant_id, id),
    constraint seat_status_is_known check (status in ('PENDING', 'ACTIVE', 'SUSPENDED', 'ENDED')),
    constraint seat_sex_is_known check (sex in ('MALE', 'FEMALE')),
    constraint seat_birth_is_a_month check (extract(day from birth) = 1),
    constraint seat_phone_is_sealed_and_hashed check ((phone is null) = (phone_hash is null)),
    constraint seat_end_reason_is_known check (end_reason in ('RESIGNED', 'REVOKED', 'DIED', 'TRANSFERRED', 'TERM_END', 'LEFT', 'NOT_APPOINTED')),
    constraint seat_ends_for_a_reason check (end_reason is null or status = 'ENDED')
);
create unique index seat_phone on cell.seat (tenant_id, term_no, phone_hash) where status <> 'ENDED';
create index seat_pinyin on cell.seat (tenant_id, name collate "zh-x-icu", id);
create index seat_sector on cell.seat (tenant_id, sector_id, id);
create index seat_name on cell.seat (tenant_id, name, id);
alter table cell.seat enable row level security;
alter table cell.seat force row level security;
create policy tenant on cell.seat using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.seat to app_rw;
grant select on cell.seat to app_job;
comment on table cell.seat is 'One person''s place in this committee: a member''s membership, a staff post, a clerk''s desk; with the person as the committee knows them. The birth is a year and a month, the phone is sealed.';

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
