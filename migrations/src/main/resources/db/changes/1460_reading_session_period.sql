--liquibase formatted sql
-- What happened in a reading group belongs to the session period of its day, which the action sets with the day. A reading session
-- is something else: these columns are of plenary_session.

--changeset tongxin:reading-group-session-period
alter table cell.reading_group no force row level security;
alter table cell.plenary_session no force row level security;
alter table cell.reading_group
    add column session_period_id uuid,
    add constraint reading_group_session_period foreign key (tenant_id, session_period_id) references cell.plenary_session (tenant_id, id) on delete restrict;
create index reading_group_by_session_period on cell.reading_group (tenant_id, session_period_id);
update cell.reading_group r
   set session_period_id = (
       select s.id
         from cell.plenary_session s
        where s.tenant_id = r.tenant_id
          and s.opens_on <= r.opened_on
        order by s.opens_on desc
        limit 1)
 where r.opened_on is not null;
alter table cell.reading_group force row level security;
alter table cell.plenary_session force row level security;

--changeset tongxin:reading-session-session-period
alter table cell.reading_session no force row level security;
alter table cell.plenary_session no force row level security;
alter table cell.reading_session
    add column session_period_id uuid,
    add constraint reading_session_session_period foreign key (tenant_id, session_period_id) references cell.plenary_session (tenant_id, id) on delete restrict;
create index reading_session_by_session_period on cell.reading_session (tenant_id, session_period_id);
update cell.reading_session r
   set session_period_id = (
       select s.id
         from cell.plenary_session s
        where s.tenant_id = r.tenant_id
          and s.opens_on <= r.held_on
        order by s.opens_on desc
        limit 1)
 where r.held_on is not null;
alter table cell.reading_session force row level security;
alter table cell.plenary_session force row level security;

--changeset tongxin:reading-digest-session-period
alter table cell.reading_digest no force row level security;
alter table cell.plenary_session no force row level security;
alter table cell.reading_digest
    add column session_period_id uuid,
    add constraint reading_digest_session_period foreign key (tenant_id, session_period_id) references cell.plenary_session (tenant_id, id) on delete restrict;
create index reading_digest_by_session_period on cell.reading_digest (tenant_id, session_period_id);
update cell.reading_digest r
   set session_period_id = (
       select s.id
         from cell.plenary_session s
        where s.tenant_id = r.tenant_id
          and s.opens_on <= r.published_on
        order by s.opens_on desc
        limit 1)
 where r.published_on is not null;
alter table cell.reading_digest force row level security;
alter table cell.plenary_session force row level security;

--changeset tongxin:reading-post-session-period
alter table cell.reading_post no force row level security;
alter table cell.plenary_session no force row level security;
alter table cell.reading_post
    add column session_period_id uuid,
    add constraint reading_post_session_period foreign key (tenant_id, session_period_id) references cell.plenary_session (tenant_id, id) on delete restrict;
create index reading_post_by_session_period on cell.reading_post (tenant_id, session_period_id);
update cell.reading_post r
   set session_period_id = (
       select s.id
         from cell.plenary_session s
        where s.tenant_id = r.tenant_id
          and s.opens_on <= r.posted_on
        order by s.opens_on desc
        limit 1)
 where r.posted_on is not null;
alter table cell.reading_post force row level security;
alter table cell.plenary_session force row level security;

--changeset tongxin:reading-title-session-period
alter table cell.reading_title no force row level security;
alter table cell.plenary_session no force row level security;
alter table cell.reading_title
    add column session_period_id uuid,
    add constraint reading_title_session_period foreign key (tenant_id, session_period_id) references cell.plenary_session (tenant_id, id) on delete restrict;
create index reading_title_by_session_period on cell.reading_title (tenant_id, session_period_id);
update cell.reading_title r
   set session_period_id = (
       select s.id
         from cell.plenary_session s
        where s.tenant_id = r.tenant_id
          and s.opens_on <= r.required_on
        order by s.opens_on desc
        limit 1)
 where r.required_on is not null;
alter table cell.reading_title force row level security;
alter table cell.plenary_session force row level security;
