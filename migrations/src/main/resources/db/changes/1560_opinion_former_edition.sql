--liquibase formatted sql
-- An editor edits, then sends the report back; what he had written was gone when its author handed it in again.

--changeset tongxin:opinion-former-edition
create table cell.opinion_former_edition (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    id          uuid        not null,
    report_id   uuid        not null,
    title       text        not null,
    situation   text        not null,
    analysis    text        not null,
    suggestions text        not null,
    edited_by   uuid,
    edited_at   timestamptz not null,
    primary key (tenant_id, id),
    constraint opinion_former_edition_report foreign key (tenant_id, report_id) references cell.opinion_report (tenant_id, id) on delete cascade,
    constraint opinion_former_edition_edited_by foreign key (tenant_id, edited_by) references cell.seat (tenant_id, id) on delete restrict
);
create index opinion_former_edition_by_report on cell.opinion_former_edition (tenant_id, report_id, id);
create index opinion_former_edition_by_editor on cell.opinion_former_edition (tenant_id, edited_by);
alter table cell.opinion_former_edition enable row level security;
alter table cell.opinion_former_edition force row level security;
create policy tenant on cell.opinion_former_edition using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.opinion_former_edition to app_rw;
grant select on cell.opinion_former_edition to app_job;
comment on table cell.opinion_former_edition is 'A report as the office had edited it before its author wrote it anew. Goes under the seal with the text.';
