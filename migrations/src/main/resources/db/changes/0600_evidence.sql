--liquibase formatted sql
-- One view a kind of duty, all of one shape (a catalogue check holds it). Each says what was done, when, by which seat, in
-- which role, how much, and whether it counts and if not why. The amount stands on exactly one row of a source.

--changeset tongxin:evidence-proposal-received
create view cell.evidence_proposal_received with (security_invoker = true) as
select 'proposal.received'::text                              as kind,
       p.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       'SEAT'::text                                           as actor_kind,
       by.role                                                as role,
       p.received_on                                          as happened_on,
       p.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'LEAD' then 1::numeric end           as amount,
       p.status <> 'WITHDRAWN'                                as counts,
       case p.status when 'WITHDRAWN' then 'withdrawn' end    as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'no', p.case_no)  as detail
  from cell.proposal p
 cross join lateral (
       select p.proponent_id as seat_id, 'LEAD'::text as role
       union all
       select c.seat_id, 'COSIGNER'::text from cell.proposal_cosigner c where c.proposal_id = p.id) by
 where p.received_on is not null
   and p.status <> 'DRAFT';
grant select on cell.evidence_proposal_received to app_rw, app_job;
comment on view cell.evidence_proposal_received is 'Proposals put to the committee; one that was withdrawn no longer counts.';

--changeset tongxin:evidence-proposal-filed
create view cell.evidence_proposal_filed with (security_invoker = true) as
select 'proposal.filed'::text                                 as kind,
       p.id                                                   as source_id,
       by.seat_id                                             as seat_id,
       'SEAT'::text                                           as actor_kind,
       by.role                                                as role,
       coalesce(p.filed_on, c.issued_on)                      as happened_on,
       p.session_id                                           as session_id,
       null::uuid                                             as link_id,
       case by.role when 'LEAD' then 1::numeric end           as amount,
       p.filed_on is not null                                 as counts,
       case when p.filed_on is not null then null
            when p.status = 'MERGED' then 'merged:' || p.merged_into_id
            when p.status = 'WITHDRAWN' then 'withdrawn'
            else 'unfiled' end                                as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'no', coalesce(p.case_no, c.no::text)) as detail
  from cell.proposal p
 cross join lateral (
       select n.no, n.issued_on from cell.proposal_case n where n.proposal_id = p.id order by n.no desc limit 1) c
 cross join lateral (
       select p.proponent_id as seat_id, 'LEAD'::text as role
       union all
       select s.seat_id, 'COSIGNER'::text from cell.proposal_cosigner s where s.proposal_id = p.id) by;
grant select on cell.evidence_proposal_filed to app_rw, app_job;
comment on view cell.evidence_proposal_filed is 'Proposals that were filed. One that was merged or un-filed since keeps its row and does not count.';

--changeset tongxin:evidence-proposal-merged
create view cell.evidence_proposal_merged with (security_invoker = true) as
select 'proposal.merged'::text                                as kind,
       p.id                                                   as source_id,
       p.proponent_id                                         as seat_id,
       'SEAT'::text                                           as actor_kind,
       'LEAD'::text                                           as role,
       p.merged_on                                            as happened_on,
       p.session_id                                           as session_id,
       p.merged_into_id                                       as link_id,
       1::numeric                                             as amount,
       true                                                   as counts,
       null::text                                             as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title)                   as detail
  from cell.proposal p
 where p.status = 'MERGED';
grant select on cell.evidence_proposal_merged to app_rw, app_job;
comment on view cell.evidence_proposal_merged is 'Proposals joined to a filed one; the link names it.';

--changeset tongxin:evidence-proposal-not-filed
create view cell.evidence_proposal_not_filed with (security_invoker = true) as
select 'proposal.not_filed'::text                             as kind,
       p.id                                                   as source_id,
       p.proponent_id                                         as seat_id,
       'SEAT'::text                                           as actor_kind,
       'LEAD'::text                                           as role,
       p.not_filed_on                                         as happened_on,
       p.session_id                                           as session_id,
       null::uuid                                             as link_id,
       1::numeric                                             as amount,
       true                                                   as counts,
       null::text                                             as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'reason', p.not_file_reason, 'disposition', p.disposition) as detail
  from cell.proposal p
 where p.status = 'NOT_FILED';
grant select on cell.evidence_proposal_not_filed to app_rw, app_job;
comment on view cell.evidence_proposal_not_filed is 'Proposals that were not filed, with the reason and where they went instead.';

--changeset tongxin:evidence-proposal-key
create view cell.evidence_proposal_key with (security_invoker = true) as
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
            else 'unfiled' end                                as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'no', p.case_no)  as detail
  from cell.proposal p
 where p.key_on is not null;
grant select on cell.evidence_proposal_key to app_rw, app_job;
comment on view cell.evidence_proposal_key is 'Key proposals, led by one of the chairmen; they count while they stand as filed.';

--changeset tongxin:evidence-proposal-handling
create view cell.evidence_proposal_handling with (security_invoker = true) as
select 'proposal.handling'::text                              as kind,
       a.id                                                   as source_id,
       null::uuid                                             as seat_id,
       'UNIT'::text                                           as actor_kind,
       a.role                                                 as role,
       a.assigned_on                                          as happened_on,
       p.session_id                                           as session_id,
       a.unit_id                                              as link_id,
       1::numeric                                             as amount,
       p.filed_on is not null and a.status not in ('RETURNED', 'CANCELLED') as counts,
       case when a.status = 'RETURNED' then 'returned'
            when p.status = 'MERGED' then 'merged:' || p.merged_into_id
            when p.filed_on is null then 'unfiled'
            when a.status = 'CANCELLED' then 'cancelled' end  as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'no', p.case_no, 'unit', u.name) as detail
  from cell.handling_assignment a
  join cell.proposal p on p.id = a.subject_id
  join cell.handling_unit u on u.id = a.unit_id
 where a.subject_type = 'proposal'
   and a.role in ('SOLE', 'LEAD', 'SEPARATE');
grant select on cell.evidence_proposal_handling to app_rw, app_job;
comment on view cell.evidence_proposal_handling is 'Handling items: what a unit was given to answer by itself, as lead or separately. The link names the unit. Returned and cancelled ones do not count.';

--changeset tongxin:evidence-proposal-reply
create view cell.evidence_proposal_reply with (security_invoker = true) as
select 'proposal.reply'::text as kind, h.source_id, h.seat_id, h.actor_kind, h.role, a.replied_on as happened_on, h.session_id,
       h.link_id, h.amount, h.counts, h.why_not, h.estimate, h.detail
  from cell.evidence_proposal_handling h
  join cell.handling_assignment a on a.id = h.source_id
 where a.replied_on is not null;
grant select on cell.evidence_proposal_reply to app_rw, app_job;
comment on view cell.evidence_proposal_reply is 'Handling items that were replied to.';

--changeset tongxin:evidence-proposal-rating
create view cell.evidence_proposal_rating with (security_invoker = true) as
select 'proposal.rating'::text                                as kind,
       h.source_id                                            as source_id,
       r.seat_id                                              as seat_id,
       case when r.seat_id is null then 'COMMITTEE' else 'SEAT' end as actor_kind,
       'PROPONENT'::text                                      as role,
       r.rated_on                                             as happened_on,
       h.session_id                                           as session_id,
       h.link_id                                              as link_id,
       1::numeric                                             as amount,
       h.counts                                               as counts,
       h.why_not                                              as why_not,
       false                                                  as estimate,
       h.detail || jsonb_build_object('result', r.result)     as detail
  from cell.handling_rating r
  join cell.evidence_proposal_handling h on h.source_id = r.assignment_id
 where r.latest
   and not exists (
       select from cell.handling_rating later
        where later.assignment_id = r.assignment_id
          and later.latest
          and later.round > r.round);
grant select on cell.evidence_proposal_rating to app_rw, app_job;
comment on view cell.evidence_proposal_rating is 'What proponents thought of the replies; the latest word on each handling item.';

--changeset tongxin:evidence-reading-group
create view cell.evidence_reading_group with (security_invoker = true) as
select 'reading.group'::text                                  as kind,
       g.id                                                   as source_id,
       g.owner_id                                             as seat_id,
       'SEAT'::text                                           as actor_kind,
       'OWNER'::text                                          as role,
       g.opened_on                                            as happened_on,
       null::uuid                                             as session_id,
       null::uuid                                             as link_id,
       1::numeric                                             as amount,
       true                                                   as counts,
       null::text                                             as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', g.theme)                   as detail
  from cell.reading_group g
 where g.opened_on is not null;
grant select on cell.evidence_reading_group to app_rw, app_job;
comment on view cell.evidence_reading_group is 'Reading groups that were opened.';
