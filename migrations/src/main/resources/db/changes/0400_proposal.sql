--liquibase formatted sql

--changeset tongxin:proposal
create table cell.proposal (
    tenant_id        uuid        not null default current_setting('app.tenant_id')::uuid,
    id               uuid        not null,
    version          integer     not null,
    status           text        not null,
    review_stage     integer,
    proponent_kind   text        not null,
    proponent_id     uuid        not null,
    entered_by       uuid,
    scan_file_id     uuid,
    title            text        not null,
    category         text,
    situation        text        not null,
    analysis         text        not null,
    open_to_public   boolean     not null,
    not_open_reason  text,
    kind             text,
    session_id       uuid,
    intake_no        integer,
    submitted_at     timestamptz,
    received_on      date,
    case_no          text,
    filed_on         date,
    unfiled_on       date,
    not_filed_on     date,
    not_file_reason  text,
    not_file_comment text,
    disposition      text,
    merged_into_id   uuid,
    merged_on        date,
    withdrawn_on     date,
    key_on           date,
    key_led_by       uuid,
    closed_on        date,
    last_move        text,
    last_move_by     uuid,
    last_move_from   text,
    imported         boolean     not null default false,
    import_ref       text,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    primary key (tenant_id, id),
    constraint proposal_proponent foreign key (tenant_id, proponent_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint proposal_entered_by foreign key (tenant_id, entered_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint proposal_scan_file foreign key (tenant_id, scan_file_id) references cell.stored_file (tenant_id, id) on delete restrict,
    constraint proposal_key_led_by foreign key (tenant_id, key_led_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint proposal_merged_into foreign key (tenant_id, merged_into_id) references cell.proposal (tenant_id, id) on delete restrict,
    constraint proposal_session foreign key (tenant_id, session_id) references cell.plenary_session (tenant_id, id) on delete restrict,
    constraint proposal_status_is_known check (status in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'FILED', 'MERGED', 'NOT_FILED', 'HANDLING',
                                                          'AWAITING_FEEDBACK', 'FEEDBACK_IN', 'CLOSED', 'WITHDRAWN')),
    constraint proposal_stage_is_of_a_review check ((status = 'IN_REVIEW') = (review_stage is not null) and review_stage between 1 and 4),
    constraint proposal_proponent_kind_is_known check (proponent_kind in ('MEMBER', 'PARTY', 'ORGANIZATION', 'SPECIAL_COMMITTEE', 'SECTOR', 'GROUP')),
    constraint proposal_kind_is_known check (kind in ('PLENARY', 'INTERSESSION')),
    constraint proposal_disposition_is_known check (disposition in ('TO_OPINION_REPORT', 'TO_MEMBER_LETTER', 'TO_UPPER_MEMBER', 'ARCHIVE')),
    constraint proposal_is_put_to_a_session check (status in ('DRAFT', 'WITHDRAWN')
                                                   or (session_id is not null and kind is not null and received_on is not null and intake_no is not null)),
    constraint proposal_standing_as_filed_has_a_number check (
        (status in ('FILED', 'HANDLING', 'AWAITING_FEEDBACK', 'FEEDBACK_IN', 'CLOSED')) = (case_no is not null and filed_on is not null)),
    constraint proposal_not_filed_says_why check (
        (status = 'NOT_FILED') = (not_filed_on is not null and not_file_reason is not null and disposition is not null)),
    constraint proposal_merged_says_into_what check ((status = 'MERGED') = (merged_into_id is not null and merged_on is not null)),
    constraint proposal_withdrawn_has_a_day check ((status = 'WITHDRAWN') = (withdrawn_on is not null)),
    constraint proposal_closed_has_a_day check ((status = 'CLOSED') = (closed_on is not null))
);
create index proposal_by_proponent on cell.proposal (tenant_id, proponent_id, id);
create index proposal_by_status on cell.proposal (tenant_id, status, id);
create index proposal_by_session on cell.proposal (tenant_id, session_id, id);
create index proposal_by_title on cell.proposal (tenant_id, title collate "C", id);
create index proposal_by_category on cell.proposal (tenant_id, category, id);
create index proposal_entered_by_idx on cell.proposal (tenant_id, entered_by);
create index proposal_scan_file_idx on cell.proposal (tenant_id, scan_file_id);
create index proposal_key_led_by_idx on cell.proposal (tenant_id, key_led_by);
create index proposal_merged_into_idx on cell.proposal (tenant_id, merged_into_id);
create unique index proposal_case_no on cell.proposal (tenant_id, case_no);
create unique index proposal_intake_no on cell.proposal (tenant_id, session_id, intake_no);
create unique index proposal_import_ref on cell.proposal (tenant_id, import_ref);
alter table cell.proposal enable row level security;
alter table cell.proposal force row level security;
create policy tenant on cell.proposal using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.proposal to app_rw;
grant select on cell.proposal to app_job;
comment on table cell.proposal is 'A written opinion put to the committee, from the first draft to the closed case.';

--changeset tongxin:proposal-suggestion
create table cell.proposal_suggestion (
    tenant_id   uuid    not null default current_setting('app.tenant_id')::uuid,
    proposal_id uuid    not null,
    no          integer not null,
    text        text    not null,
    primary key (tenant_id, proposal_id, no),
    constraint proposal_suggestion_proposal foreign key (tenant_id, proposal_id) references cell.proposal (tenant_id, id) on delete cascade,
    constraint proposal_suggestion_no_is_counted check (no >= 1)
);
alter table cell.proposal_suggestion enable row level security;
alter table cell.proposal_suggestion force row level security;
create policy tenant on cell.proposal_suggestion using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.proposal_suggestion to app_rw;
grant select on cell.proposal_suggestion to app_job;
comment on table cell.proposal_suggestion is 'The numbered suggestions of a proposal; each can be answered.';

--changeset tongxin:proposal-cosigner
create table cell.proposal_cosigner (
    tenant_id   uuid    not null default current_setting('app.tenant_id')::uuid,
    proposal_id uuid    not null,
    seat_id     uuid    not null,
    position    integer not null,
    signed_on   date    not null,
    primary key (tenant_id, proposal_id, seat_id),
    constraint proposal_cosigner_proposal foreign key (tenant_id, proposal_id) references cell.proposal (tenant_id, id) on delete cascade,
    constraint proposal_cosigner_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint proposal_cosigner_position_is_unique unique (tenant_id, proposal_id, position)
);
create index proposal_cosigner_by_seat on cell.proposal_cosigner (tenant_id, seat_id, proposal_id);
alter table cell.proposal_cosigner enable row level security;
alter table cell.proposal_cosigner force row level security;
create policy tenant on cell.proposal_cosigner using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.proposal_cosigner to app_rw;
grant select on cell.proposal_cosigner to app_job;
comment on table cell.proposal_cosigner is 'Who signed a proposal beside its lead proponent, in the order of their names.';

--changeset tongxin:proposal-number
create table cell.proposal_number (
    tenant_id  uuid    not null default current_setting('app.tenant_id')::uuid,
    session_id uuid    not null,
    series     text    not null,
    last       integer not null,
    primary key (tenant_id, session_id, series),
    constraint proposal_number_session foreign key (tenant_id, session_id) references cell.plenary_session (tenant_id, id) on delete restrict,
    constraint proposal_number_series_is_known check (series in ('INTAKE', 'CASE'))
);
alter table cell.proposal_number enable row level security;
alter table cell.proposal_number force row level security;
create policy tenant on cell.proposal_number using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.proposal_number to app_rw;
grant select on cell.proposal_number to app_job;
comment on table cell.proposal_number is 'The last intake number and the last case number of a session. The row stays locked until the filing commits, so that no number is lost.';

--changeset tongxin:proposal-case
create table cell.proposal_case (
    tenant_id   uuid    not null default current_setting('app.tenant_id')::uuid,
    session_id  uuid    not null,
    no          integer not null,
    proposal_id uuid    not null,
    issued_on   date    not null,
    void_on     date,
    primary key (tenant_id, session_id, no),
    constraint proposal_case_session foreign key (tenant_id, session_id) references cell.plenary_session (tenant_id, id) on delete restrict,
    constraint proposal_case_proposal foreign key (tenant_id, proposal_id) references cell.proposal (tenant_id, id) on delete restrict
);
create index proposal_case_by_proposal on cell.proposal_case (tenant_id, proposal_id);
alter table cell.proposal_case enable row level security;
alter table cell.proposal_case force row level security;
create policy tenant on cell.proposal_case using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.proposal_case to app_rw;
grant select on cell.proposal_case to app_job;
comment on table cell.proposal_case is 'Every case number that was ever given, and to what. After un-filing it is void and is never given again.';

--changeset tongxin:proposal-import-line
create table cell.proposal_import_line (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    digest      text        not null,
    import_id   uuid        not null,
    imported_at timestamptz not null,
    primary key (tenant_id, digest)
);
alter table cell.proposal_import_line enable row level security;
alter table cell.proposal_import_line force row level security;
create policy tenant on cell.proposal_import_line using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.proposal_import_line to app_rw;
grant select on cell.proposal_import_line to app_job;
comment on table cell.proposal_import_line is 'The dated lines that the historical import has taken, by digest, so that a second run of the same file changes nothing.';
