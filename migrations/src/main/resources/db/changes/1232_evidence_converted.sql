--liquibase formatted sql

--changeset tongxin:evidence-proposal-converted
create or replace view cell.evidence_proposal_not_filed with (security_invoker = true) as
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
       jsonb_build_object('title', p.title, 'reason', p.not_file_reason, 'disposition', p.disposition,
                          'converted', p.disposition = 'TO_OPINION_REPORT' and (p.conversion = 'AGREED' or p.imported) is true) as detail
  from cell.proposal p
 where p.status = 'NOT_FILED';
comment on view cell.evidence_proposal_not_filed is 'Proposals that were not filed, with the reason and where they went instead; converted once the proponent has agreed.';
