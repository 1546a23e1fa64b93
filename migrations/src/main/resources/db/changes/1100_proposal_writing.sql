--liquibase formatted sql
-- Who proposes and signs beside whom; what a proponent may say besides the text; how a review goes on.

--changeset tongxin:proposal-written-in-full
-- A foreign key is checked as the owner, who sees no committee's rows while row-level security is forced on him.
alter table cell.proposal no force row level security;
alter table cell.stored_file no force row level security;
alter table cell.handling_unit no force row level security;
alter table cell.proposal
    drop constraint proposal_status_is_known,
    drop constraint proposal_is_put_to_a_session,
    add column seal_file_id         uuid,
    add column allow_second         boolean not null default false,
    add column wants_contact_by     text,
    add column suggested_lead_unit  uuid,
    add column based_on_type        text,
    add column based_on_id          uuid,
    add column based_on_note        text,
    add column review_by            date,
    add column appealed_on          date,
    add column appeal_reason        text,
    add column conversion           text,
    add column superseded_on        date,
    add constraint proposal_seal_file foreign key (tenant_id, seal_file_id) references cell.stored_file (tenant_id, id) on delete restrict,
    add constraint proposal_suggested_lead_unit foreign key (tenant_id, suggested_lead_unit) references cell.handling_unit (tenant_id, id) on delete restrict,
    add constraint proposal_status_is_known check (status in ('DRAFT', 'CO_SIGNING', 'SUBMITTED', 'IN_REVIEW', 'FILED', 'MERGED', 'NOT_FILED', 'SUPERSEDED',
                                                              'HANDLING', 'REPLY_REVIEW', 'AWAITING_FEEDBACK', 'FEEDBACK_IN', 'REHANDLING', 'CLOSED',
                                                              'WITHDRAWN')),
    add constraint proposal_is_put_to_a_session check (status in ('DRAFT', 'CO_SIGNING', 'WITHDRAWN')
                                                       or (session_id is not null and kind is not null and received_on is not null and intake_no is not null)),
    add constraint proposal_wants_contact_by_is_known check (wants_contact_by in ('MEET', 'FORUM', 'PHONE', 'MAIL', 'LETTER', 'OTHER')),
    add constraint proposal_based_on_is_known check (based_on_type in ('PROPOSAL', 'READING_POST', 'RESEARCH', 'APPEAL', 'OTHER')),
    add constraint proposal_based_on_names_what check (based_on_type is null or based_on_id is not null or based_on_note is not null),
    add constraint proposal_conversion_is_known check (conversion in ('ASKED', 'AGREED', 'REFUSED')),
    add constraint proposal_conversion_is_of_what_was_not_filed check (conversion is null or status = 'NOT_FILED'),
    add constraint proposal_superseded_has_a_day check ((status = 'SUPERSEDED') = (superseded_on is not null));
alter table cell.proposal force row level security;
alter table cell.stored_file force row level security;
alter table cell.handling_unit force row level security;
create index proposal_seal_file_idx on cell.proposal (tenant_id, seal_file_id);
create index proposal_suggested_lead_unit_idx on cell.proposal (tenant_id, suggested_lead_unit);

--changeset tongxin:proposal-suggested-unit
create table cell.proposal_suggested_unit (
    tenant_id   uuid not null default current_setting('app.tenant_id')::uuid,
    proposal_id uuid not null,
    unit_id     uuid not null,
    primary key (tenant_id, proposal_id, unit_id),
    constraint proposal_suggested_unit_proposal foreign key (tenant_id, proposal_id) references cell.proposal (tenant_id, id) on delete cascade,
    constraint proposal_suggested_unit_unit foreign key (tenant_id, unit_id) references cell.handling_unit (tenant_id, id) on delete restrict
);
create index proposal_suggested_unit_by_unit on cell.proposal_suggested_unit (tenant_id, unit_id);
alter table cell.proposal_suggested_unit enable row level security;
alter table cell.proposal_suggested_unit force row level security;
create policy tenant on cell.proposal_suggested_unit using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.proposal_suggested_unit to app_rw;
grant select on cell.proposal_suggested_unit to app_job;
comment on table cell.proposal_suggested_unit is 'Units that the proponent would like to see assisting; the office decides.';

--changeset tongxin:proposal-cosigner-asked
alter table cell.proposal_cosigner
    add column state       text not null default 'SIGNED',
    add column answer_by   date,
    add column answered_at timestamptz,
    add column comment     text,
    alter column signed_on drop not null,
    add constraint proposal_cosigner_state_is_known check (state in ('ASKED', 'SIGNED', 'DECLINED', 'REVOKED', 'LAPSED')),
    add constraint proposal_cosigner_signed_has_a_day check ((state = 'SIGNED') = (signed_on is not null)),
    add constraint proposal_cosigner_asked_has_a_deadline check (state <> 'ASKED' or answer_by is not null);
comment on table cell.proposal_cosigner is 'Who was asked to sign a proposal beside its lead proponent, in the order of their names, and what came of it.';

--changeset tongxin:proposal-second
create table cell.proposal_second (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    proposal_id uuid        not null,
    seat_id     uuid        not null,
    comment     text,
    seconded_at timestamptz not null,
    primary key (tenant_id, proposal_id, seat_id),
    constraint proposal_second_proposal foreign key (tenant_id, proposal_id) references cell.proposal (tenant_id, id) on delete cascade,
    constraint proposal_second_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict
);
create index proposal_second_by_seat on cell.proposal_second (tenant_id, seat_id, proposal_id);
alter table cell.proposal_second enable row level security;
alter table cell.proposal_second force row level security;
create policy tenant on cell.proposal_second using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.proposal_second to app_rw;
grant select on cell.proposal_second to app_job;
comment on table cell.proposal_second is 'Members who support a proposal later, where its lead proponent allows it; they do not become proponents.';

--changeset tongxin:organization
create table cell.organization (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    seat_id   uuid not null,
    kind      text not null,
    primary key (tenant_id, seat_id),
    constraint organization_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint organization_kind_is_known check (kind in ('PARTY', 'ORGANIZATION', 'SPECIAL_COMMITTEE'))
);
alter table cell.organization enable row level security;
alter table cell.organization force row level security;
create policy tenant on cell.organization using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.organization to app_rw;
grant select on cell.organization to app_job;
comment on table cell.organization is 'A seat that is a body rather than a person: a party, an organisation, a special committee.';

create table cell.organization_clerk (
    tenant_id       uuid not null default current_setting('app.tenant_id')::uuid,
    organization_id uuid not null,
    seat_id         uuid not null,
    primary key (tenant_id, organization_id, seat_id),
    constraint organization_clerk_organization foreign key (tenant_id, organization_id) references cell.organization (tenant_id, seat_id) on delete restrict,
    constraint organization_clerk_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict
);
create index organization_clerk_by_seat on cell.organization_clerk (tenant_id, seat_id, organization_id);
alter table cell.organization_clerk enable row level security;
alter table cell.organization_clerk force row level security;
create policy tenant on cell.organization_clerk using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.organization_clerk to app_rw;
grant select on cell.organization_clerk to app_job;
comment on table cell.organization_clerk is 'Who acts for a body, each from a seat of his own, so that history says who it was.';

--changeset tongxin:proposal-review
create table cell.proposal_reviewer (
    tenant_id uuid    not null default current_setting('app.tenant_id')::uuid,
    stage     integer not null,
    seat_id   uuid    not null,
    primary key (tenant_id, stage, seat_id),
    constraint proposal_reviewer_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint proposal_reviewer_stage_is_of_a_review check (stage between 1 and 4)
);
create index proposal_reviewer_by_seat on cell.proposal_reviewer (tenant_id, seat_id, stage);
alter table cell.proposal_reviewer enable row level security;
alter table cell.proposal_reviewer force row level security;
create policy tenant on cell.proposal_reviewer using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.proposal_reviewer to app_rw;
grant select on cell.proposal_reviewer to app_job;
comment on table cell.proposal_reviewer is 'Who reviews at which stage. A stage that names nobody is open to every reviewer.';

create table cell.proposal_opening (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    proposal_id uuid        not null,
    seat_id     uuid        not null,
    opened_at   timestamptz not null,
    primary key (tenant_id, proposal_id, seat_id),
    constraint proposal_opening_proposal foreign key (tenant_id, proposal_id) references cell.proposal (tenant_id, id) on delete cascade,
    constraint proposal_opening_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict
);
create index proposal_opening_by_seat on cell.proposal_opening (tenant_id, seat_id, proposal_id);
alter table cell.proposal_opening enable row level security;
alter table cell.proposal_opening force row level security;
create policy tenant on cell.proposal_opening using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.proposal_opening to app_rw;
grant select on cell.proposal_opening to app_job;
comment on table cell.proposal_opening is 'Which reviewer has opened which proposal, and when last: a decision by list is for those that were read.';

--changeset tongxin:link
create table cell.link (
    tenant_id uuid        not null default current_setting('app.tenant_id')::uuid,
    kind      text        not null,
    from_type text        not null,
    from_id   uuid        not null,
    to_type   text        not null,
    to_id     uuid        not null,
    made_at   timestamptz not null,
    primary key (tenant_id, kind, from_type, from_id, to_type, to_id),
    constraint link_kind_is_known check (kind in ('SPLIT_INTO', 'CONVERTED_TO'))
);
create index link_by_target on cell.link (tenant_id, to_type, to_id, kind);
alter table cell.link enable row level security;
alter table cell.link force row level security;
create policy tenant on cell.link using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.link to app_rw;
grant select on cell.link to app_job;
comment on table cell.link is 'What became of a matter in another: read from either end.';

--changeset tongxin:evidence-of-signed-proposals
create or replace view cell.evidence_proposal_received with (security_invoker = true) as
select 'proposal.received'::text                              as kind,
       p.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       'SEAT'::text                                           as actor_kind,
       by.role                                                as role,
       p.received_on                                          as happened_on,
       p.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'LEAD' then 1::numeric end           as amount,
       p.status not in ('WITHDRAWN', 'SUPERSEDED')            as counts,
       case p.status when 'WITHDRAWN' then 'withdrawn'
                     when 'SUPERSEDED' then 'split' end       as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'no', p.case_no)  as detail
  from cell.proposal p
 cross join lateral (
       select p.proponent_id as seat_id, 'LEAD'::text as role
       union all
       select c.seat_id, 'COSIGNER'::text from cell.proposal_cosigner c where c.proposal_id = p.id and c.state = 'SIGNED') by
 where p.received_on is not null
   and p.status not in ('DRAFT', 'CO_SIGNING');

create or replace view cell.evidence_proposal_filed with (security_invoker = true) as
select 'proposal.filed'::text                                 as kind,
       p.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       'SEAT'::text                                           as actor_kind,
       by.role                                                as role,
       coalesce(p.filed_on, c.issued_on)                      as happened_on,
       p.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'LEAD' then 1::numeric end           as amount,
       p.filed_on is not null                                 as counts,
       case when p.filed_on is not null then null
            when p.status = 'MERGED' then 'merged:' || p.merged_into_id
            when p.status = 'WITHDRAWN' then 'withdrawn'
            else 'unfiled' end                                as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'no', coalesce(p.case_no, c.no::text)) as detail
  from cell.proposal p
 cross join lateral (
       select n.no, n.issued_on from cell.proposal_case n where n.proposal_id = p.id order by n.no desc limit 1) c
 cross join lateral (
       select p.proponent_id as seat_id, 'LEAD'::text as role
       union all
       select s.seat_id, 'COSIGNER'::text from cell.proposal_cosigner s where s.proposal_id = p.id and s.state = 'SIGNED') by;
