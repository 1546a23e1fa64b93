--liquibase formatted sql

--changeset tongxin:upload
create table cell.upload (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    id         uuid        not null,
    seat_id    uuid        not null,
    name       text        not null,
    size       bigint      not null,
    received   bigint      not null,
    held       boolean     not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    constraint upload_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint upload_within_its_size check (size > 0 and received between 0 and size)
);
create index upload_by_seat on cell.upload (tenant_id, seat_id, id);
create index upload_by_age on cell.upload (tenant_id, updated_at, id);
alter table cell.upload enable row level security;
alter table cell.upload force row level security;
create policy tenant on cell.upload using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.upload to app_rw;
grant select, delete on cell.upload to app_job;
comment on table cell.upload is 'A file on its way: how much of it has come. Gone when the file is whole, given up, or 30 days silent without being held.';

create table cell.upload_part (
    tenant_id uuid   not null default current_setting('app.tenant_id')::uuid,
    upload_id uuid   not null,
    at        bigint not null,
    size      bigint not null,
    object    text   not null,
    primary key (tenant_id, upload_id, at),
    constraint upload_part_upload foreign key (tenant_id, upload_id) references cell.upload (tenant_id, id) on delete cascade,
    constraint upload_part_holds_something check (at >= 0 and size > 0)
);
alter table cell.upload_part enable row level security;
alter table cell.upload_part force row level security;
create policy tenant on cell.upload_part using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.upload_part to app_rw;
grant select on cell.upload_part to app_job;
comment on table cell.upload_part is 'A piece of an upload that has come, and the object its bytes lie in until the file is whole.';

--changeset tongxin:stored-file-held
alter table cell.stored_file add column held boolean not null default false;
create index stored_file_by_age on cell.stored_file (tenant_id, created_at, id);
create index stored_file_by_digest on cell.stored_file (tenant_id, sha256);
grant delete on cell.stored_file to app_job;
grant update (held) on cell.stored_file to app_rw;
comment on column cell.stored_file.held is 'A phone has a line in its outbox that names this file: it is no orphan until the phone lets go.';

--changeset tongxin:attachment
create table cell.attachment (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    id           uuid        not null,
    subject_type text        not null,
    subject_id   uuid        not null,
    file_id      uuid        not null,
    seat_id      uuid        not null,
    attached_at  timestamptz not null,
    primary key (tenant_id, id),
    constraint attachment_is_attached_once unique (tenant_id, subject_type, subject_id, file_id),
    constraint attachment_file foreign key (tenant_id, file_id) references cell.stored_file (tenant_id, id) on delete restrict,
    constraint attachment_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict
);
create index attachment_by_file on cell.attachment (tenant_id, file_id);
create index attachment_by_seat on cell.attachment (tenant_id, seat_id, id);
alter table cell.attachment enable row level security;
alter table cell.attachment force row level security;
create policy tenant on cell.attachment using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.attachment to app_rw;
grant select, delete on cell.attachment to app_job;
comment on table cell.attachment is 'A file that hangs on a matter of a feature; whoever sees the matter may read it.';
