--liquibase formatted sql

--changeset tongxin:reading-visit
create table cell.reading_visit (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    id         uuid        not null,
    group_id   uuid        not null,
    seat_id    uuid        not null,
    invited    text        not null,
    invited_at timestamptz not null,
    inviter_id uuid        not null,
    name       text,
    committee  text,
    begun_at   timestamptz,
    ended_at   timestamptz,
    primary key (tenant_id, id),
    constraint reading_visit_is_to_one_group unique (tenant_id, seat_id),
    constraint reading_visit_group foreign key (tenant_id, group_id) references cell.reading_group (tenant_id, id) on delete cascade,
    constraint reading_visit_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_visit_inviter foreign key (tenant_id, inviter_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_visit_begins_with_an_introduction check ((begun_at is null) = (name is null) and (begun_at is null) = (committee is null)),
    constraint reading_visit_shows_little check (char_length(name) <= 20 and char_length(committee) <= 28)
);
create index reading_visit_in_order on cell.reading_visit (tenant_id, group_id, id);
create index reading_visit_by_inviter on cell.reading_visit (tenant_id, inviter_id);
alter table cell.reading_visit enable row level security;
alter table cell.reading_visit force row level security;
create policy tenant on cell.reading_visit using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.reading_visit to app_rw;
grant select on cell.reading_visit to app_job;
comment on table cell.reading_visit is 'Somebody of another committee in one reading group of this one: whom the office invited, and the name and the committee that the visitor shows. The data stays here.';

--changeset tongxin:evidence-reading-of-guests
create or replace view cell.evidence_reading_note with (security_invoker = true) as
select 'reading.note'::text                                   as kind,
       p.id                                                   as source_id,
       p.author_id                                            as seat_id,
       'SEAT'::text                                           as actor_kind,
       'AUTHOR'::text                                         as role,
       p.posted_on                                            as happened_on,
       null::uuid                                             as session_id,
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
