--liquibase formatted sql

--changeset tongxin:complaint
create table cell.complaint (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    id          uuid        not null,
    version     integer     not null,
    tracking_no text        not null,
    seat_id     uuid        not null,
    kind        text        not null,
    text        text        not null,
    contact     text,
    status      text        not null,
    answer      text,
    answered_by uuid,
    answered_at timestamptz,
    created_at  timestamptz not null,
    primary key (tenant_id, id),
    constraint complaint_tracking_no_is_unique unique (tenant_id, tracking_no),
    constraint complaint_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint complaint_answerer foreign key (tenant_id, answered_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint complaint_kind_is_known check (kind in ('COMPLAINT', 'SUGGESTION')),
    constraint complaint_status_is_known check (status in ('OPEN', 'ANSWERED')),
    constraint complaint_answered_has_an_answer check ((status = 'ANSWERED') = (answer is not null))
);
create index complaint_by_seat on cell.complaint (tenant_id, seat_id, id);
create index complaint_by_status on cell.complaint (tenant_id, status, id);
create index complaint_by_answerer on cell.complaint (tenant_id, answered_by);
alter table cell.complaint enable row level security;
alter table cell.complaint force row level security;
create policy tenant on cell.complaint using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.complaint to app_rw;
grant select on cell.complaint to app_job;
comment on table cell.complaint is 'A complaint or suggestion about the platform, with a number by which its writer follows it. The contact is sealed.';
