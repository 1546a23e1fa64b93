--liquibase formatted sql
-- What the first set of indicators (domain, appendix D) asks of proposals beyond those that were filed, replied and rated.

--changeset tongxin:evidence-proposal-key-led
create or replace view cell.evidence_proposal_key with (security_invoker = true) as
select 'proposal.key'::text                                   as kind,
       p.id                                                   as source_id,
       p.key_led_by                                           as seat_id,
       case when p.key_led_by is null then 'COMMITTEE' else 'SEAT' end as actor_kind,
       'LEADER'::text                                         as role,
       p.key_on                                               as happened_on,
       p.session_id                                           as session_id,
       null::uuid                                             as link_id,
       1::numeric                                             as amount,
       p.filed_on is not null                                 as counts,
       case when p.filed_on is not null then null
            when p.status = 'MERGED' then 'merged:' || p.merged_into_id
            else 'unfiled' end                                as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'no', p.case_no, 'led', (p.key_led_by is not null)::text) as detail
  from cell.proposal p
 where p.key_on is not null;

--changeset tongxin:evidence-proposal-reply-graded
create or replace view cell.evidence_proposal_reply with (security_invoker = true) as
select 'proposal.reply'::text as kind, h.source_id, h.seat_id, h.actor_kind, h.role, r.replied_on as happened_on, h.session_id,
       h.link_id, h.amount, h.counts, h.why_not, h.estimate,
       h.detail || jsonb_build_object('grade', r.grade, 'onTime', (r.replied_on <= a.reply_by)::text) as detail
  from cell.evidence_proposal_handling h
  join cell.handling_assignment a on a.id = h.source_id
 cross join lateral (
       select min(given.replied_on) as replied_on,
              (array_agg(given.grade order by given.round desc))[1] as grade
         from cell.handling_reply given
        where given.assignment_id = h.source_id
          and given.released_at is not null
          and given.taken_back_on is null
          and given.rejected_on is null) r
 where r.replied_on is not null;
comment on view cell.evidence_proposal_reply is 'Handling items that were replied to: the day of the first reply that the office let through, the grade of the last.';

--changeset tongxin:evidence-proposal-rehandled
create view cell.evidence_proposal_rehandled with (security_invoker = true) as
select 'proposal.rehandled'::text                             as kind,
       h.source_id                                            as source_id,
       h.seat_id                                              as seat_id,
       h.actor_kind                                           as actor_kind,
       h.role                                                 as role,
       a.started_on                                           as happened_on,
       h.session_id                                           as session_id,
       h.link_id                                              as link_id,
       h.amount                                               as amount,
       h.counts                                               as counts,
       h.why_not                                              as why_not,
       h.estimate                                             as estimate,
       h.detail || jsonb_build_object('round', a.round::text)       as detail
  from cell.evidence_proposal_handling h
  join cell.handling_assignment a on a.id = h.source_id
 where a.round > 1;
grant select on cell.evidence_proposal_rehandled to app_rw, app_job;
comment on view cell.evidence_proposal_rehandled is 'Handling items that a unit had to handle again, once each however many rounds there were; the day is that of the last round.';

--changeset tongxin:evidence-proposal-consultation
create view cell.evidence_proposal_consultation with (security_invoker = true) as
select 'proposal.consultation'::text                          as kind,
       c.id                                                   as source_id,
       null::uuid                                             as seat_id,
       'COMMITTEE'::text                                      as actor_kind,
       'COMMITTEE'::text                                      as role,
       c.held_on                                              as happened_on,
       p.session_id                                           as session_id,
       p.id                                                   as link_id,
       1::numeric                                             as amount,
       p.filed_on is not null                                 as counts,
       case when p.filed_on is null then 'unfiled' end        as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'no', p.case_no, 'resolved', c.resolved::text) as detail
  from cell.handling_consultation c
  join cell.proposal p on p.id = c.subject_id
 where c.subject_type = 'proposal';
grant select on cell.evidence_proposal_consultation to app_rw, app_job;
comment on view cell.evidence_proposal_consultation is 'Proponent and units face to face over a proposal. The link names the proposal.';

--changeset tongxin:evidence-proposal-member
create view cell.evidence_proposal_member with (security_invoker = true) as
select 'proposal.member'::text                                as kind,
       md5(s.id::text || ps.id::text)::uuid                   as source_id,
       s.id                                                   as seat_id,
       'SEAT'::text                                           as actor_kind,
       'MEMBER'::text                                         as role,
       ps.opens_on                                            as happened_on,
       ps.id                                                  as session_id,
       s.id                                                   as link_id,
       1::numeric                                             as amount,
       s.status <> 'ENDED'                                    as counts,
       case s.status when 'ENDED' then 'ended' end            as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', s.name, 'proposed', (w.seat_id is not null)::text) as detail
  from cell.plenary_session ps
  join cell.seat s on s.term_no = ps.term_no and s.status <> 'PENDING'
  left join (
       select distinct r.session_id, r.seat_id
         from cell.evidence_proposal_received r
        where r.counts) w on w.session_id = ps.id and w.seat_id = s.id
 where exists (
       select from cell.seat_role m
        where m.seat_id = s.id
          and m.role in ('MEMBER', 'STANDING_MEMBER', 'CHAIR_COUNCIL', 'SECTOR_CONVENER', 'GROUP_LEADER', 'COMMITTEE_DIRECTOR'));
grant select on cell.evidence_proposal_member to app_rw, app_job;
comment on view cell.evidence_proposal_member is 'The members of a term in each of its sessions, and whether they put or signed a proposal in it. The source stands for one member in one session; the link names the seat.';
