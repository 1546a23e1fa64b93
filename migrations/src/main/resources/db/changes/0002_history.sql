--liquibase formatted sql

--changeset tongxin:history splitStatements:false
create table cell.clock (
    tenant_id uuid   not null default current_setting('app.tenant_id')::uuid,
    seq       bigint not null,
    hash      bytea  not null,
    primary key (tenant_id)
);
alter table cell.clock enable row level security;
alter table cell.clock force row level security;
create policy tenant on cell.clock using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.clock to app_rw, app_job;
comment on table cell.clock is 'The head of a committee''s history: the last number and its hash. Its row lock puts the moves of a committee in order.';

create table cell.history (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    seq          bigint      not null,
    id           uuid        not null,
    at           timestamptz not null,
    seat_id      uuid,
    role         text,
    client       text        not null,
    ip           text,
    kind         text        not null,
    subject_type text        not null,
    subject_id   uuid        not null,
    from_state   text,
    to_state     text,
    reason_id    uuid,
    payload_hash text,
    prev_hash    bytea       not null,
    hash         bytea       not null,
    alg          text        not null,
    canonical    text        not null,
    primary key (tenant_id, seq)
);
create unique index history_id on cell.history (tenant_id, id);
create index history_subject on cell.history (tenant_id, subject_type, subject_id, seq);
create index history_seat on cell.history (tenant_id, seat_id, seq);
alter table cell.history enable row level security;
alter table cell.history force row level security;
create policy tenant on cell.history using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.history to app_rw, app_job;
comment on table cell.history is 'Every move of a committee, one line each, in order, chained by hash. Lines are never changed or removed.';

create table cell.history_payload (
    tenant_id  uuid  not null default current_setting('app.tenant_id')::uuid,
    history_id uuid  not null,
    salt       bytea not null,
    payload    text  not null,
    erased_at  timestamptz,
    primary key (tenant_id, history_id)
);
alter table cell.history_payload enable row level security;
alter table cell.history_payload force row level security;
create policy tenant on cell.history_payload using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.history_payload to app_rw, app_job;
grant update (payload, erased_at) on cell.history_payload to app_rw;
comment on table cell.history_payload is 'What a line says in words. It may be erased: the chain covers only its salted digest.';

create function cell.append_history(lines jsonb) returns bigint
    language plpgsql
as
$$
declare
    head cell.clock%rowtype;
    line jsonb;
    text_of_line text;
begin
    select * into head from cell.clock for update;
    if not found then
        insert into cell.clock (seq, hash) values (0, sha256(''::bytea)) on conflict do nothing;
        select * into head from cell.clock for update;
    end if;
    for line in select * from jsonb_array_elements(lines)
    loop
        head.seq := head.seq + 1;
        text_of_line := head.seq::text || E'\n' || (line ->> 'canonical');
        insert into cell.history (seq, id, at, seat_id, role, client, ip, kind, subject_type, subject_id, from_state, to_state,
                                  reason_id, payload_hash, prev_hash, hash, alg, canonical)
        values (head.seq, (line ->> 'id')::uuid, (line ->> 'at')::timestamptz, (line ->> 'seat_id')::uuid, line ->> 'role',
                line ->> 'client', line ->> 'ip', line ->> 'kind', line ->> 'subject_type', (line ->> 'subject_id')::uuid,
                line ->> 'from_state', line ->> 'to_state', (line ->> 'reason_id')::uuid, line ->> 'payload_hash', head.hash,
                sha256(head.hash || convert_to(text_of_line, 'UTF8')), 'SHA-256', text_of_line);
        head.hash := sha256(head.hash || convert_to(text_of_line, 'UTF8'));
        if line ? 'payload' then
            insert into cell.history_payload (history_id, salt, payload)
            values ((line ->> 'id')::uuid, decode(line ->> 'salt', 'hex'), line ->> 'payload');
        end if;
    end loop;
    update cell.clock set seq = head.seq, hash = head.hash;
    return head.seq;
end
$$;
revoke all on function cell.append_history(jsonb) from public;
grant execute on function cell.append_history(jsonb) to app_rw, app_job;
comment on function cell.append_history(jsonb) is 'Numbers, chains and stores the lines of one transaction; called once, just before commit, so that the clock is locked for one flush only.';

create table cell.access_log (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    id           uuid        not null,
    at           timestamptz not null,
    seat_id      uuid,
    account_id   uuid,
    kind         text        not null,
    client       text        not null,
    ip           text,
    detail       text,
    primary key (tenant_id, id)
);
create index access_log_at on cell.access_log (tenant_id, at, id);
alter table cell.access_log enable row level security;
alter table cell.access_log force row level security;
create policy tenant on cell.access_log using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.access_log to app_rw, app_job;
comment on table cell.access_log is 'Log-ins, denials, exports and the operator''s acts: what is no move but must be known.';

create table cell.reader (
    tenant_id uuid        not null default current_setting('app.tenant_id')::uuid,
    name      text        not null,
    seq       bigint      not null,
    primary key (tenant_id, name)
);
alter table cell.reader enable row level security;
alter table cell.reader force row level security;
create policy tenant on cell.reader using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.reader to app_job;
grant select on cell.reader to app_rw;
comment on table cell.reader is 'How far each reader has come in a committee''s history.';

create table cell.parked_line (
    tenant_id uuid        not null default current_setting('app.tenant_id')::uuid,
    reader    text        not null,
    seq       bigint      not null,
    failures  integer     not null,
    error     text        not null,
    at        timestamptz not null,
    primary key (tenant_id, reader, seq)
);
alter table cell.parked_line enable row level security;
alter table cell.parked_line force row level security;
create policy tenant on cell.parked_line using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.parked_line to app_job;
grant select on cell.parked_line to app_rw;
comment on table cell.parked_line is 'A line that a reader failed on; after five failures it stays here and the reader goes on without it.';
