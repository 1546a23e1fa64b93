--liquibase formatted sql

--changeset tongxin:proposal-publication-waits
create index proposal_publication_waits on cell.proposal_publication (tenant_id, state, proposed_on) where state in ('PROPOSED', 'RETURNED');
