--liquibase formatted sql

--changeset tongxin:evidence-of-key-proposals-that-stand-no-more
--comment A key proposal that was un-filed, joined to another or withdrawn keeps its row and says why it no longer counts (design 7).
create or replace view cell.evidence_proposal_key with (security_invoker = true) as
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
            when p.status = 'WITHDRAWN' then 'withdrawn'
            else 'unfiled' end                                as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', p.title, 'no', p.case_no, 'led', (p.key_led_by is not null)::text) as detail
  from cell.proposal p
 where p.key_on is not null
union all
select 'proposal.key'::text,
       p.id,
       k.leader_id,
       case when k.leader_id is null then 'COMMITTEE' else 'SEAT' end,
       'LEADER'::text,
       k.marked_on,
       p.session_id,
       null::uuid,
       1::numeric,
       false,
       case when k.ended_on is not null then 'unmarked'
            when p.status = 'MERGED' then 'merged:' || p.merged_into_id
            when p.status = 'WITHDRAWN' then 'withdrawn'
            else 'unfiled' end,
       false,
       jsonb_build_object('title', p.title, 'no', p.case_no, 'led', (k.leader_id is not null)::text)
  from cell.key_proposal k
  join cell.proposal p on p.tenant_id = k.tenant_id and p.id = k.proposal_id
 where p.key_on is null;
