--liquibase formatted sql

--changeset tongxin:document-template
create table cell.document_template (
    tenant_id   uuid        not null default current_setting('app.tenant_id')::uuid,
    id          uuid        not null,
    kind        text        not null,
    file_id     uuid        not null,
    seat_id     uuid        not null,
    uploaded_at timestamptz not null,
    primary key (tenant_id, id),
    constraint document_template_is_one_a_kind unique (tenant_id, kind),
    constraint document_template_file foreign key (tenant_id, file_id) references cell.stored_file (tenant_id, id) on delete restrict,
    constraint document_template_seat foreign key (tenant_id, seat_id) references cell.seat (tenant_id, id) on delete restrict
);
create index document_template_by_file on cell.document_template (tenant_id, file_id);
create index document_template_by_seat on cell.document_template (tenant_id, seat_id);
alter table cell.document_template enable row level security;
alter table cell.document_template force row level security;
create policy tenant on cell.document_template using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, update, delete on cell.document_template to app_rw;
grant select on cell.document_template to app_job;
comment on table cell.document_template is 'The Word file that a committee uses for a kind of document; where there is none, the shipped one serves.';
