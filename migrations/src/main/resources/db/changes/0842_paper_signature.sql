--liquibase formatted sql
-- What a member without a phone said on paper about signing, as the office entered it (domain §0.11).

--changeset tongxin:proposal-cosigner-on-paper
-- A foreign key is checked as the owner, who sees no committee's rows while row-level security is forced on him.
alter table cell.proposal_cosigner no force row level security;
alter table cell.stored_file no force row level security;
alter table cell.seat no force row level security;
alter table cell.proposal_cosigner
    add column entered_by    uuid,
    add column paper_no      text,
    add column paper_file_id uuid,
    add constraint proposal_cosigner_entered_by foreign key (tenant_id, entered_by) references cell.seat (tenant_id, id) on delete restrict,
    add constraint proposal_cosigner_paper_file foreign key (tenant_id, paper_file_id) references cell.stored_file (tenant_id, id) on delete restrict,
    add constraint proposal_cosigner_entered_from_a_paper check (entered_by is null or paper_no is not null or paper_file_id is not null);
alter table cell.proposal_cosigner force row level security;
alter table cell.stored_file force row level security;
alter table cell.seat force row level security;
create index proposal_cosigner_entered_by_idx on cell.proposal_cosigner (tenant_id, entered_by);
create index proposal_cosigner_paper_file_idx on cell.proposal_cosigner (tenant_id, paper_file_id);
comment on column cell.proposal_cosigner.entered_by is 'Who of the office entered what the member said on paper; null where he said it himself.';
comment on column cell.proposal_cosigner.paper_no is 'Where that paper is kept.';
comment on column cell.proposal_cosigner.paper_file_id is 'The paper, scanned.';
