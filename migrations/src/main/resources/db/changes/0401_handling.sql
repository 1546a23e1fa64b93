--liquibase formatted sql

--changeset tongxin:handling-assignment
create table cell.handling_assignment (
    tenant_id           uuid        not null default current_setting('app.tenant_id')::uuid,
    id                  uuid        not null,
    version             integer     not null,
    subject_type        text        not null,
    subject_id          uuid        not null,
    session_id          uuid,
    unit_id             uuid        not null,
    role                text        not null,
    status              text        not null,
    assigned_on         date        not null,
    assigned_by         uuid,
    accept_by           date        not null,
    return_by           date        not null,
    reply_by            date        not null,
    deadlines           jsonb,
    accepted_on         date,
    return_requested_on date,
    return_reason       text,
    return_decision     text,
    returned_on         date,
    replaces_id         uuid,
    replied_on          date,
    feedback_by         date,
    cancelled_on        date,
    cancel_reason       text,
    last_move           text,
    last_move_by        uuid,
    last_move_from      text,
    imported            boolean     not null default false,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    primary key (tenant_id, id),
    constraint handling_assignment_session foreign key (tenant_id, session_id) references cell.plenary_session (tenant_id, id) on delete restrict,
    constraint handling_assignment_unit foreign key (tenant_id, unit_id) references cell.handling_unit (tenant_id, id) on delete restrict,
    constraint handling_assignment_assigned_by foreign key (tenant_id, assigned_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint handling_assignment_replaces foreign key (tenant_id, replaces_id) references cell.handling_assignment (tenant_id, id) on delete restrict,
    constraint handling_assignment_role_is_known check (role in ('SOLE', 'LEAD', 'ASSIST', 'SEPARATE')),
    constraint handling_assignment_status_is_known check (status in ('SENT', 'ACCEPTED', 'RETURN_REQUESTED', 'RETURNED', 'REPLIED', 'CANCELLED')),
    constraint handling_assignment_returned_has_a_day check ((status = 'RETURNED') = (returned_on is not null)),
    constraint handling_assignment_replied_has_a_day check (status <> 'REPLIED' or replied_on is not null),
    constraint handling_assignment_cancelled_says_why check ((status = 'CANCELLED') = (cancelled_on is not null and cancel_reason is not null))
);
create index handling_assignment_by_subject on cell.handling_assignment (tenant_id, subject_type, subject_id, id);
create index handling_assignment_by_unit on cell.handling_assignment (tenant_id, unit_id, status, id);
create index handling_assignment_by_status on cell.handling_assignment (tenant_id, status, reply_by, id);
create index handling_assignment_by_session on cell.handling_assignment (tenant_id, session_id, id);
create index handling_assignment_assigned_by_idx on cell.handling_assignment (tenant_id, assigned_by);
create index handling_assignment_replaces_idx on cell.handling_assignment (tenant_id, replaces_id);
create unique index handling_assignment_once_a_unit on cell.handling_assignment (tenant_id, subject_type, subject_id, unit_id)
    where status in ('SENT', 'ACCEPTED', 'RETURN_REQUESTED', 'REPLIED');
alter table cell.handling_assignment enable row level security;
alter table cell.handling_assignment force row level security;
create policy tenant on cell.handling_assignment using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.handling_assignment to app_rw;
grant select on cell.handling_assignment to app_job;
comment on table cell.handling_assignment is 'A matter handed to one unit in one role, with its deadlines as they were computed that day.';

--changeset tongxin:handling-reply
create table cell.handling_reply (
    tenant_id     uuid        not null default current_setting('app.tenant_id')::uuid,
    id            uuid        not null,
    assignment_id uuid        not null,
    session_id    uuid,
    round         integer     not null,
    doc_no        text,
    text          text        not null,
    letter        text,
    grade         text        not null,
    contact_mode  text,
    contact_on    date,
    contact_who   text,
    signer        text,
    signed_on     date,
    seat_id       uuid,
    ip            text,
    replied_on    date        not null,
    taken_back_on date,
    created_at    timestamptz not null,
    primary key (tenant_id, id),
    constraint handling_reply_assignment foreign key (tenant_id, assignment_id) references cell.handling_assignment (tenant_id, id) on delete restrict,
    constraint handling_reply_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint handling_reply_grade_is_known check (grade in ('SOLVED', 'IN_PROGRESS', 'PLANNED', 'REFERENCE')),
    constraint handling_reply_contact_mode_is_known check (contact_mode in ('MEET', 'FORUM', 'PHONE', 'MAIL', 'LETTER', 'OTHER'))
);
create index handling_reply_by_assignment on cell.handling_reply (tenant_id, assignment_id, round);
create unique index handling_reply_once_a_round on cell.handling_reply (tenant_id, assignment_id, round) where taken_back_on is null;
create index handling_reply_seat_idx on cell.handling_reply (tenant_id, seat_id);
alter table cell.handling_reply enable row level security;
alter table cell.handling_reply force row level security;
create policy tenant on cell.handling_reply using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.handling_reply to app_rw;
grant select on cell.handling_reply to app_job;
comment on table cell.handling_reply is 'A unit''s written reply, with its grade under which it is counted and the talk that went before.';

--changeset tongxin:handling-answer
create table cell.handling_answer (
    tenant_id uuid    not null default current_setting('app.tenant_id')::uuid,
    reply_id  uuid    not null,
    no        integer not null,
    text      text    not null,
    primary key (tenant_id, reply_id, no),
    constraint handling_answer_reply foreign key (tenant_id, reply_id) references cell.handling_reply (tenant_id, id) on delete cascade
);
alter table cell.handling_answer enable row level security;
alter table cell.handling_answer force row level security;
create policy tenant on cell.handling_answer using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.handling_answer to app_rw;
grant select on cell.handling_answer to app_job;
comment on table cell.handling_answer is 'What a reply says to one suggestion, by the suggestion''s number.';

--changeset tongxin:handling-rating
create table cell.handling_rating (
    tenant_id     uuid        not null default current_setting('app.tenant_id')::uuid,
    id            uuid        not null,
    assignment_id uuid        not null,
    session_id    uuid,
    round         integer     not null,
    version       integer     not null,
    latest        boolean     not null,
    attitude      text        not null,
    result        text        not null,
    comment       text,
    seat_id       uuid,
    entered_by    uuid,
    flags         text[]      not null default '{}',
    client        text        not null,
    ip            text,
    rated_on      date        not null,
    rated_at      timestamptz not null,
    primary key (tenant_id, id),
    constraint handling_rating_assignment foreign key (tenant_id, assignment_id) references cell.handling_assignment (tenant_id, id) on delete restrict,
    constraint handling_rating_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint handling_rating_entered_by foreign key (tenant_id, entered_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint handling_rating_version_is_unique unique (tenant_id, assignment_id, round, version),
    constraint handling_rating_attitude_is_known check (attitude in ('SATISFIED', 'BASICALLY_SATISFIED', 'NOT_SATISFIED', 'NO_RESPONSE')),
    constraint handling_rating_result_is_known check (result in ('SATISFIED', 'BASICALLY_SATISFIED', 'NOT_SATISFIED', 'NO_RESPONSE')),
    constraint handling_rating_no_response_is_nobodys check ((result = 'NO_RESPONSE') = (attitude = 'NO_RESPONSE'))
);
create unique index handling_rating_latest on cell.handling_rating (tenant_id, assignment_id, round) where latest;
create index handling_rating_seat_idx on cell.handling_rating (tenant_id, seat_id);
create index handling_rating_entered_by_idx on cell.handling_rating (tenant_id, entered_by);
alter table cell.handling_rating enable row level security;
alter table cell.handling_rating force row level security;
create policy tenant on cell.handling_rating using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.handling_rating to app_rw;
grant select on cell.handling_rating to app_job;
comment on table cell.handling_rating is 'What the proponent thinks of a reply, attitude and result apart. A later version replaces an earlier one; silence is NO_RESPONSE and never satisfied.';
