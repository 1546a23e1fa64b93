--liquibase formatted sql
-- A report counts in the period in which it was submitted. A copy from below is counted below; a text that was put in as a
-- proposal too is counted as that.

--changeset tongxin:evidence-opinion-submitted
create view cell.evidence_opinion_submitted with (security_invoker = true) as
select 'opinion.submitted'::text                              as kind,
       r.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       r.submitted_on                                         as happened_on,
       r.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'AUTHOR' then 1::numeric end         as amount,
       (r.status <> 'WITHDRAWN' or r.issued_on is not null) and r.origin_code is null and r.same_as_proposal_id is null as counts,
       case when r.status = 'WITHDRAWN' and r.issued_on is null then 'withdrawn'
            when r.origin_code is not null then 'copy:' || r.origin_code
            when r.same_as_proposal_id is not null then 'proposal:' || r.same_as_proposal_id end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', r.title, 'answered', (r.answered_on is not null)::text) as detail
  from cell.opinion_report r
 cross join lateral (
       select r.author_id as seat_id, case when r.author_id is null then 'COMMITTEE' else 'SEAT' end as actor_kind, 'AUTHOR'::text as role
       union all
       select a.seat_id, 'SEAT'::text, 'COAUTHOR'::text from cell.opinion_author a where a.report_id = r.id and a.seat_id is not null) by
 where r.submitted_on is not null
   and r.status <> 'DRAFT';
grant select on cell.evidence_opinion_submitted to app_rw, app_job;
comment on view cell.evidence_opinion_submitted is 'Reports handed in; answered says whether the author was told what became of it.';

--changeset tongxin:evidence-opinion-issued
create view cell.evidence_opinion_issued with (security_invoker = true) as
select 'opinion.issued'::text                                 as kind,
       r.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       r.submitted_on                                         as happened_on,
       r.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'AUTHOR' then 1::numeric end         as amount,
       r.status <> 'WITHDRAWN' and r.origin_code is null as counts,
       case when r.status = 'WITHDRAWN' then 'withdrawn'
            when r.origin_code is not null then 'copy:' || r.origin_code end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', r.title, 'mode', r.mode) as detail
  from cell.opinion_report r
 cross join lateral (
       select r.author_id as seat_id, case when r.author_id is null then 'COMMITTEE' else 'SEAT' end as actor_kind, 'AUTHOR'::text as role
       union all
       select a.seat_id, 'SEAT'::text, 'COAUTHOR'::text from cell.opinion_author a where a.report_id = r.id and a.seat_id is not null) by
 where r.issued_on is not null;
grant select on cell.evidence_opinion_issued to app_rw, app_job;
comment on view cell.evidence_opinion_issued is 'Reports issued in a bulletin, alone or in a composite.';

--changeset tongxin:evidence-opinion-adopted
create view cell.evidence_opinion_adopted with (security_invoker = true) as
select 'opinion.adopted'::text                                as kind,
       r.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       r.submitted_on                                         as happened_on,
       r.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'AUTHOR' then 1::numeric end         as amount,
       came.stands and r.status <> 'WITHDRAWN' and r.origin_code is null as counts,
       case when not came.stands then 'outcome-removed'
            when r.status = 'WITHDRAWN' then 'withdrawn'
            when r.origin_code is not null then 'copy:' || r.origin_code end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', r.title) as detail
  from cell.opinion_report r
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
grant select on cell.evidence_opinion_adopted to app_rw, app_job;
comment on view cell.evidence_opinion_adopted is 'Reports used, instructed on or forwarded at prefecture level or above.';

--changeset tongxin:evidence-opinion-escalated
create view cell.evidence_opinion_escalated with (security_invoker = true) as
select 'opinion.escalated'::text                              as kind,
       r.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       r.submitted_on                                         as happened_on,
       r.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'AUTHOR' then 1::numeric end         as amount,
       came.stands and r.status <> 'WITHDRAWN' and r.origin_code is null as counts,
       case when not came.stands then 'outcome-removed'
            when r.status = 'WITHDRAWN' then 'withdrawn'
            when r.origin_code is not null then 'copy:' || r.origin_code end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', r.title) as detail
  from cell.opinion_report r
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
grant select on cell.evidence_opinion_escalated to app_rw, app_job;
comment on view cell.evidence_opinion_escalated is 'Reports used at province or national level.';

--changeset tongxin:evidence-opinion-instructed
create view cell.evidence_opinion_instructed with (security_invoker = true) as
select 'opinion.instructed'::text                             as kind,
       r.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       r.submitted_on                                         as happened_on,
       r.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'AUTHOR' then 1::numeric end         as amount,
       came.stands and r.status <> 'WITHDRAWN' and r.origin_code is null as counts,
       case when not came.stands then 'outcome-removed'
            when r.status = 'WITHDRAWN' then 'withdrawn'
            when r.origin_code is not null then 'copy:' || r.origin_code end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', r.title) as detail
  from cell.opinion_report r
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
grant select on cell.evidence_opinion_instructed to app_rw, app_job;
comment on view cell.evidence_opinion_instructed is 'Reports with a leader''s instruction, whatever it says.';

--changeset tongxin:evidence-opinion-resolved
create view cell.evidence_opinion_resolved with (security_invoker = true) as
select 'opinion.resolved'::text                               as kind,
       r.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       r.submitted_on                                         as happened_on,
       r.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'AUTHOR' then 1::numeric end         as amount,
       came.stands and r.status <> 'WITHDRAWN' and r.origin_code is null as counts,
       case when not came.stands then 'outcome-removed'
            when r.status = 'WITHDRAWN' then 'withdrawn'
            when r.origin_code is not null then 'copy:' || r.origin_code end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', r.title) as detail
  from cell.opinion_report r
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
grant select on cell.evidence_opinion_resolved to app_rw, app_job;
comment on view cell.evidence_opinion_resolved is 'Reports whose matter was resolved.';

--changeset tongxin:evidence-opinion-outcome
create view cell.evidence_opinion_outcome with (security_invoker = true) as
select 'opinion.outcome'::text                                as kind,
       o.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       o.happened_on                                          as happened_on,
       r.session_id                                           as session_id,
       r.id                                                   as link_id,
       case by.role when 'AUTHOR' then 1::numeric end         as amount,
       o.removed_on is null and r.status <> 'WITHDRAWN' and r.origin_code is null as counts,
       case when o.removed_on is not null then 'outcome-removed'
            when r.status = 'WITHDRAWN' then 'withdrawn'
            when r.origin_code is not null then 'copy:' || r.origin_code end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', r.title, 'what', o.kind || ':' || o.level) as detail
  from cell.opinion_outcome o
  join cell.opinion_report r on r.id = o.report_id
 cross join lateral (
       select r.author_id as seat_id, case when r.author_id is null then 'COMMITTEE' else 'SEAT' end as actor_kind, 'AUTHOR'::text as role
       union all
       select a.seat_id, 'SEAT'::text, 'COAUTHOR'::text from cell.opinion_author a where a.report_id = r.id and a.seat_id is not null) by;
grant select on cell.evidence_opinion_outcome to app_rw, app_job;
comment on view cell.evidence_opinion_outcome is 'Each thing that came of a report, in the period in which it came; it says the kind and the level, never the words.';
