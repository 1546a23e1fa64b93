--liquibase formatted sql

--changeset tongxin:term
create table cell.term (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    id         uuid        not null,
    no         integer     not null,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    constraint term_no_is_counted check (no between 1 and 99),
    constraint term_no_is_unique unique (tenant_id, no)
);
alter table cell.term enable row level security;
alter table cell.term force row level security;
create policy tenant on cell.term using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.term to app_rw;
grant select on cell.term to app_job;
comment on table cell.term is 'A committee''s term of five years, by its number: 第十四届.';

--changeset tongxin:plenary-session
create table cell.plenary_session (
    tenant_id                uuid        not null default current_setting('app.tenant_id')::uuid,
    id                       uuid        not null,
    version                  integer     not null,
    term_no                  integer     not null,
    session_no               integer     not null,
    opens_on                 date        not null,
    closes_on                date,
    proposal_window_opens_on date,
    proposal_cutoff_at       timestamptz,
    primary key (tenant_id, id),
    constraint plenary_session_term foreign key (tenant_id, term_no) references cell.term (tenant_id, no) on delete restrict,
    constraint plenary_session_number_is_unique unique (tenant_id, term_no, session_no),
    constraint plenary_session_opens_alone unique (tenant_id, opens_on),
    constraint plenary_session_no_is_counted check (session_no between 1 and 20),
    constraint plenary_session_closes_after_it_opens check (closes_on >= opens_on),
    constraint plenary_session_window_opens_before_it check (proposal_window_opens_on <= opens_on)
);
alter table cell.plenary_session enable row level security;
alter table cell.plenary_session force row level security;
create policy tenant on cell.plenary_session using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.plenary_session to app_rw;
grant select on cell.plenary_session to app_job;
comment on table cell.plenary_session is 'A yearly plenary. Its session period runs until the day before the next one opens, so that no two overlap.';

--changeset tongxin:sector
create table cell.sector (
    tenant_id  uuid    not null default current_setting('app.tenant_id')::uuid,
    id         uuid    not null,
    version    integer not null,
    name       text    not null,
    position   integer not null,
    retired_on date,
    primary key (tenant_id, id),
    constraint sector_name_is_unique unique (tenant_id, name)
);
alter table cell.sector enable row level security;
alter table cell.sector force row level security;
create policy tenant on cell.sector using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.sector to app_rw;
grant select on cell.sector to app_job;
comment on table cell.sector is 'A constituency that members represent.';

--changeset tongxin:special-committee
create table cell.special_committee (
    tenant_id  uuid    not null default current_setting('app.tenant_id')::uuid,
    id         uuid    not null,
    version    integer not null,
    name       text    not null,
    position   integer not null,
    retired_on date,
    primary key (tenant_id, id),
    constraint special_committee_name_is_unique unique (tenant_id, name)
);
alter table cell.special_committee enable row level security;
alter table cell.special_committee force row level security;
create policy tenant on cell.special_committee using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.special_committee to app_rw;
grant select on cell.special_committee to app_job;
comment on table cell.special_committee is 'A working committee; each member belongs to one or two.';

--changeset tongxin:tenant-holiday
create table cell.tenant_holiday (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    id        uuid not null,
    day       date not null,
    kind      text not null,
    name      text not null,
    primary key (tenant_id, id),
    constraint tenant_holiday_day_is_unique unique (tenant_id, day),
    constraint tenant_holiday_kind_is_known check (kind in ('HOLIDAY', 'MAKE_UP')),
    constraint tenant_holiday_make_up_is_on_a_weekend check (kind = 'HOLIDAY' or extract(isodow from day) in (6, 7))
);
alter table cell.tenant_holiday enable row level security;
alter table cell.tenant_holiday force row level security;
create policy tenant on cell.tenant_holiday using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.tenant_holiday to app_rw;
grant select on cell.tenant_holiday to app_job;
comment on table cell.tenant_holiday is 'A committee''s own days off, and days worked for them, on top of the national ones: 藏历新年, 州庆.';

--changeset tongxin:setting
create table cell.setting (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    id         uuid        not null,
    key        text        not null,
    value      jsonb       not null,
    version    integer     not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    constraint setting_key_is_unique unique (tenant_id, key)
);
alter table cell.setting enable row level security;
alter table cell.setting force row level security;
create policy tenant on cell.setting using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.setting to app_rw;
grant select on cell.setting to app_job;
comment on table cell.setting is 'What a committee decided over the standard; keys, types and the standard itself are in the code.';
