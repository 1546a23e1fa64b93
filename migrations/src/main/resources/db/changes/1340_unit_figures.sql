--liquibase formatted sql
-- What a table of the units asks beyond what was handled, replied and rated: what they gave back, and where they were late.

--changeset tongxin:evidence-proposal-returned
create view cell.evidence_proposal_returned with (security_invoker = true) as
select 'proposal.returned'::text                              as kind,
       a.id                                                   as source_id,
       null::uuid                                             as seat_id,
       'UNIT'::text                                           as actor_kind,
       a.role                                                 as role,
       a.returned_on                                          as happened_on,
       p.session_id                                           as session_id,
       a.unit_id                                              as link_id,
       (a.returned_on - a.assigned_on)::numeric               as amount,
       p.filed_on is not null                                 as counts,
       case when p.filed_on is not null then null
            when p.status = 'MERGED' then 'merged:' || p.merged_into_id
            else 'unfiled' end                                as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'no', p.case_no, 'unit', u.name,
                          'days', (a.returned_on - a.assigned_on)::text) as detail
  from cell.handling_assignment a
  join cell.proposal p on p.id = a.subject_id
  join cell.handling_unit u on u.id = a.unit_id
 where a.subject_type = 'proposal'
   and a.role in ('SOLE', 'LEAD', 'SEPARATE')
   and a.returned_on is not null;
grant select on cell.evidence_proposal_returned to app_rw, app_job;
comment on view cell.evidence_proposal_returned is 'Handling items that a unit gave back; the amount is the days from the day it was assigned until it was returned. The link names the unit.';

--changeset tongxin:evidence-proposal-overdue
create view cell.evidence_proposal_overdue with (security_invoker = true) as
select 'proposal.overdue'::text as kind, h.source_id, h.seat_id, h.actor_kind, h.role, a.overdue_since as happened_on, h.session_id,
       h.link_id, h.amount, h.counts, h.why_not, h.estimate, h.detail
  from cell.evidence_proposal_handling h
  join cell.handling_assignment a on a.id = h.source_id
 where a.overdue_since is not null;
grant select on cell.evidence_proposal_overdue to app_rw, app_job;
comment on view cell.evidence_proposal_overdue is 'Handling items whose reply was late at any time; the day is the first on which it was.';
