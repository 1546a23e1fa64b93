--liquibase formatted sql
-- From reading to duty (读书+履职): a proposal or an opinion report that a member has written out of a post.

--changeset tongxin:link-raised-as
alter table cell.link
    drop constraint link_kind_is_known,
    add constraint link_kind_is_known check (kind in ('SPLIT_INTO', 'CONVERTED_TO', 'RAISED_AS'));

--changeset tongxin:evidence-reading-converted
create view cell.evidence_reading_converted with (security_invoker = true) as
select 'reading.converted'::text                              as kind,
       w.source_id                                            as source_id,
       w.seat_id                                              as seat_id,
       w.actor_kind                                           as actor_kind,
       w.role                                                 as role,
       w.happened_on                                          as happened_on,
       w.session_id                                           as session_id,
       l.from_id                                              as link_id,
       w.amount                                               as amount,
       w.counts                                               as counts,
       w.why_not                                              as why_not,
       w.estimate                                             as estimate,
       jsonb_build_object('title', g.theme, 'groupId', g.id, 'as', l.to_type) as detail
  from cell.link l
  join cell.reading_post p on p.id = l.from_id
  join cell.reading_group g on g.id = p.group_id
 cross join lateral (
       select f.source_id, f.seat_id, f.actor_kind, f.role, f.happened_on, f.session_id, f.amount, f.counts, f.why_not, f.estimate
         from cell.evidence_proposal_filed f
        where l.to_type = 'proposal' and f.source_id = l.to_id
       union all
       select s.source_id, s.seat_id, s.actor_kind, s.role, s.happened_on, s.session_id, s.amount, s.counts, s.why_not, s.estimate
         from cell.evidence_opinion_submitted s
        where l.to_type = 'opinion_report' and s.source_id = l.to_id) w
 where l.kind = 'RAISED_AS'
   and l.from_type = 'reading-post';
grant select on cell.evidence_reading_converted to app_rw, app_job;
comment on view cell.evidence_reading_converted is 'Proposals and opinion reports raised from posts of reading groups: a proposal counts while it stands as filed, a report once it was handed in, each as among its own kind. The link names the post.';
