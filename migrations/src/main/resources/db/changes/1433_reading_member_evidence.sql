--liquibase formatted sql

--changeset tongxin:evidence-reading-member-in-one-look
-- Who wrote is read once for all: a question for each member would read a group of many posts thousands of times over.
create or replace view cell.evidence_reading_member with (security_invoker = true) as
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
              bool_or(w.author_id is not null)                as contributed
         from cell.reading_member m
         join cell.reading_group g on g.id = m.group_id and g.opened_on is not null
         left join (
              select distinct p.group_id, p.author_id
                from cell.reading_post p
               where p.status = 'VISIBLE') w on w.group_id = m.group_id and w.author_id = m.seat_id
        group by m.seat_id, extract(year from g.opened_on)::integer) j on j.seat_id = s.id
 where exists (
       select from cell.seat_role r
        where r.seat_id = s.id
          and r.role in ('MEMBER', 'STANDING_MEMBER', 'CHAIR_COUNCIL', 'SECTOR_CONVENER', 'GROUP_LEADER', 'COMMITTEE_DIRECTOR'));
