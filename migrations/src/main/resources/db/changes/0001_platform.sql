--liquibase formatted sql

--changeset tongxin:platform splitStatements:false
grant usage on schema platform to app_rw, app_job;
grant usage on schema cell to app_rw, app_job;

create table platform.committee (
    id          uuid primary key,
    code        text        not null,
    name        text        not null,
    level       text        not null,
    parent_code text,
    cell        text        not null default 'main',
    status      text        not null default 'ACTIVE',
    suspended_reason text,
    created_at  timestamptz not null,
    constraint committee_code_is_six_digits check (code ~ '^[0-9]{6}$'),
    constraint committee_level_is_known check (level in ('PROVINCE', 'PREFECTURE', 'COUNTY')),
    constraint committee_status_is_known check (status in ('ACTIVE', 'SUSPENDED'))
);
create unique index committee_code on platform.committee (code);
create index committee_parent on platform.committee (parent_code);
grant select, insert on platform.committee to app_rw;
grant update (name, status, suspended_reason) on platform.committee to app_rw;
grant select on platform.committee to app_job;
comment on table platform.committee is 'The directory: every committee of the platform, and the cell that holds its rows.';

create table platform.account (
    id               uuid primary key,
    keycloak_subject text        not null,
    phone_hash       text,
    large_text       boolean     not null default false,
    privacy_version  text,
    privacy_agreed_at timestamptz,
    created_at       timestamptz not null
);
create unique index account_subject on platform.account (keycloak_subject);
create unique index account_phone on platform.account (phone_hash);
grant select, insert, update on platform.account to app_rw;
comment on table platform.account is 'One person who logs in. Who the person is stands in the seats of the committees, never here; the phone is a keyed hash.';

create table platform.seat_directory (
    seat_id      uuid primary key,
    committee_id uuid not null references platform.committee (id) on delete restrict,
    account_id   uuid references platform.account (id) on delete restrict,
    status       text not null,
    constraint seat_directory_status_is_known check (status in ('PENDING', 'ACTIVE', 'SUSPENDED', 'ENDED'))
);
create index seat_directory_committee on platform.seat_directory (committee_id);
create index seat_directory_account on platform.seat_directory (account_id);
grant select, insert, update on platform.seat_directory to app_rw;
grant select on platform.seat_directory to app_job;
comment on table platform.seat_directory is 'Which account holds which seat of which committee, and no more than that.';

create function platform.enter(tenant uuid, even_suspended boolean default false) returns void
    language plpgsql
as
$$
declare
    entered text := current_setting('app.tenant_id', true);
    state   text;
begin
    if entered is not null and entered <> '' and entered <> tenant::text then
        raise exception 'a transaction sees one committee' using errcode = 'TX001';
    end if;
    select status into state from platform.committee where id = tenant;
    if state is null then
        raise exception 'no such committee' using errcode = 'TX002';
    elsif state = 'SUSPENDED' and not even_suspended then
        raise exception 'the committee is suspended' using errcode = 'TX003';
    end if;
    perform set_config('app.tenant_id', tenant::text, true);
end
$$;
revoke all on function platform.enter(uuid, boolean) from public;
grant execute on function platform.enter(uuid, boolean) to app_rw, app_job;
comment on function platform.enter(uuid, boolean) is 'Names the one committee that this transaction sees. Raises TX001 for a second one, TX002 for an unknown one, TX003 for a suspended one.';
