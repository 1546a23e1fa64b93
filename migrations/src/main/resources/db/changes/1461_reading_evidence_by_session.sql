--liquibase formatted sql

--changeset tongxin:evidence-reading-group-in-its-session-period
create or replace view cell.evidence_reading_group with (security_invoker = true) as
select 'reading.group'::text                                  as kind,
       g.id                                                   as source_id,
       g.owner_id                                             as seat_id,
       'SEAT'::text                                           as actor_kind,
       'OWNER'::text                                          as role,
       g.opened_on                                            as happened_on,
       g.session_period_id                                    as session_id,
       null::uuid                                             as link_id,
       1::numeric                                             as amount,
       true                                                   as counts,
       null::text                                             as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', g.theme)                   as detail
  from cell.reading_group g
 where g.opened_on is not null;

--changeset tongxin:evidence-reading-session-in-its-session-period
create or replace view cell.evidence_reading_session with (security_invoker = true) as
select 'reading.session'::text                                as kind,
       s.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       case when by.seat_id is null then 'COMMITTEE' else 'SEAT' end as actor_kind,
       by.role                                                as role,
       s.held_on                                              as happened_on,
       s.session_period_id                                    as session_id,
       s.group_id                                             as link_id,
       case by.role when 'HOST' then 1::numeric end           as amount,
       true                                                   as counts,
       null::text                                             as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', s.topic, 'sessionKind', s.kind, 'groupId', s.group_id, 'guided', (s.guide_id is not null)::text) as detail
  from cell.reading_session s
 cross join lateral (
       select s.host_id as seat_id, 'HOST'::text as role
       union all
       select s.guide_id, 'GUIDE'::text where s.guide_id is not null) by
 where s.held_on is not null;

--changeset tongxin:evidence-reading-digest-in-its-session-period
create or replace view cell.evidence_reading_digest with (security_invoker = true) as
select 'reading.digest'::text                                 as kind,
       d.id                                                   as source_id,
       d.author_id                                            as seat_id,
       'SEAT'::text                                           as actor_kind,
       case when exists (
                 select from cell.reading_session s
                  where s.group_id = d.group_id
                    and s.host_id = d.author_id
                    and s.status <> 'CANCELLED'
                    and s.starts_on <= d.monday + 6
                    and s.ends_on >= d.monday) then 'HOST' else 'EDITOR' end as role,
       d.published_on                                         as happened_on,
       d.session_period_id                                    as session_id,
       d.group_id                                             as link_id,
       1::numeric                                             as amount,
       d.status = 'PUBLISHED'                                 as counts,
       case when d.status <> 'PUBLISHED' then 'withdrawn' end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', g.theme, 'week', d.monday, 'groupId', g.id) as detail
  from cell.reading_digest d
  join cell.reading_group g on g.id = d.group_id
 where d.published_on is not null;

--changeset tongxin:evidence-reading-note-in-its-session-period
create or replace view cell.evidence_reading_note with (security_invoker = true) as
select 'reading.note'::text                                   as kind,
       p.id                                                   as source_id,
       p.author_id                                            as seat_id,
       'SEAT'::text                                           as actor_kind,
       'AUTHOR'::text                                         as role,
       p.posted_on                                            as happened_on,
       p.session_period_id                                    as session_id,
       p.group_id                                             as link_id,
       1::numeric                                             as amount,
       p.approved_on is not null and v.seat_id is null        as counts,
       case when v.seat_id is not null then 'guest'
            when p.approved_on is null then 'not-approved' end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', g.theme, 'groupId', g.id)  as detail
  from cell.reading_post p
  join cell.reading_group g on g.id = p.group_id
  left join cell.reading_visit v on v.seat_id = p.author_id
 where p.excellent_on is not null;

--changeset tongxin:evidence-reading-list-in-its-session-period
create or replace view cell.evidence_reading_list with (security_invoker = true) as
select 'reading.list'::text                                   as kind,
       l.id                                                   as source_id,
       null::uuid                                             as seat_id,
       'COMMITTEE'::text                                      as actor_kind,
       'COMMITTEE'::text                                      as role,
       t.required_on                                          as happened_on,
       t.session_period_id                                    as session_id,
       null::uuid                                             as link_id,
       1::numeric                                             as amount,
       t.titles > 0                                           as counts,
       case when t.titles = 0 then 'withdrawn' end            as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', l.category, 'titles', t.titles) as detail
  from cell.reading_list l
 cross join lateral (
       select min(n.required_on) as required_on,
              (array_agg(n.session_period_id order by n.required_on, n.id))[1] as session_period_id,
              count(*) filter (where n.withdrawn_on is null) as titles
         from cell.reading_title n
        where n.list_id = l.id) t
 where t.required_on is not null;

--changeset tongxin:evidence-reading-member-of-session
-- One is counted once a period. As a session period begins and ends within years, members and guides have a view for each basis.
create view cell.evidence_reading_member_of_session with (security_invoker = true) as
select 'reading.member'::text                                 as kind,
       md5(s.id::text || j.session_period_id::text)::uuid     as source_id,
       s.id                                                   as seat_id,
       'SEAT'::text                                           as actor_kind,
       'MEMBER'::text                                         as role,
       j.opened_on                                            as happened_on,
       j.session_period_id                                    as session_id,
       s.id                                                   as link_id,
       1::numeric                                             as amount,
       j.stays or j.contributed                               as counts,
       case when not (j.stays or j.contributed) then 'left' end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', s.name, 'contributed', j.contributed::text) as detail
  from cell.seat s
  join (
       select m.seat_id,
              g.session_period_id,
              min(g.opened_on)                                as opened_on,
              bool_or(m.left_at is null)                      as stays,
              bool_or(w.author_id is not null)                as contributed
         from cell.reading_member m
         join cell.reading_group g on g.id = m.group_id and g.session_period_id is not null
         left join (
              select distinct p.group_id, p.author_id
                from cell.reading_post p
               where p.status = 'VISIBLE') w on w.group_id = m.group_id and w.author_id = m.seat_id
        group by m.seat_id, g.session_period_id) j on j.seat_id = s.id
 where exists (
       select from cell.seat_role r
        where r.seat_id = s.id
          and r.role in ('MEMBER', 'STANDING_MEMBER', 'CHAIR_COUNCIL', 'SECTOR_CONVENER', 'GROUP_LEADER', 'COMMITTEE_DIRECTOR'));
grant select on cell.evidence_reading_member_of_session to app_rw, app_job;
comment on view cell.evidence_reading_member_of_session is 'The members in the groups that were opened in a session period, and whether they wrote there at least once. One who left without a word no longer counts. The source stands for one member in one session period; the link names the seat.';

--changeset tongxin:evidence-reading-guide-of-session
create view cell.evidence_reading_guide_of_session with (security_invoker = true) as
select 'reading.guide'::text                                  as kind,
       md5('guide' || s.id::text || l.session_period_id::text)::uuid as source_id,
       s.id                                                   as seat_id,
       'SEAT'::text                                           as actor_kind,
       'GUIDE'::text                                          as role,
       l.held_on                                              as happened_on,
       l.session_period_id                                    as session_id,
       s.id                                                   as link_id,
       1::numeric                                             as amount,
       true                                                   as counts,
       null::text                                             as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', s.name)                    as detail
  from cell.seat s
  join (
       select n.guide_id, n.session_period_id, min(n.held_on) as held_on
         from cell.reading_session n
        where n.session_period_id is not null
          and n.guide_id is not null
        group by n.guide_id, n.session_period_id) l on l.guide_id = s.id;
grant select on cell.evidence_reading_guide_of_session to app_rw, app_job;
comment on view cell.evidence_reading_guide_of_session is 'Who gave the lead reading of a session that was held, once a session period however often. The link names the seat.';
