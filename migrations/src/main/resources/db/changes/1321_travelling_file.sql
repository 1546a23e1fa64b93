--liquibase formatted sql
-- A file that came along with another committee's letter was uploaded by nobody here.

--changeset tongxin:stored-file-from-elsewhere
alter table cell.stored_file alter column seat_id drop not null;
comment on column cell.stored_file.seat_id is 'Who uploaded it; nobody here where it came with a letter from another committee.';
grant insert on cell.stored_file to app_job;

--changeset tongxin:attachment-from-elsewhere
alter table cell.attachment alter column seat_id drop not null;
comment on column cell.attachment.seat_id is 'Who attached it; nobody here where it came with a letter from another committee.';
grant insert on cell.attachment to app_job;
