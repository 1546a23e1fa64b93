--liquibase formatted sql
-- The same text as report and as proposal counts once: as the proposal, while that stands or is still looked at; as the report
-- where the proposal was withdrawn, sent back, split or not filed (domain §3.2, edge cases).

--changeset tongxin:evidence-opinion-submitted-once
create or replace view cell.evidence_opinion_submitted with (security_invoker = true) as
select 'opinion.submitted'::text                              as kind,
       r.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       r.submitted_on                                         as happened_on,
       r.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'AUTHOR' then 1::numeric end         as amount,
       (r.status <> 'WITHDRAWN' or r.issued_on is not null) and r.origin_code is null and twin.id is null as counts,
       case when r.status = 'WITHDRAWN' and r.issued_on is null then 'withdrawn'
            when r.origin_code is not null then 'copy:' || r.origin_code
            when twin.id is not null then 'proposal:' || twin.id end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', r.title, 'answered', (r.answered_on is not null)::text) as detail
  from cell.opinion_report r
 left join lateral (
       select p.id
         from cell.proposal p
        where p.id = r.same_as_proposal_id
          and p.status not in ('DRAFT', 'CO_SIGNING', 'WITHDRAWN', 'NOT_FILED', 'SUPERSEDED')) twin on true
 cross join lateral (
       select r.author_id as seat_id, case when r.author_id is null then 'COMMITTEE' else 'SEAT' end as actor_kind, 'AUTHOR'::text as role
       union all
       select a.seat_id, 'SEAT'::text, 'COAUTHOR'::text from cell.opinion_author a where a.report_id = r.id and a.seat_id is not null) by
 where r.submitted_on is not null
   and r.status <> 'DRAFT';

--changeset tongxin:evidence-opinion-issued-once
create or replace view cell.evidence_opinion_issued with (security_invoker = true) as
select 'opinion.issued'::text                                 as kind,
       r.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       r.submitted_on                                         as happened_on,
       r.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'AUTHOR' then 1::numeric end         as amount,
       r.status <> 'WITHDRAWN' and r.origin_code is null and twin.id is null as counts,
       case when r.status = 'WITHDRAWN' then 'withdrawn'
            when r.origin_code is not null then 'copy:' || r.origin_code
            when twin.id is not null then 'proposal:' || twin.id end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', r.title, 'mode', r.mode) as detail
  from cell.opinion_report r
 left join lateral (
       select p.id
         from cell.proposal p
        where p.id = r.same_as_proposal_id
          and p.status not in ('DRAFT', 'CO_SIGNING', 'WITHDRAWN', 'NOT_FILED', 'SUPERSEDED')) twin on true
 cross join lateral (
       select r.author_id as seat_id, case when r.author_id is null then 'COMMITTEE' else 'SEAT' end as actor_kind, 'AUTHOR'::text as role
       union all
       select a.seat_id, 'SEAT'::text, 'COAUTHOR'::text from cell.opinion_author a where a.report_id = r.id and a.seat_id is not null) by
 where r.issued_on is not null;

--changeset tongxin:evidence-opinion-adopted-once
create or replace view cell.evidence_opinion_adopted with (security_invoker = true) as
select 'opinion.adopted'::text                                as kind,
       r.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       r.submitted_on                                         as happened_on,
       r.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'AUTHOR' then 1::numeric end         as amount,
       came.stands and r.status <> 'WITHDRAWN' and r.origin_code is null and twin.id is null as counts,
       case when not came.stands then 'outcome-removed'
            when r.status = 'WITHDRAWN' then 'withdrawn'
            when r.origin_code is not null then 'copy:' || r.origin_code
            when twin.id is not null then 'proposal:' || twin.id end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', r.title) as detail
  from cell.opinion_report r
 left join lateral (
       select p.id
         from cell.proposal p
        where p.id = r.same_as_proposal_id
          and p.status not in ('DRAFT', 'CO_SIGNING', 'WITHDRAWN', 'NOT_FILED', 'SUPERSEDED')) twin on true
 cross join lateral (
       select bool_or(o.removed_on is null) as stands
         from cell.opinion_outcome o
        where o.report_id = r.id
          and o.kind in ('USED', 'INSTRUCTION', 'FORWARDED') and o.level in ('PREFECTURE', 'PROVINCE', 'NATIONAL')) came
 cross join lateral (
       select r.author_id as seat_id, case when r.author_id is null then 'COMMITTEE' else 'SEAT' end as actor_kind, 'AUTHOR'::text as role
       union all
       select a.seat_id, 'SEAT'::text, 'COAUTHOR'::text from cell.opinion_author a where a.report_id = r.id and a.seat_id is not null) by
 where came.stands is not null;

--changeset tongxin:evidence-opinion-escalated-once
create or replace view cell.evidence_opinion_escalated with (security_invoker = true) as
select 'opinion.escalated'::text                              as kind,
       r.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       r.submitted_on                                         as happened_on,
       r.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'AUTHOR' then 1::numeric end         as amount,
       came.stands and r.status <> 'WITHDRAWN' and r.origin_code is null and twin.id is null as counts,
       case when not came.stands then 'outcome-removed'
            when r.status = 'WITHDRAWN' then 'withdrawn'
            when r.origin_code is not null then 'copy:' || r.origin_code
            when twin.id is not null then 'proposal:' || twin.id end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', r.title) as detail
  from cell.opinion_report r
 left join lateral (
       select p.id
         from cell.proposal p
        where p.id = r.same_as_proposal_id
          and p.status not in ('DRAFT', 'CO_SIGNING', 'WITHDRAWN', 'NOT_FILED', 'SUPERSEDED')) twin on true
 cross join lateral (
       select bool_or(o.removed_on is null) as stands
         from cell.opinion_outcome o
        where o.report_id = r.id
          and o.kind = 'USED' and o.level in ('PROVINCE', 'NATIONAL')) came
 cross join lateral (
       select r.author_id as seat_id, case when r.author_id is null then 'COMMITTEE' else 'SEAT' end as actor_kind, 'AUTHOR'::text as role
       union all
       select a.seat_id, 'SEAT'::text, 'COAUTHOR'::text from cell.opinion_author a where a.report_id = r.id and a.seat_id is not null) by
 where came.stands is not null;

--changeset tongxin:evidence-opinion-instructed-once
create or replace view cell.evidence_opinion_instructed with (security_invoker = true) as
select 'opinion.instructed'::text                             as kind,
       r.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       r.submitted_on                                         as happened_on,
       r.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'AUTHOR' then 1::numeric end         as amount,
       came.stands and r.status <> 'WITHDRAWN' and r.origin_code is null and twin.id is null as counts,
       case when not came.stands then 'outcome-removed'
            when r.status = 'WITHDRAWN' then 'withdrawn'
            when r.origin_code is not null then 'copy:' || r.origin_code
            when twin.id is not null then 'proposal:' || twin.id end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', r.title) as detail
  from cell.opinion_report r
 left join lateral (
       select p.id
         from cell.proposal p
        where p.id = r.same_as_proposal_id
          and p.status not in ('DRAFT', 'CO_SIGNING', 'WITHDRAWN', 'NOT_FILED', 'SUPERSEDED')) twin on true
 cross join lateral (
       select bool_or(o.removed_on is null) as stands
         from cell.opinion_outcome o
        where o.report_id = r.id
          and o.kind = 'INSTRUCTION') came
 cross join lateral (
       select r.author_id as seat_id, case when r.author_id is null then 'COMMITTEE' else 'SEAT' end as actor_kind, 'AUTHOR'::text as role
       union all
       select a.seat_id, 'SEAT'::text, 'COAUTHOR'::text from cell.opinion_author a where a.report_id = r.id and a.seat_id is not null) by
 where came.stands is not null;

--changeset tongxin:evidence-opinion-resolved-once
create or replace view cell.evidence_opinion_resolved with (security_invoker = true) as
select 'opinion.resolved'::text                               as kind,
       r.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       r.submitted_on                                         as happened_on,
       r.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'AUTHOR' then 1::numeric end         as amount,
       came.stands and r.status <> 'WITHDRAWN' and r.origin_code is null and twin.id is null as counts,
       case when not came.stands then 'outcome-removed'
            when r.status = 'WITHDRAWN' then 'withdrawn'
            when r.origin_code is not null then 'copy:' || r.origin_code
            when twin.id is not null then 'proposal:' || twin.id end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', r.title) as detail
  from cell.opinion_report r
 left join lateral (
       select p.id
         from cell.proposal p
        where p.id = r.same_as_proposal_id
          and p.status not in ('DRAFT', 'CO_SIGNING', 'WITHDRAWN', 'NOT_FILED', 'SUPERSEDED')) twin on true
 cross join lateral (
       select bool_or(o.removed_on is null) as stands
         from cell.opinion_outcome o
        where o.report_id = r.id
          and o.kind = 'RESOLVED') came
 cross join lateral (
       select r.author_id as seat_id, case when r.author_id is null then 'COMMITTEE' else 'SEAT' end as actor_kind, 'AUTHOR'::text as role
       union all
       select a.seat_id, 'SEAT'::text, 'COAUTHOR'::text from cell.opinion_author a where a.report_id = r.id and a.seat_id is not null) by
 where came.stands is not null;

--changeset tongxin:evidence-opinion-outcome-once
create or replace view cell.evidence_opinion_outcome with (security_invoker = true) as
select 'opinion.outcome'::text                                as kind,
       o.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       o.happened_on                                          as happened_on,
       r.session_id                                           as session_id,
       r.id                                                   as link_id,
       case by.role when 'AUTHOR' then 1::numeric end         as amount,
       o.removed_on is null and r.status <> 'WITHDRAWN' and r.origin_code is null and twin.id is null as counts,
       case when o.removed_on is not null then 'outcome-removed'
            when r.status = 'WITHDRAWN' then 'withdrawn'
            when r.origin_code is not null then 'copy:' || r.origin_code
            when twin.id is not null then 'proposal:' || twin.id end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', r.title, 'what', o.kind || ':' || o.level) as detail
  from cell.opinion_outcome o
  join cell.opinion_report r on r.id = o.report_id
 left join lateral (
       select p.id
         from cell.proposal p
        where p.id = r.same_as_proposal_id
          and p.status not in ('DRAFT', 'CO_SIGNING', 'WITHDRAWN', 'NOT_FILED', 'SUPERSEDED')) twin on true
 cross join lateral (
       select r.author_id as seat_id, case when r.author_id is null then 'COMMITTEE' else 'SEAT' end as actor_kind, 'AUTHOR'::text as role
       union all
       select a.seat_id, 'SEAT'::text, 'COAUTHOR'::text from cell.opinion_author a where a.report_id = r.id and a.seat_id is not null) by;

