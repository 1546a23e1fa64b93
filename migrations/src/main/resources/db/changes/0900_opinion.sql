--liquibase formatted sql

--changeset tongxin:opinion-bulletin
create table cell.bulletin (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    id         uuid        not null,
    version    integer     not null,
    name       text        not null,
    active     boolean     not null,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    constraint bulletin_name_is_unique unique (tenant_id, name)
);
alter table cell.bulletin enable row level security;
alter table cell.bulletin force row level security;
create policy tenant on cell.bulletin using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.bulletin to app_rw;
grant select on cell.bulletin to app_job;
comment on table cell.bulletin is 'A serial in which opinion reports are issued, numbered anew each year.';

--changeset tongxin:opinion-bulletin-issue
create table cell.bulletin_issue (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    id          uuid        not null,
    version     integer     not null,
    bulletin_id uuid        not null,
    year        integer,
    no          integer,
    issued_on   date,
    issued_by   uuid,
    created_by  uuid        not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    primary key (tenant_id, id),
    constraint bulletin_issue_no_is_unique unique (tenant_id, bulletin_id, year, no),
    constraint bulletin_issue_bulletin foreign key (tenant_id, bulletin_id) references cell.bulletin (tenant_id, id) on delete restrict,
    constraint bulletin_issue_issued_by foreign key (tenant_id, issued_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint bulletin_issue_created_by foreign key (tenant_id, created_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint bulletin_issue_is_numbered_when_issued check ((issued_on is null) = (no is null) and (no is null) = (year is null)),
    constraint bulletin_issue_no_is_counted check (no >= 1)
);
create index bulletin_issue_in_order on cell.bulletin_issue (tenant_id, issued_on, id);
create index bulletin_issue_by_issuer on cell.bulletin_issue (tenant_id, issued_by);
create index bulletin_issue_by_creator on cell.bulletin_issue (tenant_id, created_by);
alter table cell.bulletin_issue enable row level security;
alter table cell.bulletin_issue force row level security;
create policy tenant on cell.bulletin_issue using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.bulletin_issue to app_rw;
grant select on cell.bulletin_issue to app_job;
comment on table cell.bulletin_issue is 'One issue of a bulletin: built by the editor, numbered without a gap when the approver issues it.';

--changeset tongxin:opinion-bulletin-item
create table cell.bulletin_item (
    tenant_id uuid    not null default current_setting('app.tenant_id')::uuid,
    id        uuid    not null,
    issue_id  uuid    not null,
    position  integer not null,
    mode      text    not null,
    title     text    not null,
    text      text    not null,
    primary key (tenant_id, id),
    constraint bulletin_item_position_is_unique unique (tenant_id, issue_id, position),
    constraint bulletin_item_issue foreign key (tenant_id, issue_id) references cell.bulletin_issue (tenant_id, id) on delete cascade,
    constraint bulletin_item_mode_is_known check (mode in ('SINGLE', 'COMPOSITE'))
);
alter table cell.bulletin_item enable row level security;
alter table cell.bulletin_item force row level security;
create policy tenant on cell.bulletin_item using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.bulletin_item to app_rw;
grant select on cell.bulletin_item to app_job;
comment on table cell.bulletin_item is 'One piece of an issue: a single report as it was edited, or a composite written from several.';

--changeset tongxin:opinion-commission
create table cell.opinion_commission (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    id         uuid        not null,
    version    integer     not null,
    topic      text        not null,
    brief      text        not null,
    due_on     date        not null,
    closed_on  date,
    created_by uuid        not null,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    constraint opinion_commission_created_by foreign key (tenant_id, created_by) references cell.seat (tenant_id, id) on delete restrict
);
create index opinion_commission_in_order on cell.opinion_commission (tenant_id, due_on, id);
create index opinion_commission_by_creator on cell.opinion_commission (tenant_id, created_by);
alter table cell.opinion_commission enable row level security;
alter table cell.opinion_commission force row level security;
create policy tenant on cell.opinion_commission using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.opinion_commission to app_rw;
grant select on cell.opinion_commission to app_job;
comment on table cell.opinion_commission is 'The office asks chosen members to write on a topic until a day.';

create table cell.opinion_commission_seat (
    tenant_id     uuid not null default current_setting('app.tenant_id')::uuid,
    commission_id uuid not null,
    seat_id       uuid not null,
    primary key (tenant_id, commission_id, seat_id),
    constraint opinion_commission_seat_commission foreign key (tenant_id, commission_id) references cell.opinion_commission (tenant_id, id) on delete cascade,
    constraint opinion_commission_seat_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict
);
create index opinion_commission_seat_by_seat on cell.opinion_commission_seat (tenant_id, seat_id, commission_id);
alter table cell.opinion_commission_seat enable row level security;
alter table cell.opinion_commission_seat force row level security;
create policy tenant on cell.opinion_commission_seat using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.opinion_commission_seat to app_rw;
grant select on cell.opinion_commission_seat to app_job;
comment on table cell.opinion_commission_seat is 'Who was asked to write.';

--changeset tongxin:opinion-report
create table cell.opinion_report (
    tenant_id           uuid        not null default current_setting('app.tenant_id')::uuid,
    id                  uuid        not null,
    version             integer     not null,
    status              text        not null,
    kind                text        not null,
    author_kind         text        not null,
    author_id           uuid,
    entered_by          uuid,
    title               text        not null,
    situation           text        not null,
    analysis            text        not null,
    suggestions         text        not null,
    sealed_text         text,
    topic               text,
    urgency             text        not null,
    confidentiality     text        not null,
    open_to_public      boolean     not null,
    source              text,
    commission_id       uuid,
    session_id          uuid,
    submitted_at        timestamptz,
    submitted_on        date,
    taken_by            uuid,
    answered_on         date,
    answer_reason       text,
    answer_comment      text,
    mode                text,
    issued_on           date,
    closed_on           date,
    withdrawn_on        date,
    same_as_proposal_id uuid,
    sent_up_on          date,
    sent_up_to          text,
    upper_status        text,
    upper_on            date,
    origin_committee_id uuid,
    origin_code         text,
    origin_name         text,
    origin_report_id    uuid,
    last_move           text,
    last_move_by        uuid,
    last_move_from      text,
    imported            boolean     not null default false,
    import_ref          text,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    primary key (tenant_id, id),
    constraint opinion_report_author foreign key (tenant_id, author_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint opinion_report_entered_by foreign key (tenant_id, entered_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint opinion_report_taken_by foreign key (tenant_id, taken_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint opinion_report_session foreign key (tenant_id, session_id) references cell.plenary_session (tenant_id, id) on delete restrict,
    constraint opinion_report_commission foreign key (tenant_id, commission_id) references cell.opinion_commission (tenant_id, id) on delete restrict,
    constraint opinion_report_same_as_proposal foreign key (tenant_id, same_as_proposal_id) references cell.proposal (tenant_id, id) on delete restrict,
    constraint opinion_report_import_ref_is_unique unique (tenant_id, import_ref),
    constraint opinion_report_copy_is_unique unique (tenant_id, origin_committee_id, origin_report_id),
    constraint opinion_report_status_is_known check (status in ('DRAFT', 'SUBMITTED', 'EDITING', 'IN_APPROVAL', 'ISSUED', 'FORWARDED', 'CLOSED', 'RETAINED', 'NOT_USED', 'WITHDRAWN')),
    constraint opinion_report_kind_is_known check (kind in ('REPORT', 'MICRO')),
    constraint opinion_report_author_kind_is_known check (author_kind in ('MEMBER', 'ORGANIZATION', 'INFORMANT', 'STATION', 'COMMITTEE')),
    constraint opinion_report_has_its_author check (author_kind not in ('MEMBER', 'ORGANIZATION') or author_id is not null),
    constraint opinion_report_copy_names_its_origin check ((author_kind = 'COMMITTEE') = (origin_committee_id is not null) and (origin_committee_id is null) = (origin_report_id is null) and (origin_committee_id is null) = (origin_code is null)),
    constraint opinion_report_urgency_is_known check (urgency in ('NORMAL', 'URGENT')),
    constraint opinion_report_confidentiality_is_known check (confidentiality in ('INTERNAL', 'OPEN')),
    constraint opinion_report_mode_is_known check (mode in ('SINGLE', 'COMPOSITE')),
    constraint opinion_report_came_in_once_submitted check (status = 'DRAFT' or submitted_on is not null),
    constraint opinion_report_is_issued_with_a_day check ((issued_on is null) = (mode is null)),
    constraint opinion_report_stands_issued check (status not in ('ISSUED', 'FORWARDED', 'CLOSED') or issued_on is not null),
    constraint opinion_report_is_sent_up_somewhere check ((sent_up_on is null) = (sent_up_to is null)),
    constraint opinion_report_import_is_named check (imported = (import_ref is not null))
);
create index opinion_report_by_author on cell.opinion_report (tenant_id, author_id, id);
create index opinion_report_by_typist on cell.opinion_report (tenant_id, entered_by, id);
create index opinion_report_by_editor on cell.opinion_report (tenant_id, taken_by, id);
create index opinion_report_by_status on cell.opinion_report (tenant_id, status, submitted_on, id);
create index opinion_report_by_day on cell.opinion_report (tenant_id, submitted_on, id);
create index opinion_report_by_session on cell.opinion_report (tenant_id, session_id, id);
create index opinion_report_by_commission on cell.opinion_report (tenant_id, commission_id, id);
create index opinion_report_by_proposal on cell.opinion_report (tenant_id, same_as_proposal_id);
create index opinion_report_title on cell.opinion_report (tenant_id, title collate "C", id);
alter table cell.opinion_report enable row level security;
alter table cell.opinion_report force row level security;
create policy tenant on cell.opinion_report using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.opinion_report to app_rw;
grant select, insert, update on cell.opinion_report to app_job;
comment on table cell.opinion_report is 'A report on public concerns, from its first draft to what became of it. A copy from below names where it came from; a text that was referred to another channel lies sealed.';

create table cell.bulletin_item_report (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    report_id uuid not null,
    item_id   uuid not null,
    primary key (tenant_id, report_id),
    constraint bulletin_item_report_report foreign key (tenant_id, report_id) references cell.opinion_report (tenant_id, id) on delete restrict,
    constraint bulletin_item_report_item foreign key (tenant_id, item_id) references cell.bulletin_item (tenant_id, id) on delete cascade
);
create index bulletin_item_report_by_item on cell.bulletin_item_report (tenant_id, item_id, report_id);
alter table cell.bulletin_item_report enable row level security;
alter table cell.bulletin_item_report force row level security;
create policy tenant on cell.bulletin_item_report using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.bulletin_item_report to app_rw;
grant select on cell.bulletin_item_report to app_job;
comment on table cell.bulletin_item_report is 'From which reports a piece is made; a report stands in one piece.';

create table cell.opinion_edition (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    report_id   uuid        not null,
    title       text        not null,
    situation   text        not null,
    analysis    text        not null,
    suggestions text        not null,
    edited_by   uuid,
    edited_at   timestamptz not null,
    primary key (tenant_id, report_id),
    constraint opinion_edition_report foreign key (tenant_id, report_id) references cell.opinion_report (tenant_id, id) on delete cascade,
    constraint opinion_edition_edited_by foreign key (tenant_id, edited_by) references cell.seat (tenant_id, id) on delete restrict
);
create index opinion_edition_by_editor on cell.opinion_edition (tenant_id, edited_by);
alter table cell.opinion_edition enable row level security;
alter table cell.opinion_edition force row level security;
create policy tenant on cell.opinion_edition using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.opinion_edition to app_rw;
grant select on cell.opinion_edition to app_job;
comment on table cell.opinion_edition is 'A report as the office edited it; what the author wrote stays in the report.';

create table cell.opinion_author (
    tenant_id uuid    not null default current_setting('app.tenant_id')::uuid,
    report_id uuid    not null,
    position  integer not null,
    seat_id   uuid,
    name      text    not null,
    contact   text,
    primary key (tenant_id, report_id, position),
    constraint opinion_author_seat_is_unique unique (tenant_id, report_id, seat_id),
    constraint opinion_author_report foreign key (tenant_id, report_id) references cell.opinion_report (tenant_id, id) on delete cascade,
    constraint opinion_author_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint opinion_author_contact_is_an_outsiders check (seat_id is null or contact is null)
);
create index opinion_author_by_seat on cell.opinion_author (tenant_id, seat_id, report_id);
alter table cell.opinion_author enable row level security;
alter table cell.opinion_author force row level security;
create policy tenant on cell.opinion_author using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.opinion_author to app_rw;
grant select, insert on cell.opinion_author to app_job;
comment on table cell.opinion_author is 'Who wrote along, in order: members by their seat, others by name. How to reach an outsider is sealed.';

--changeset tongxin:opinion-outcome
create table cell.opinion_outcome (
    tenant_id     uuid        not null default current_setting('app.tenant_id')::uuid,
    id            uuid        not null,
    report_id     uuid        not null,
    kind          text        not null,
    level         text        not null,
    happened_on   date        not null,
    who           text        not null,
    note          text,
    file_id       uuid,
    instruction   text,
    entered_by    uuid,
    echoed_from   text,
    imported      boolean     not null default false,
    removed_on    date,
    remove_reason text,
    created_at    timestamptz not null,
    primary key (tenant_id, id),
    constraint opinion_outcome_report foreign key (tenant_id, report_id) references cell.opinion_report (tenant_id, id) on delete restrict,
    constraint opinion_outcome_file foreign key (tenant_id, file_id) references cell.stored_file (tenant_id, id) on delete restrict,
    constraint opinion_outcome_entered_by foreign key (tenant_id, entered_by) references cell.seat (tenant_id, id) on delete restrict,
    constraint opinion_outcome_kind_is_known check (kind in ('USED', 'INSTRUCTION', 'FORWARDED', 'RESOLVED', 'MEDIA')),
    constraint opinion_outcome_level_is_known check (level in ('COUNTY', 'PREFECTURE', 'PROVINCE', 'NATIONAL')),
    constraint opinion_outcome_instruction_is_a_leaders check (kind = 'INSTRUCTION' or instruction is null),
    constraint opinion_outcome_is_removed_for_a_reason check ((removed_on is null) = (remove_reason is null))
);
create index opinion_outcome_by_report on cell.opinion_outcome (tenant_id, report_id, id);
create index opinion_outcome_in_order on cell.opinion_outcome (tenant_id, happened_on, id);
create index opinion_outcome_by_file on cell.opinion_outcome (tenant_id, file_id);
create index opinion_outcome_by_clerk on cell.opinion_outcome (tenant_id, entered_by);
create unique index opinion_outcome_once on cell.opinion_outcome (tenant_id, report_id, kind, happened_on, (case when who = '' then level else who end))
    where removed_on is null and echoed_from is null;
alter table cell.opinion_outcome enable row level security;
alter table cell.opinion_outcome force row level security;
create policy tenant on cell.opinion_outcome using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.opinion_outcome to app_rw;
grant select, insert, update on cell.opinion_outcome to app_job;
comment on table cell.opinion_outcome is 'What came of an issued report, at which level. The words of a leader''s instruction lie sealed.';
