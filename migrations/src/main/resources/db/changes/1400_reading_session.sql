--liquibase formatted sql

--changeset tongxin:reading-session
create table cell.reading_session (
    tenant_id     uuid        not null default current_setting('app.tenant_id')::uuid,
    id            uuid        not null,
    version       integer     not null,
    group_id      uuid        not null,
    kind          text        not null,
    status        text        not null,
    starts_on     date        not null,
    ends_on       date        not null,
    topic         text        not null,
    book_part     text        not null,
    materials     text        not null,
    guide_id      uuid,
    host_id       uuid,
    held_on       date,
    cancel_reason text,
    import_ref    text,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (tenant_id, id),
    constraint reading_session_group foreign key (tenant_id, group_id) references cell.reading_group (tenant_id, id) on delete restrict,
    constraint reading_session_guide foreign key (tenant_id, guide_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_session_host foreign key (tenant_id, host_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_session_import_ref_is_unique unique (tenant_id, import_ref),
    constraint reading_session_kind_is_known check (kind in ('GUIDED', 'ROTA_SHARING', 'READ_ALOUD')),
    constraint reading_session_status_is_known check (status in ('PLANNED', 'LED', 'SUMMARISED', 'CANCELLED')),
    constraint reading_session_ends_after_it_starts check (ends_on >= starts_on),
    constraint reading_session_once_led_has_a_day check ((status in ('LED', 'SUMMARISED')) = (held_on is not null)),
    constraint reading_session_is_cancelled_for_a_reason check ((status = 'CANCELLED') = (cancel_reason is not null))
);
create index reading_session_in_group on cell.reading_session (tenant_id, group_id, starts_on, id);
create index reading_session_by_day on cell.reading_session (tenant_id, starts_on, id);
create index reading_session_by_host on cell.reading_session (tenant_id, host_id, starts_on, id);
create index reading_session_by_guide on cell.reading_session (tenant_id, guide_id, starts_on, id);
alter table cell.reading_session enable row level security;
alter table cell.reading_session force row level security;
create policy tenant on cell.reading_session using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.reading_session to app_rw;
grant select on cell.reading_session to app_job;
comment on table cell.reading_session is 'An item of a group''s roster: a day or a week with its topic, its guide and the host on duty. It counts once it was held.';

--changeset tongxin:reading-no-show
create table cell.reading_no_show (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    id         uuid        not null,
    session_id uuid        not null,
    seat_id    uuid        not null,
    noted_at   timestamptz not null,
    primary key (tenant_id, id),
    constraint reading_no_show_session foreign key (tenant_id, session_id) references cell.reading_session (tenant_id, id) on delete cascade,
    constraint reading_no_show_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict
);
create index reading_no_show_by_session on cell.reading_no_show (tenant_id, session_id);
create index reading_no_show_by_seat on cell.reading_no_show (tenant_id, seat_id);
alter table cell.reading_no_show enable row level security;
alter table cell.reading_no_show force row level security;
create policy tenant on cell.reading_no_show using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.reading_no_show to app_rw;
comment on table cell.reading_no_show is 'A host who did not come and was replaced. For those who run the group alone; it is never counted and never leaves the committee.';

--changeset tongxin:reading-swap
create table cell.reading_swap (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    id         uuid        not null,
    session_id uuid        not null,
    from_id    uuid        not null,
    to_id      uuid        not null,
    status     text        not null,
    asked_at   timestamptz not null,
    settled_at timestamptz,
    primary key (tenant_id, id),
    constraint reading_swap_session foreign key (tenant_id, session_id) references cell.reading_session (tenant_id, id) on delete cascade,
    constraint reading_swap_from foreign key (tenant_id, from_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_swap_to foreign key (tenant_id, to_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_swap_status_is_known check (status in ('REQUESTED', 'ACCEPTED', 'CONFIRMED', 'DECLINED', 'WITHDRAWN'))
);
create unique index reading_swap_one_open_a_session on cell.reading_swap (tenant_id, session_id) where status in ('REQUESTED', 'ACCEPTED');
create index reading_swap_by_session on cell.reading_swap (tenant_id, session_id, asked_at);
create index reading_swap_by_from on cell.reading_swap (tenant_id, from_id, status);
create index reading_swap_by_to on cell.reading_swap (tenant_id, to_id, status);
alter table cell.reading_swap enable row level security;
alter table cell.reading_swap force row level security;
create policy tenant on cell.reading_swap using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.reading_swap to app_rw;
grant select on cell.reading_swap to app_job;
comment on table cell.reading_swap is 'A host asks another to take a session over; the other agrees, and whoever runs the group confirms.';

--changeset tongxin:reading-list
create table cell.reading_list (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    id         uuid        not null,
    year       integer     not null,
    category   text        not null,
    created_at timestamptz not null,
    primary key (tenant_id, id),
    constraint reading_list_category_is_unique unique (tenant_id, year, category),
    constraint reading_list_year_is_of_our_time check (year between 1949 and 2199)
);
alter table cell.reading_list enable row level security;
alter table cell.reading_list force row level security;
create policy tenant on cell.reading_list using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.reading_list to app_rw;
grant select on cell.reading_list to app_job;
comment on table cell.reading_list is 'A category of required reading of one year.';

--changeset tongxin:reading-title
create table cell.reading_title (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    id           uuid        not null,
    list_id      uuid        not null,
    title        text        not null,
    author       text        not null,
    link         text,
    required_on  date        not null,
    withdrawn_on date,
    imported     boolean     not null default false,
    created_at   timestamptz not null,
    primary key (tenant_id, id),
    constraint reading_title_list foreign key (tenant_id, list_id) references cell.reading_list (tenant_id, id) on delete restrict
);
create unique index reading_title_once_a_list on cell.reading_title (tenant_id, list_id, title) where withdrawn_on is null;
create index reading_title_by_list on cell.reading_title (tenant_id, list_id, required_on, id);
alter table cell.reading_title enable row level security;
alter table cell.reading_title force row level security;
create policy tenant on cell.reading_title using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.reading_title to app_rw;
grant select on cell.reading_title to app_job;
comment on table cell.reading_title is 'A title that all members are asked to read; one taken off the list keeps its row.';

--changeset tongxin:reading-confirmation
create table cell.reading_confirmation (
    tenant_id    uuid        not null default current_setting('app.tenant_id')::uuid,
    title_id     uuid        not null,
    seat_id      uuid        not null,
    confirmed_at timestamptz not null,
    primary key (tenant_id, title_id, seat_id),
    constraint reading_confirmation_title foreign key (tenant_id, title_id) references cell.reading_title (tenant_id, id) on delete restrict,
    constraint reading_confirmation_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict
);
create index reading_confirmation_by_seat on cell.reading_confirmation (tenant_id, seat_id, title_id);
alter table cell.reading_confirmation enable row level security;
alter table cell.reading_confirmation force row level security;
create policy tenant on cell.reading_confirmation using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.reading_confirmation to app_rw;
comment on table cell.reading_confirmation is 'That a member has confirmed with one tap to have read a required title. No time is measured.';

--changeset tongxin:evidence-reading-session
create view cell.evidence_reading_session with (security_invoker = true) as
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
       jsonb_build_object('title', s.topic, 'sessionKind', s.kind) as detail
  from cell.reading_session s
 cross join lateral (
       select s.host_id as seat_id, 'HOST'::text as role
       union all
       select s.guide_id, 'GUIDE'::text where s.guide_id is not null) by
 where s.held_on is not null;
grant select on cell.evidence_reading_session to app_rw, app_job;
comment on view cell.evidence_reading_session is 'Sessions of reading groups that were held, by host and guide. The link names the group.';

--changeset tongxin:evidence-reading-list
create view cell.evidence_reading_list with (security_invoker = true) as
select 'reading.list'::text                                   as kind,
       l.id                                                   as source_id,
       null::uuid                                             as seat_id,
       'COMMITTEE'::text                                      as actor_kind,
       'COMMITTEE'::text                                      as role,
       t.required_on                                          as happened_on,
       null::uuid                                             as session_id,
       null::uuid                                             as link_id,
       1::numeric                                             as amount,
       t.titles > 0                                           as counts,
       case when t.titles = 0 then 'withdrawn' end            as why_not,
       false                                                  as estimate,
       jsonb_build_object('title', l.category, 'titles', t.titles) as detail
  from cell.reading_list l
 cross join lateral (
       select min(n.required_on) as required_on, count(*) filter (where n.withdrawn_on is null) as titles
         from cell.reading_title n
        where n.list_id = l.id) t
 where t.required_on is not null;
grant select on cell.evidence_reading_list to app_rw, app_job;
comment on view cell.evidence_reading_list is 'Categories of required reading, each in its year; one whose titles were all taken off no longer counts.';
