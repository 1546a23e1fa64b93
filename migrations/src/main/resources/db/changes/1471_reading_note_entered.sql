--liquibase formatted sql
-- A note that a member wrote on paper, as the office entered it (domain §0.11).

--changeset tongxin:reading-post-entered
-- A foreign key is checked as the owner, who sees no committee's rows while row-level security is forced on him.
alter table cell.reading_post no force row level security;
alter table cell.seat no force row level security;
alter table cell.reading_post
    add column entered_by uuid,
    add constraint reading_post_entered_by foreign key (tenant_id, entered_by) references cell.seat (tenant_id, id) on delete restrict;
alter table cell.reading_post force row level security;
alter table cell.seat force row level security;
create index reading_post_entered_by_idx on cell.reading_post (tenant_id, entered_by);
comment on column cell.reading_post.entered_by is 'Who of the office entered what its author wrote on paper; null where he wrote it here himself.';
