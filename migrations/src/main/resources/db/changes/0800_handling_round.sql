--liquibase formatted sql
-- Several units on one matter: extensions, contacts, opinions of assistants, promises, the review of replies, and rounds.

--changeset tongxin:handling-assignment-rounds
alter table cell.handling_assignment
    add column round               integer not null default 1,
    add column started_on          date,
    add column by_silence          boolean not null default false,
    add column extension_asked_on  date,
    add column extension_until     date,
    add column extension_reason    text,
    add column extension_decision  text,
    add column extensions          integer not null default 0,
    add column released_on         date,
    add column review_comment      text,
    add column overdue_since       date,
    add column urged_on            date,
    add column escalated_to        text;
alter table cell.handling_assignment
    drop constraint handling_assignment_status_is_known,
    drop constraint handling_assignment_replied_has_a_day;
alter table cell.handling_assignment no force row level security;
update cell.handling_assignment
   set started_on  = assigned_on,
       released_on = case when status = 'REPLIED' and role <> 'ASSIST' then replied_on end,
       status      = case when status <> 'REPLIED' then status when role = 'ASSIST' then 'OPINION_GIVEN' else 'REPLY_ACCEPTED' end;
alter table cell.handling_assignment force row level security;
alter table cell.handling_assignment alter column started_on set not null;
alter table cell.handling_assignment
    add constraint handling_assignment_status_is_known check (status in ('SENT', 'ACCEPTED', 'RETURN_REQUESTED', 'RETURNED', 'EXTENSION_REQUESTED',
                                                                         'OPINION_GIVEN', 'REPLIED', 'REPLY_ACCEPTED', 'CANCELLED')),
    add constraint handling_assignment_replied_has_a_day check (status not in ('OPINION_GIVEN', 'REPLIED', 'REPLY_ACCEPTED') or replied_on is not null),
    add constraint handling_assignment_released_has_a_day check (status <> 'REPLY_ACCEPTED' or released_on is not null),
    add constraint handling_assignment_assistants_do_not_reply check (role <> 'ASSIST' or status not in ('REPLIED', 'REPLY_ACCEPTED')),
    add constraint handling_assignment_only_assistants_give_opinions check (role = 'ASSIST' or status <> 'OPINION_GIVEN'),
    add constraint handling_assignment_extension_has_a_date check (status <> 'EXTENSION_REQUESTED' or extension_until is not null),
    add constraint handling_assignment_escalated_to_is_known check (escalated_to in ('LEADER', 'BOARD'));
drop index cell.handling_assignment_once_a_unit;
create unique index handling_assignment_once_a_unit on cell.handling_assignment (tenant_id, subject_type, subject_id, unit_id)
    where status not in ('RETURNED', 'CANCELLED');
create index handling_assignment_by_feedback on cell.handling_assignment (tenant_id, status, feedback_by, id);
grant insert, update on cell.handling_assignment to app_job;

--changeset tongxin:handling-contact
create table cell.handling_contact (
    tenant_id     uuid        not null default current_setting('app.tenant_id')::uuid,
    id            uuid        not null,
    assignment_id uuid        not null,
    round         integer     not null,
    mode          text        not null,
    on_day        date        not null,
    who           text        not null,
    text          text,
    seat_id       uuid,
    created_at    timestamptz not null,
    primary key (tenant_id, id),
    constraint handling_contact_assignment foreign key (tenant_id, assignment_id) references cell.handling_assignment (tenant_id, id) on delete restrict,
    constraint handling_contact_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint handling_contact_mode_is_known check (mode in ('MEET', 'FORUM', 'PHONE', 'MAIL', 'LETTER', 'OTHER'))
);
create index handling_contact_by_assignment on cell.handling_contact (tenant_id, assignment_id, on_day, id);
create index handling_contact_seat_idx on cell.handling_contact (tenant_id, seat_id);
alter table cell.handling_reply no force row level security;
insert into cell.handling_contact (tenant_id, id, assignment_id, round, mode, on_day, who, seat_id, created_at)
select tenant_id, id, assignment_id, round, contact_mode, coalesce(contact_on, replied_on), coalesce(contact_who, ''), seat_id, created_at
  from cell.handling_reply
 where contact_mode is not null;
alter table cell.handling_reply force row level security;
alter table cell.handling_contact enable row level security;
alter table cell.handling_contact force row level security;
create policy tenant on cell.handling_contact using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.handling_contact to app_rw;
grant select on cell.handling_contact to app_job;
comment on table cell.handling_contact is 'A talk between unit and proponent; as many as there were, each round its own.';

--changeset tongxin:handling-reply-reviewed
alter table cell.handling_reply
    add column released_at timestamptz,
    drop constraint handling_reply_contact_mode_is_known,
    drop column contact_mode,
    drop column contact_on,
    drop column contact_who,
    add column corrected_from text,
    add column rejected_on    date,
    add column reject_reason  text,
    add column device         text,
    add constraint handling_reply_rejected_says_why check ((rejected_on is null) = (reject_reason is null)),
    add constraint handling_reply_corrected_from_is_known check (corrected_from in ('SOLVED', 'IN_PROGRESS', 'PLANNED', 'REFERENCE'));
alter table cell.handling_reply no force row level security;
update cell.handling_reply set released_at = created_at;
alter table cell.handling_reply force row level security;
drop index cell.handling_reply_once_a_round;
create unique index handling_reply_once_a_round on cell.handling_reply (tenant_id, assignment_id, round)
    where taken_back_on is null and rejected_on is null;

--changeset tongxin:handling-opinion
create table cell.handling_opinion (
    tenant_id     uuid        not null default current_setting('app.tenant_id')::uuid,
    id            uuid        not null,
    assignment_id uuid        not null,
    round         integer     not null,
    doc_no        text,
    text          text        not null,
    signer        text        not null,
    signed_on     date        not null,
    seat_id       uuid,
    given_on      date        not null,
    taken_back_on date,
    created_at    timestamptz not null,
    primary key (tenant_id, id),
    constraint handling_opinion_assignment foreign key (tenant_id, assignment_id) references cell.handling_assignment (tenant_id, id) on delete restrict,
    constraint handling_opinion_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict
);
create unique index handling_opinion_once_a_round on cell.handling_opinion (tenant_id, assignment_id, round) where taken_back_on is null;
create index handling_opinion_by_assignment on cell.handling_opinion (tenant_id, assignment_id, round);
create index handling_opinion_seat_idx on cell.handling_opinion (tenant_id, seat_id);
alter table cell.handling_opinion enable row level security;
alter table cell.handling_opinion force row level security;
create policy tenant on cell.handling_opinion using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.handling_opinion to app_rw;
grant select on cell.handling_opinion to app_job;
comment on table cell.handling_opinion is 'What an assisting unit tells the leading one; it goes into the leader''s reply.';

--changeset tongxin:handling-promise
create table cell.handling_promise (
    tenant_id uuid    not null default current_setting('app.tenant_id')::uuid,
    reply_id  uuid    not null,
    no        integer not null,
    text      text    not null,
    due_on    date    not null,
    owner     text    not null,
    primary key (tenant_id, reply_id, no),
    constraint handling_promise_reply foreign key (tenant_id, reply_id) references cell.handling_reply (tenant_id, id) on delete cascade
);
create index handling_promise_by_day on cell.handling_promise (tenant_id, due_on, reply_id, no);
alter table cell.handling_promise enable row level security;
alter table cell.handling_promise force row level security;
create policy tenant on cell.handling_promise using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.handling_promise to app_rw;
grant select on cell.handling_promise to app_job;
comment on table cell.handling_promise is 'What a unit promises in its reply, by when, and who answers for it.';

--changeset tongxin:handling-rating-form
alter table cell.handling_rating
    add column on_point text,
    add column visited  text,
    add column contact_mode text,
    add column device   text,
    add constraint handling_rating_on_point_is_known check (on_point in ('ON_POINT', 'BASICALLY_ON_POINT', 'OFF_POINT')),
    add constraint handling_rating_visited_is_known check (visited in ('VISITED', 'NOT_NEEDED', 'NOT_VISITED')),
    add constraint handling_rating_contact_mode_is_known check (contact_mode in ('MEET', 'FORUM', 'PHONE', 'MAIL', 'LETTER', 'OTHER'));
grant insert, update on cell.handling_rating to app_job;

--changeset tongxin:handling-evaluation
create table cell.handling_evaluation (
    tenant_id     uuid    not null default current_setting('app.tenant_id')::uuid,
    assignment_id uuid    not null,
    quality       text    not null,
    comment       text,
    seat_id       uuid    not null,
    evaluated_on  date    not null,
    primary key (tenant_id, assignment_id),
    constraint handling_evaluation_assignment foreign key (tenant_id, assignment_id) references cell.handling_assignment (tenant_id, id) on delete restrict,
    constraint handling_evaluation_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint handling_evaluation_quality_is_known check (quality in ('GOOD', 'FAIR', 'POOR'))
);
create index handling_evaluation_seat_idx on cell.handling_evaluation (tenant_id, seat_id);
alter table cell.handling_evaluation enable row level security;
alter table cell.handling_evaluation force row level security;
create policy tenant on cell.handling_evaluation using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.handling_evaluation to app_rw;
grant select on cell.handling_evaluation to app_job;
comment on table cell.handling_evaluation is 'What a unit thinks of the text it had to answer: the other half of the two-way evaluation, for the office.';

--changeset tongxin:handling-consultation
create table cell.handling_consultation (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    id           uuid        not null,
    subject_type text        not null,
    subject_id   uuid        not null,
    round        integer     not null,
    held_on      date        not null,
    attendees    text        not null,
    minutes      text        not null,
    resolved     boolean     not null,
    seat_id      uuid        not null,
    created_at   timestamptz not null,
    primary key (tenant_id, id),
    constraint handling_consultation_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict
);
create unique index handling_consultation_once_a_round on cell.handling_consultation (tenant_id, subject_type, subject_id, round);
create index handling_consultation_seat_idx on cell.handling_consultation (tenant_id, seat_id);
alter table cell.handling_consultation enable row level security;
alter table cell.handling_consultation force row level security;
create policy tenant on cell.handling_consultation using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.handling_consultation to app_rw;
grant select on cell.handling_consultation to app_job;
comment on table cell.handling_consultation is 'Proponent and units face to face, after the last round of re-handling, with minutes and whether it was resolved.';

--changeset tongxin:proposal-handled
alter table cell.proposal
    drop constraint proposal_status_is_known,
    drop constraint proposal_standing_as_filed_has_a_number,
    add constraint proposal_standing_as_filed_has_a_number check (
        (status in ('FILED', 'HANDLING', 'REPLY_REVIEW', 'AWAITING_FEEDBACK', 'FEEDBACK_IN', 'REHANDLING', 'CLOSED')) = (case_no is not null and filed_on is not null)),
    add constraint proposal_status_is_known check (status in ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'FILED', 'MERGED', 'NOT_FILED', 'HANDLING', 'REPLY_REVIEW',
                                                              'AWAITING_FEEDBACK', 'FEEDBACK_IN', 'REHANDLING', 'CLOSED', 'WITHDRAWN'));
grant update on cell.proposal to app_job;

--changeset tongxin:evidence-proposal-reply-released
create or replace view cell.evidence_proposal_reply with (security_invoker = true) as
select 'proposal.reply'::text as kind, h.source_id, h.seat_id, h.actor_kind, h.role, r.replied_on as happened_on, h.session_id,
       h.link_id, h.amount, h.counts, h.why_not, h.estimate, h.detail
  from cell.evidence_proposal_handling h
 cross join lateral (
       select min(given.replied_on) as replied_on
         from cell.handling_reply given
        where given.assignment_id = h.source_id
          and given.released_at is not null
          and given.taken_back_on is null
          and given.rejected_on is null) r
 where r.replied_on is not null;
comment on view cell.evidence_proposal_reply is 'Handling items that were replied to: a reply that the office let through, in whichever round was the first.';
