--liquibase formatted sql

--changeset tongxin:reading-term
create table cell.reading_term (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    id         uuid        not null,
    version    integer     not null,
    status     text        not null,
    name       text        not null,
    starts_on  date        not null,
    ends_on    date        not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (tenant_id, id),
    constraint reading_term_status_is_known check (status in ('PLANNED', 'OPEN', 'RUNNING', 'WRAPPING', 'ARCHIVED')),
    constraint reading_term_ends_after_it_starts check (ends_on >= starts_on)
);
create index reading_term_in_order on cell.reading_term (tenant_id, starts_on, id);
alter table cell.reading_term enable row level security;
alter table cell.reading_term force row level security;
create policy tenant on cell.reading_term using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.reading_term to app_rw;
grant select on cell.reading_term to app_job;
comment on table cell.reading_term is 'A run of reading groups, most often of half a year.';

--changeset tongxin:reading-group-course
-- No row has a term yet, but the foreign key is checked under the policy, which needs some committee.
set local app.tenant_id to '00000000-0000-0000-0000-000000000000';
alter table cell.reading_group
    drop constraint reading_group_status_is_known,
    drop constraint reading_group_is_opened_once_active,
    drop constraint reading_group_is_closed_with_a_day,
    add column term_id   uuid,
    add column cadence   text not null default 'WEEK',
    add column paused_on date,
    add column reason    text,
    add column summary   text,
    add constraint reading_group_status_is_known check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'ACTIVE', 'PAUSED', 'CLOSING', 'CLOSED', 'ARCHIVED')),
    add constraint reading_group_cadence_is_known check (cadence in ('DAY', 'WEEK', 'MONTH')),
    add constraint reading_group_is_opened_once_active check ((status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED')) = (opened_on is null)),
    add constraint reading_group_is_closed_with_a_day check ((status in ('CLOSED', 'ARCHIVED')) = (closed_on is not null)),
    add constraint reading_group_is_paused_on_a_day check ((status = 'PAUSED') = (paused_on is not null)),
    add constraint reading_group_is_returned_or_paused_for_a_reason check ((status in ('RETURNED', 'PAUSED')) = (reason is not null)),
    add constraint reading_group_summary_is_not_too_long check (char_length(summary) <= 5000),
    add constraint reading_group_term foreign key (tenant_id, term_id) references cell.reading_term (tenant_id, id) on delete restrict;
create index reading_group_by_term on cell.reading_group (tenant_id, term_id);
grant delete on cell.reading_group to app_rw;
grant update on cell.reading_group to app_job;
grant delete on cell.reading_session to app_rw;
