--liquibase formatted sql
-- Promises are followed over the years until each is kept, or it is said why not (domain §3.1, CLOSED; Ganzi ¶37: 持续落实).

--changeset tongxin:handling-promise-id
alter table cell.handling_promise add column id uuid not null default gen_random_uuid();
alter table cell.handling_promise alter column id drop default;
alter table cell.handling_promise add constraint handling_promise_id_is_unique unique (tenant_id, id);
comment on column cell.handling_promise.id is 'What its reports name it by.';

--changeset tongxin:handling-promise-report
create table cell.handling_promise_report (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    id          uuid        not null,
    promise_id  uuid        not null,
    state       text        not null,
    text        text        not null,
    reported_on date        not null,
    seat_id     uuid        not null,
    created_at  timestamptz not null,
    primary key (tenant_id, id),
    constraint handling_promise_report_promise foreign key (tenant_id, promise_id) references cell.handling_promise (tenant_id, id) on delete cascade,
    constraint handling_promise_report_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint handling_promise_report_state_is_known check (state in ('OPEN', 'KEPT', 'NOT_KEPT'))
);
create index handling_promise_report_by_promise on cell.handling_promise_report (tenant_id, promise_id, created_at, id);
create index handling_promise_report_by_seat on cell.handling_promise_report (tenant_id, seat_id);
alter table cell.handling_promise_report enable row level security;
alter table cell.handling_promise_report force row level security;
create policy tenant on cell.handling_promise_report using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.handling_promise_report to app_rw;
grant select on cell.handling_promise_report to app_job;
comment on table cell.handling_promise_report is 'What became of a promise, as the unit or the office says from time to time; the last one stands.';
