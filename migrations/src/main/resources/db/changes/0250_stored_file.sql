--liquibase formatted sql

--changeset tongxin:stored-file
create table cell.stored_file (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    id           uuid        not null,
    name         text        not null,
    content_type text        not null,
    size         bigint      not null,
    sha256       text        not null,
    seat_id      uuid        not null,
    created_at   timestamptz not null,
    primary key (tenant_id, id),
    constraint stored_file_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint stored_file_has_content check (size > 0)
);
create index stored_file_by_seat on cell.stored_file (tenant_id, seat_id, id);
alter table cell.stored_file enable row level security;
alter table cell.stored_file force row level security;
create policy tenant on cell.stored_file using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.stored_file to app_rw;
grant select on cell.stored_file to app_job;
comment on table cell.stored_file is 'A file somebody uploaded; the bytes lie in the object store under committee and digest.';

--changeset tongxin:ticket
create table cell.ticket (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    id         uuid        not null,
    token_hash text        not null,
    seat_id    uuid        not null,
    file_id    uuid        not null,
    method     text        not null,
    expires_at timestamptz not null,
    primary key (tenant_id, id),
    constraint ticket_token_is_unique unique (tenant_id, token_hash),
    constraint ticket_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete cascade,
    constraint ticket_file foreign key (tenant_id, file_id) references cell.stored_file (tenant_id, id) on delete cascade
);
create index ticket_by_seat on cell.ticket (tenant_id, seat_id);
create index ticket_by_file on cell.ticket (tenant_id, file_id);
create index ticket_by_expiry on cell.ticket (tenant_id, expires_at);
alter table cell.ticket enable row level security;
alter table cell.ticket force row level security;
create policy tenant on cell.ticket using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.ticket to app_rw;
grant select on cell.ticket to app_job;
comment on table cell.ticket is 'One use of one file by one seat within a minute, where no header can be sent; only the token''s digest is kept.';
