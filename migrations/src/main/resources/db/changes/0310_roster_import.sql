--liquibase formatted sql

--changeset tongxin:roster-import
create table cell.roster_import (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    id           uuid        not null,
    seat_id      uuid        not null,
    file_name    text        not null,
    term_no      integer     not null,
    status       text        not null,
    file         text,
    columns      jsonb       not null,
    answers      jsonb       not null,
    created_at   timestamptz not null,
    committed_at timestamptz,
    primary key (tenant_id, id),
    constraint roster_import_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint roster_import_term foreign key (tenant_id, term_no) references cell.term (tenant_id, no) on delete restrict,
    constraint roster_import_status_is_known check (status in ('OPEN', 'COMMITTED')),
    constraint roster_import_keeps_no_file check ((status = 'OPEN') = (file is not null)),
    constraint roster_import_is_committed_at_a_time check ((status = 'COMMITTED') = (committed_at is not null))
);
create index roster_import_by_seat on cell.roster_import (tenant_id, seat_id, id);
create index roster_import_by_term on cell.roster_import (tenant_id, term_no, id);
create index roster_import_by_status on cell.roster_import (tenant_id, status, created_at);
alter table cell.roster_import enable row level security;
alter table cell.roster_import force row level security;
create policy tenant on cell.roster_import using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.roster_import to app_rw;
grant select on cell.roster_import to app_job;
comment on table cell.roster_import is 'A roster on its way in. The file is sealed, and gone as soon as it is committed or a week old.';

create table cell.roster_import_row (
    tenant_id   uuid    not null default current_setting('app.tenant_id')::uuid,
    import_id   uuid    not null,
    sheet       text    not null,
    row_no      integer not null,
    name        text    not null,
    outcome     text    not null,
    detail      jsonb   not null,
    fingerprint text    not null,
    seat_id     uuid,
    primary key (tenant_id, import_id, sheet, row_no),
    constraint roster_import_row_import foreign key (tenant_id, import_id) references cell.roster_import (tenant_id, id) on delete cascade,
    constraint roster_import_row_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint roster_import_row_outcome_is_known check (outcome in ('IMPORTED', 'UPDATED', 'ENDED', 'UNCHANGED', 'SKIPPED', 'REFUSED', 'ASKED', 'NOT_A_PERSON'))
);
create index roster_import_row_fingerprint on cell.roster_import_row (tenant_id, fingerprint, import_id);
create index roster_import_row_by_seat on cell.roster_import_row (tenant_id, seat_id, import_id);
alter table cell.roster_import_row enable row level security;
alter table cell.roster_import_row force row level security;
create policy tenant on cell.roster_import_row using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.roster_import_row to app_rw;
grant select on cell.roster_import_row to app_job;
comment on table cell.roster_import_row is 'What became of each row of a committed roster. The fingerprint is a keyed digest of what the row said: the same words are never imported or asked about twice.';
