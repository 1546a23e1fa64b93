--liquibase formatted sql
-- Promises as figures (domain, appendix D: promisesOpen, promisesKept), and the urging of one that is late.

--changeset tongxin:handling-promise-urged
alter table cell.handling_promise add column urged_on date;
comment on column cell.handling_promise.urged_on is 'When the office last urged its unit to keep it.';
grant update (urged_on) on cell.handling_promise to app_rw;

--changeset tongxin:evidence-proposal-promise
create view cell.evidence_proposal_promise with (security_invoker = true) as
select 'proposal.promise'::text                               as kind,
       m.id                                                   as source_id,
       h.seat_id                                              as seat_id,
       h.actor_kind                                           as actor_kind,
       h.role                                                 as role,
       r.replied_on                                           as happened_on,
       h.session_id                                           as session_id,
       h.link_id                                              as link_id,
       h.amount                                               as amount,
       h.counts and r.taken_back_on is null and r.rejected_on is null as counts,
       case when not h.counts then h.why_not
            when r.taken_back_on is not null then 'taken-back'
            when r.rejected_on is not null then 'rejected' end as why_not,
       h.estimate                                             as estimate,
       h.detail || jsonb_build_object('promise', m.text, 'dueOn', m.due_on::text, 'state', coalesce(said.state, 'OPEN')) as detail
  from cell.handling_promise m
  join cell.handling_reply r on r.id = m.reply_id
  join cell.evidence_proposal_handling h on h.source_id = r.assignment_id
  left join lateral (
       select report.state
         from cell.handling_promise_report report
        where report.promise_id = m.id
        order by report.created_at desc, report.id desc
        limit 1) said on true
 where r.released_at is not null;
grant select on cell.evidence_proposal_promise to app_rw, app_job;
comment on view cell.evidence_proposal_promise is 'What units promised in replies that the proponent has, and whether it is open, kept or not kept. The link names the unit, the day is that of the reply.';
