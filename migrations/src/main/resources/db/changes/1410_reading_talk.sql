--liquibase formatted sql

--changeset tongxin:reading-group-review-first
alter table cell.reading_group
    add column review_first boolean not null default false;

--changeset tongxin:reading-member-part
alter table cell.reading_member
    add column part  text    not null default 'READER',
    add column muted boolean not null default false,
    add constraint reading_member_part_is_known check (part in ('READER', 'SECRETARY', 'CO_OWNER'));
comment on table cell.reading_member is 'Who reads along, since when, with what part in running the group, and how far each has read. One who left keeps the row, and his posts keep his name.';

--changeset tongxin:reading-followed-topic
create table cell.reading_followed_topic (
    tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
    group_id  uuid not null,
    seat_id   uuid not null,
    topic     text not null,
    primary key (tenant_id, group_id, seat_id, topic),
    constraint reading_followed_topic_member foreign key (tenant_id, group_id, seat_id) references cell.reading_member (tenant_id, group_id, seat_id) on delete cascade
);
alter table cell.reading_followed_topic enable row level security;
alter table cell.reading_followed_topic force row level security;
create policy tenant on cell.reading_followed_topic using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.reading_followed_topic to app_rw;
comment on table cell.reading_followed_topic is 'The topics that somebody still counts as unread in a group that he has muted. Private.';

--changeset tongxin:reading-post-topic-and-marks
alter table cell.reading_post
    add column topic        text not null default '',
    add column held_for     text,
    add column held_again   boolean not null default false,
    add column pinned_at    timestamptz,
    add column excellent_on date,
    add constraint reading_post_topic_is_short check (char_length(topic) <= 30),
    add constraint reading_post_is_held_for_something_known check (held_for in ('GUEST', 'REVIEW_FIRST', 'WORD')),
    add constraint reading_post_held_for_says_why_it_waits check (held_for is null or status = 'HELD'),
    add constraint reading_post_held_again_is_held check (not held_again or held_for is not null),
    add constraint reading_post_is_marked_while_it_is_seen check (status = 'VISIBLE' or (pinned_at is null and excellent_on is null));
create index reading_post_by_topic on cell.reading_post (tenant_id, group_id, topic, seq);
create index reading_post_pinned on cell.reading_post (tenant_id, group_id, seq) where pinned_at is not null;
create index reading_post_excellent on cell.reading_post (tenant_id, group_id, seq) where excellent_on is not null;
create index reading_post_waiting on cell.reading_post (tenant_id, created_at, id) where status = 'HELD';

--changeset tongxin:reading-mention
create table cell.reading_mention (
    tenant_id uuid   not null default current_setting('app.tenant_id')::uuid,
    post_id   uuid   not null,
    seat_id   uuid   not null,
    group_id  uuid   not null,
    seq       bigint not null,
    primary key (tenant_id, post_id, seat_id),
    constraint reading_mention_post foreign key (tenant_id, post_id) references cell.reading_post (tenant_id, id) on delete cascade,
    constraint reading_mention_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict,
    constraint reading_mention_group foreign key (tenant_id, group_id) references cell.reading_group (tenant_id, id) on delete restrict
);
create index reading_mention_by_seat on cell.reading_mention (tenant_id, seat_id, group_id, seq);
create index reading_mention_by_group on cell.reading_mention (tenant_id, group_id);
alter table cell.reading_mention enable row level security;
alter table cell.reading_mention force row level security;
create policy tenant on cell.reading_mention using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert on cell.reading_mention to app_rw;
grant select on cell.reading_mention to app_job;
comment on table cell.reading_mention is 'Whom a post speaks to by name; it reaches him though he has muted the group.';

--changeset tongxin:reading-report
create table cell.reading_report (
    tenant_id  uuid        not null default current_setting('app.tenant_id')::uuid,
    post_id    uuid        not null,
    seat_id    uuid        not null,
    reason     text        not null,
    at         timestamptz not null,
    settled_at timestamptz,
    primary key (tenant_id, post_id, seat_id),
    constraint reading_report_post foreign key (tenant_id, post_id) references cell.reading_post (tenant_id, id) on delete cascade,
    constraint reading_report_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict
);
create index reading_report_by_seat on cell.reading_report (tenant_id, seat_id);
create index reading_report_open on cell.reading_report (tenant_id, post_id, at) where settled_at is null;
alter table cell.reading_report enable row level security;
alter table cell.reading_report force row level security;
create policy tenant on cell.reading_report using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update on cell.reading_report to app_rw;
grant select on cell.reading_report to app_job;
comment on table cell.reading_report is 'A reader asks the moderators to look at a post, and why. They see the reason, not who asked.';
