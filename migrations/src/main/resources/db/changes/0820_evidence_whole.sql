--liquibase formatted sql
-- The same as the handling items say, of whole proposals: a case is replied when every unit that owes a reply has replied.

--changeset tongxin:evidence-proposal-replied
create view cell.evidence_proposal_replied with (security_invoker = true) as
select 'proposal.replied'::text                               as kind,
       p.id                                                   as source_id,
       p.proponent_id                                         as seat_id,
       'SEAT'::text                                           as actor_kind,
       'LEAD'::text                                           as role,
       items.replied_on                                       as happened_on,
       p.session_id                                           as session_id,
       null::uuid                                             as link_id,
       1::numeric                                             as amount,
       p.filed_on is not null                                 as counts,
       case when p.filed_on is not null then null
            when p.status = 'MERGED' then 'merged:' || p.merged_into_id
            else 'unfiled' end                                as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'no', p.case_no)  as detail
  from cell.proposal p
 cross join lateral (
       select count(*)            as owed,
              count(r.source_id)  as replied,
              max(r.happened_on)  as replied_on
         from cell.handling_assignment a
         left join cell.evidence_proposal_reply r on r.source_id = a.id
        where a.subject_type = 'proposal'
          and a.subject_id = p.id
          and a.role in ('SOLE', 'LEAD', 'SEPARATE')
          and a.status not in ('RETURNED', 'CANCELLED')) items
 where items.owed > 0
   and items.replied = items.owed;
grant select on cell.evidence_proposal_replied to app_rw, app_job;
comment on view cell.evidence_proposal_replied is 'Whole proposals to which every unit that owes a reply has replied.';

--changeset tongxin:evidence-proposal-rated
create view cell.evidence_proposal_rated with (security_invoker = true) as
select 'proposal.rated'::text                                 as kind,
       p.id                                                   as source_id,
       p.proponent_id                                         as seat_id,
       'SEAT'::text                                           as actor_kind,
       'LEAD'::text                                           as role,
       items.rated_on                                         as happened_on,
       p.session_id                                           as session_id,
       null::uuid                                             as link_id,
       1::numeric                                             as amount,
       p.filed_on is not null                                 as counts,
       case when p.filed_on is not null then null
            when p.status = 'MERGED' then 'merged:' || p.merged_into_id
            else 'unfiled' end                                as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'no', p.case_no, 'result', items.result) as detail
  from cell.proposal p
 cross join lateral (
       select count(*)            as owed,
              count(r.source_id)  as rated,
              max(r.happened_on)  as rated_on,
              case when bool_or(r.detail ->> 'result' = 'NOT_SATISFIED') then 'NOT_SATISFIED'
                   when bool_or(r.detail ->> 'result' = 'NO_RESPONSE') then 'NO_RESPONSE'
                   when bool_or(r.detail ->> 'result' = 'BASICALLY_SATISFIED') then 'BASICALLY_SATISFIED'
                   else 'SATISFIED' end as result
         from cell.handling_assignment a
         left join cell.evidence_proposal_rating r on r.source_id = a.id
        where a.subject_type = 'proposal'
          and a.subject_id = p.id
          and a.role in ('SOLE', 'LEAD', 'SEPARATE')
          and a.status not in ('RETURNED', 'CANCELLED')) items
 where items.owed > 0
   and items.rated = items.owed;
grant select on cell.evidence_proposal_rated to app_rw, app_job;
comment on view cell.evidence_proposal_rated is 'Whole proposals of which every reply was rated; the least content of the ratings is the proposal''s.';
