--liquibase formatted sql
-- What the first set of indicators (domain, appendix D, READ) asks of reading groups. Neither likes nor numbers of posts nor
-- minutes are evidence: of a member only whether he wrote at all.

--changeset tongxin:reading-post-approved
alter table cell.reading_post
    add column approved_on date,
    add constraint reading_post_is_approved_once_excellent check (approved_on is null or excellent_on is not null);
create index reading_post_excellent_in_order on cell.reading_post (tenant_id, posted_on, id) where excellent_on is not null;

--changeset tongxin:evidence-reading-session-of-a-group
create or replace view cell.evidence_reading_session with (security_invoker = true) as
select 'reading.session'::text                                as kind,
       s.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       case when by.seat_id is null then 'COMMITTEE' else 'SEAT' end as actor_kind,
       by.role                                                as role,
       s.held_on                                              as happened_on,
       null::uuid                                             as session_id,
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

--changeset tongxin:evidence-reading-digest
create view cell.evidence_reading_digest with (security_invoker = true) as
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
       null::uuid                                             as session_id,
       d.group_id                                             as link_id,
       1::numeric                                             as amount,
       d.status = 'PUBLISHED'                                 as counts,
       case when d.status <> 'PUBLISHED' then 'withdrawn' end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', g.theme, 'week', d.monday, 'groupId', g.id) as detail
  from cell.reading_digest d
  join cell.reading_group g on g.id = d.group_id
 where d.published_on is not null;
grant select on cell.evidence_reading_digest to app_rw, app_job;
comment on view cell.evidence_reading_digest is 'Digests of weeks that were published, by whoever published them last: the week''s host, or another who keeps the group. One that was taken back does not count. The link names the group.';

--changeset tongxin:evidence-reading-note
create view cell.evidence_reading_note with (security_invoker = true) as
select 'reading.note'::text                                   as kind,
       p.id                                                   as source_id,
       p.author_id                                            as seat_id,
       'SEAT'::text                                           as actor_kind,
       'AUTHOR'::text                                         as role,
       p.posted_on                                            as happened_on,
       null::uuid                                             as session_id,
       p.group_id                                             as link_id,
       1::numeric                                             as amount,
       p.approved_on is not null                              as counts,
       case when p.approved_on is null then 'not-approved' end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', g.theme, 'groupId', g.id)  as detail
  from cell.reading_post p
  join cell.reading_group g on g.id = p.group_id
 where p.excellent_on is not null;
grant select on cell.evidence_reading_note to app_rw, app_job;
comment on view cell.evidence_reading_note is 'Excellent notes, as those who run a group picked them; they count once the office has approved them. The link names the group.';

--changeset tongxin:evidence-reading-member
create view cell.evidence_reading_member with (security_invoker = true) as
select 'reading.member'::text                                 as kind,
       md5(s.id::text || j.year::text)::uuid                  as source_id,
       s.id                                                   as seat_id,
       'SEAT'::text                                           as actor_kind,
       'MEMBER'::text                                         as role,
       j.opened_on                                            as happened_on,
       null::uuid                                             as session_id,
       s.id                                                   as link_id,
       1::numeric                                             as amount,
       j.stays or j.contributed                               as counts,
       case when not (j.stays or j.contributed) then 'left' end as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', s.name, 'contributed', j.contributed::text) as detail
  from cell.seat s
  join (
       select m.seat_id,
              extract(year from g.opened_on)::integer         as year,
              min(g.opened_on)                                as opened_on,
              bool_or(m.left_at is null)                      as stays,
              bool_or(exists (
                  select from cell.reading_post p
                   where p.author_id = m.seat_id
                     and p.group_id = m.group_id
                     and p.status = 'VISIBLE'))               as contributed
         from cell.reading_member m
         join cell.reading_group g on g.id = m.group_id and g.opened_on is not null
        group by m.seat_id, extract(year from g.opened_on)::integer) j on j.seat_id = s.id
 where exists (
       select from cell.seat_role r
        where r.seat_id = s.id
          and r.role in ('MEMBER', 'STANDING_MEMBER', 'CHAIR_COUNCIL', 'SECTOR_CONVENER', 'GROUP_LEADER', 'COMMITTEE_DIRECTOR'));
grant select on cell.evidence_reading_member to app_rw, app_job;
comment on view cell.evidence_reading_member is 'The members in the groups that were opened in a year, and whether they wrote there at least once. One who left without a word no longer counts. The source stands for one member in one year; the link names the seat.';

--changeset tongxin:evidence-reading-guide
create view cell.evidence_reading_guide with (security_invoker = true) as
select 'reading.guide'::text                                  as kind,
       md5('guide' || s.id::text || l.year::text)::uuid       as source_id,
       s.id                                                   as seat_id,
       'SEAT'::text                                           as actor_kind,
       'GUIDE'::text                                          as role,
       l.held_on                                              as happened_on,
       null::uuid                                             as session_id,
       s.id                                                   as link_id,
       1::numeric                                             as amount,
       true                                                   as counts,
       null::text                                             as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', s.name)                    as detail
  from cell.seat s
  join (
       select n.guide_id, extract(year from n.held_on)::integer as year, min(n.held_on) as held_on
         from cell.reading_session n
        where n.held_on is not null
          and n.guide_id is not null
        group by n.guide_id, extract(year from n.held_on)::integer) l on l.guide_id = s.id;
grant select on cell.evidence_reading_guide to app_rw, app_job;
comment on view cell.evidence_reading_guide is 'Who gave the lead reading of a session that was held, once a year however often. The link names the seat.';
