--liquibase formatted sql
-- Who was a member in a session is told by that session's own period: today's seats say nothing of it. When a term ended, all its seats did,
-- and the share of every past session stood at 0 of 0. A seat's decision is its latest: who came back from a suspension had been there.

--changeset tongxin:evidence-proposal-member-of-its-time
create or replace view cell.evidence_proposal_member with (security_invoker = true) as
select 'proposal.member'::text                                as kind,
       md5(s.id::text || ps.id::text)::uuid                   as source_id,
       s.id                                                   as seat_id,
       'SEAT'::text                                           as actor_kind,
       'MEMBER'::text                                         as role,
       ps.opens_on                                            as happened_on,
       ps.id                                                  as session_id,
       s.id                                                   as link_id,
       1::numeric                                             as amount,
       o.why_not is null                                      as counts,
       o.why_not                                              as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', s.name, 'proposed', (w.seat_id is not null)::text) as detail
  from (select *, lead(opens_on) over (partition by term_no order by opens_on) as ended_on from cell.plenary_session) ps
  join cell.seat s on s.term_no = ps.term_no and s.status <> 'PENDING'
 cross join lateral (
       select case
                  when s.status = 'ENDED'
                   and s.end_reason is distinct from 'TERM_END'
                   and (s.end_reason = 'NOT_APPOINTED' or ps.ended_on is null or coalesce(s.decided_on < ps.ended_on, true)) then 'ended'
                  when s.status = 'ACTIVE'
                   and s.decided_on >= ps.ended_on
                   and not exists (
                       select from cell.history h
                        where h.subject_type = 'seat' and h.subject_id = s.id and h.from_state = 'SUSPENDED') then 'not-yet' end as why_not) o
  left join (
       select distinct r.session_id, r.seat_id
         from cell.evidence_proposal_received r
        where r.counts) w on w.session_id = ps.id and w.seat_id = s.id
 where exists (
       select from cell.seat_role m
        where m.seat_id = s.id
          and m.role in ('MEMBER', 'STANDING_MEMBER', 'CHAIR_COUNCIL', 'SECTOR_CONVENER', 'GROUP_LEADER', 'COMMITTEE_DIRECTOR'));
comment on view cell.evidence_proposal_member is 'The members of each session, by that session''s own period (until the next one opens), and whether they put or signed a proposal in it. Whose seat ended within the period is none of them. The source stands for one member in one session; the link names the seat.';
