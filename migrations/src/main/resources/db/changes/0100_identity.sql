--liquibase formatted sql

--changeset tongxin:seat-claim
create table platform.seat_claim (
    seat_id    uuid        not null,
    phone_hash text        not null,
    created_at timestamptz not null,
    constraint seat_claim_pkey primary key (seat_id),
    constraint seat_claim_seat foreign key (seat_id) references platform.seat_directory (seat_id) on delete cascade
);
create index seat_claim_phone on platform.seat_claim (phone_hash, seat_id);
grant select, insert, update, delete on platform.seat_claim to app_rw;
comment on table platform.seat_claim is 'Seats that nobody has taken yet, by the keyed hash of the number in the roster: whoever proves the number may take the seat, and no more than that.';

--changeset tongxin:login-code
create table platform.login_code (
    id             uuid        not null,
    phone_hash     text        not null,
    code_hash      text        not null,
    address        text        not null,
    committee_code text        not null,
    created_at     timestamptz not null,
    expires_at     timestamptz not null,
    tries_left     integer     not null,
    used_at        timestamptz,
    constraint login_code_pkey primary key (id),
    constraint login_code_tries_are_counted check (tries_left between 0 and 5)
);
create index login_code_phone on platform.login_code (phone_hash, created_at);
create index login_code_address on platform.login_code (address, created_at);
create index login_code_committee on platform.login_code (committee_code, created_at);
grant select, insert, update, delete on platform.login_code to app_rw;
comment on table platform.login_code is 'Codes asked for, whether or not the number is known: six digits, five minutes, five tries; the rows also count the limits. Kept for two days.';

--changeset tongxin:device-session
create table platform.device_session (
    id             uuid        not null,
    account_id     uuid        not null,
    name           text        not null,
    current_hash   text        not null,
    previous_hash  text,
    created_at     timestamptz not null,
    used_at        timestamptz not null,
    expires_at     timestamptz not null,
    revoked_at     timestamptz,
    revoked_reason text,
    constraint device_session_pkey primary key (id),
    constraint device_session_account foreign key (account_id) references platform.account (id) on delete restrict,
    constraint device_session_is_revoked_for_a_reason check ((revoked_at is null) = (revoked_reason is null)),
    constraint device_session_reason_is_known check (revoked_reason in ('LOGGED_OUT', 'REVOKED', 'REUSED', 'REPLACED'))
);
create index device_session_account_idx on platform.device_session (account_id, id);
grant select, insert, update on platform.device_session to app_rw;
comment on table platform.device_session is 'A telephone that stays logged in for 30 days. Its secret changes with each use; the one before counts until the new one has been seen, any older one ends the session.';

create table platform.minted_token (
    token_hash        text        not null,
    device_session_id uuid        not null,
    expires_at        timestamptz not null,
    constraint minted_token_pkey primary key (token_hash),
    constraint minted_token_device_session foreign key (device_session_id) references platform.device_session (id) on delete cascade
);
create index minted_token_device_session_idx on platform.minted_token (device_session_id, expires_at);
grant select, insert, delete on platform.minted_token to app_rw;
comment on table platform.minted_token is 'Access tokens handed to telephones, by hash: each is good only while its device session is.';

--changeset tongxin:ended-session
create table platform.ended_session (
    sid      text        not null,
    ended_at timestamptz not null,
    constraint ended_session_pkey primary key (sid)
);
create index ended_session_at on platform.ended_session (ended_at);
grant select, insert, delete on platform.ended_session to app_rw;
comment on table platform.ended_session is 'Sessions whose end Keycloak has told us; their access tokens are refused although they have not expired. Kept for a day.';

--changeset tongxin:wechat-binding
create table platform.wechat_binding (
    app_id      text        not null,
    openid_hash text        not null,
    openid      text        not null,
    account_id  uuid        not null,
    bound_at    timestamptz not null,
    constraint wechat_binding_pkey primary key (app_id, openid_hash),
    constraint wechat_binding_account foreign key (account_id) references platform.account (id) on delete restrict
);
create unique index wechat_binding_account_idx on platform.wechat_binding (account_id, app_id);
grant select, insert, delete on platform.wechat_binding to app_rw;
comment on table platform.wechat_binding is 'Which WeChat identity of which app belongs to which account; made only by somebody who has just proved the account. The openid is sealed.';

create table platform.wechat_ticket (
    ticket_hash text        not null,
    app_id      text        not null,
    openid_hash text        not null,
    openid      text        not null,
    expires_at  timestamptz not null,
    constraint wechat_ticket_pkey primary key (ticket_hash)
);
create index wechat_ticket_expiry on platform.wechat_ticket (expires_at);
grant select, insert, delete on platform.wechat_ticket to app_rw;
comment on table platform.wechat_ticket is 'WeChat has named somebody whom we do not know; for ten minutes the ticket lets a proven account take that identity.';

--changeset tongxin:door-log
create table platform.door_log (
    id           uuid        not null,
    at           timestamptz not null,
    kind         text        not null,
    account_id   uuid,
    committee_id uuid,
    client       text        not null,
    ip           text,
    detail       text,
    constraint door_log_pkey primary key (id)
);
create index door_log_at on platform.door_log (at, id);
create index door_log_account on platform.door_log (account_id, at);
create index door_log_committee on platform.door_log (committee_id, at);
grant select, insert on platform.door_log to app_rw;
comment on table platform.door_log is 'Log-ins, refusals at the door and the operator''s acts, as they happened, also those that failed. Committees log their own in cell.access_log.';

--changeset tongxin:invitation
create table cell.invitation (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    id         uuid        not null,
    seat_id    uuid        not null,
    token_hash text        not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    primary key (tenant_id, id),
    constraint invitation_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete cascade,
    constraint invitation_token_is_unique unique (tenant_id, token_hash)
);
create index invitation_seat_idx on cell.invitation (tenant_id, seat_id);
alter table cell.invitation enable row level security;
alter table cell.invitation force row level security;
create policy tenant on cell.invitation using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.invitation to app_rw;
grant select on cell.invitation to app_job;
comment on table cell.invitation is 'A claim to one seat, good once and for some days. Only a hash of the token is kept.';
