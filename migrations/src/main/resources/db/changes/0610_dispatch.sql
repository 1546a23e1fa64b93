--liquibase formatted sql

--changeset tongxin:outgoing
create table cell.outgoing (
    tenant_id      uuid        not null default current_setting('app.tenant_id')::uuid,
    id             uuid        not null,
    recipient_code text        not null,
    kind           text        not null,
    body           jsonb       not null,
    sent_at        timestamptz not null,
    delivered_at   timestamptz,
    failures       integer     not null default 0,
    error          text,
    primary key (tenant_id, id)
);
create index outgoing_waiting on cell.outgoing (tenant_id, sent_at, id) where delivered_at is null;
create index outgoing_kind on cell.outgoing (tenant_id, kind, sent_at);
alter table cell.outgoing enable row level security;
alter table cell.outgoing force row level security;
create policy tenant on cell.outgoing using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.outgoing to app_rw;
grant select, insert, update on cell.outgoing to app_job;
comment on table cell.outgoing is 'What this committee sends to another on purpose, written in the transaction that sends it. It waits here until the recipient exists and has it.';

--changeset tongxin:received
create table cell.received (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    id          uuid        not null,
    sender_id   uuid        not null,
    kind        text        not null,
    sent_at     timestamptz not null,
    received_at timestamptz not null,
    primary key (tenant_id, id)
);
create index received_sender on cell.received (tenant_id, sender_id, received_at);
alter table cell.received enable row level security;
alter table cell.received force row level security;
create policy tenant on cell.received using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on cell.received to app_rw;
grant select, insert on cell.received to app_job;
comment on table cell.received is 'What arrived from other committees, once each by its id; the contents lie in the tables of their kind.';

--changeset tongxin:received-head
create table cell.received_head (
    tenant_id uuid        not null default current_setting('app.tenant_id')::uuid,
    sender_id uuid        not null,
    seq       bigint      not null,
    hash      bytea       not null,
    sent_at   timestamptz not null,
    primary key (tenant_id, sender_id, seq)
);
alter table cell.received_head enable row level security;
alter table cell.received_head force row level security;
create policy tenant on cell.received_head using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select on cell.received_head to app_rw;
grant select, insert on cell.received_head to app_job;
comment on table cell.received_head is 'The heads of the histories of the committees below, night by night: whoever rewrites a history there is contradicted here.';
