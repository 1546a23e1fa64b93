--liquibase formatted sql

--changeset tongxin:proposal-index
-- Most proposals have no scan, no case number and no import: an index of what is there only is the same to a reader, and a new
-- draft enters five indexes instead of thirteen.
drop index cell.proposal_entered_by_idx, cell.proposal_scan_file_idx, cell.proposal_key_led_by_idx, cell.proposal_merged_into_idx,
    cell.proposal_case_no, cell.proposal_intake_no, cell.proposal_import_ref, cell.proposal_by_session;
create index proposal_by_session on cell.proposal (tenant_id, session_id, id) where session_id is not null;
create index proposal_entered_by_idx on cell.proposal (tenant_id, entered_by) where entered_by is not null;
create index proposal_scan_file_idx on cell.proposal (tenant_id, scan_file_id) where scan_file_id is not null;
create index proposal_key_led_by_idx on cell.proposal (tenant_id, key_led_by) where key_led_by is not null;
create index proposal_merged_into_idx on cell.proposal (tenant_id, merged_into_id) where merged_into_id is not null;
create unique index proposal_case_no on cell.proposal (tenant_id, case_no) where case_no is not null;
create unique index proposal_intake_no on cell.proposal (tenant_id, session_id, intake_no) where intake_no is not null;
create unique index proposal_import_ref on cell.proposal (tenant_id, import_ref) where import_ref is not null;
