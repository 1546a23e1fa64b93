--liquibase formatted sql
-- An outcome may come a session later than its report was handed in; it belongs to the session period in which it happened.

--changeset tongxin:opinion-outcome-session-period
alter table cell.opinion_outcome no force row level security;
alter table cell.plenary_session no force row level security;
alter table cell.opinion_outcome
    add column session_period_id uuid,
    add constraint opinion_outcome_session_period foreign key (tenant_id, session_period_id) references cell.plenary_session (tenant_id, id) on delete restrict;
create index opinion_outcome_by_session_period on cell.opinion_outcome (tenant_id, session_period_id);
update cell.opinion_outcome r
   set session_period_id = (
       select s.id
         from cell.plenary_session s
        where s.tenant_id = r.tenant_id
          and s.opens_on <= r.happened_on
        order by s.opens_on desc
        limit 1)
 where r.happened_on is not null;
alter table cell.opinion_outcome force row level security;
alter table cell.plenary_session force row level security;

--changeset tongxin:evidence-opinion-outcome-in-its-session-period
create or replace view cell.evidence_opinion_outcome with (security_invoker = true) as
select 'opinion.outcome'::text                                as kind,
       o.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       by.actor_kind                                          as actor_kind,
       by.role                                                as role,
       o.happened_on                                          as happened_on,
       o.session_period_id                                    as session_id,
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
