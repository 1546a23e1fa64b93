--liquibase formatted sql
-- A reply is on time by the day that bound it. The assignment's own day is that of the present round: a later round moved it,
-- and a first reply that had come late was on time.

--changeset tongxin:reply-due
alter table cell.handling_reply add column due_on date;
comment on column cell.handling_reply.due_on is 'The day on which it was due when it was given, with the extensions granted until then.';

--changeset tongxin:reply-due-of-those-there
alter table cell.handling_reply no force row level security;
alter table cell.handling_assignment no force row level security;
update cell.handling_reply r
   set due_on = case
           when a.round = r.round then a.reply_by
           when a.overdue_since <= r.replied_on then a.overdue_since - 1
           else r.replied_on end
  from cell.handling_assignment a
 where a.tenant_id = r.tenant_id and a.id = r.assignment_id;
alter table cell.handling_reply force row level security;
alter table cell.handling_assignment force row level security;

--changeset tongxin:evidence-proposal-reply-by-its-own-day
create or replace view cell.evidence_proposal_reply with (security_invoker = true) as
select 'proposal.reply'::text as kind, h.source_id, h.seat_id, h.actor_kind, h.role, r.replied_on as happened_on, h.session_id,
       h.link_id, h.amount, h.counts, h.why_not, h.estimate,
       h.detail || jsonb_build_object('grade', r.grade, 'onTime', (r.replied_on <= coalesce(r.due_on, a.reply_by))::text) as detail
  from cell.evidence_proposal_handling h
  join cell.handling_assignment a on a.id = h.source_id
 cross join lateral (
       select min(given.replied_on) as replied_on,
              (array_agg(given.due_on order by given.replied_on, given.round))[1] as due_on,
              (array_agg(given.grade order by given.round desc))[1] as grade
         from cell.handling_reply given
        where given.assignment_id = h.source_id
          and given.released_at is not null
          and given.taken_back_on is null
          and given.rejected_on is null) r
 where r.replied_on is not null;

--changeset tongxin:evidence-key-led-by-name
--comment A leader is named; he need not have a seat of the committee (a secretary of the Party committee, a governor).
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
            when p.status = 'WITHDRAWN' then 'withdrawn'
            else 'unfiled' end                                as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'no', p.case_no,
                          'led', (p.key_led_by is not null or coalesce(k.leader, '') <> '')::text) as detail
  from cell.proposal p
  left join cell.key_proposal k on k.tenant_id = p.tenant_id and k.proposal_id = p.id
 where p.key_on is not null
union all
select 'proposal.key'::text,
       p.id,
       k.leader_id,
       case when k.leader_id is null then 'COMMITTEE' else 'SEAT' end,
       'LEADER'::text,
       k.marked_on,
       p.session_id,
       null::uuid,
       1::numeric,
       false,
       case when k.ended_on is not null then 'unmarked'
            when p.status = 'MERGED' then 'merged:' || p.merged_into_id
            when p.status = 'WITHDRAWN' then 'withdrawn'
            else 'unfiled' end,
       false,
       jsonb_build_object('title', p.title, 'no', p.case_no, 'led', (k.leader_id is not null or k.leader <> '')::text)
  from cell.key_proposal k
  join cell.proposal p on p.tenant_id = k.tenant_id and p.id = k.proposal_id
 where p.key_on is null;
