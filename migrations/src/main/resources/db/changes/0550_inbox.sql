--liquibase formatted sql

--changeset tongxin:inbox
create table cell.inbox_item (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    seat_id      uuid        not null,
    seq          bigint      not null,
    id           uuid        not null,
    at           timestamptz not null,
    kind         text        not null,
    subject_type text        not null,
    subject_id   uuid        not null,
    said         jsonb       not null,
    primary key (tenant_id, seat_id, seq),
    constraint inbox_item_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete cascade
);
alter table cell.inbox_item enable row level security;
alter table cell.inbox_item force row level security;
create policy tenant on cell.inbox_item using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on cell.inbox_item to app_rw;
grant select, insert, delete on cell.inbox_item to app_job;
comment on table cell.inbox_item is 'Which line of history concerns which seat, with the values of its sentence. A projection: it can be rebuilt from the first line.';

create table cell.inbox_mark (
    tenant_id uuid   not null default current_setting('app.tenant_id')::uuid,
    seat_id   uuid   not null,
    read_seq  bigint not null,
    primary key (tenant_id, seat_id),
    constraint inbox_mark_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete cascade
);
alter table cell.inbox_mark enable row level security;
alter table cell.inbox_mark force row level security;
create policy tenant on cell.inbox_mark using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.inbox_mark to app_rw;
grant select on cell.inbox_mark to app_job;
comment on table cell.inbox_mark is 'How far a seat has read its inbox.';
