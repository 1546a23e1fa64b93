--liquibase formatted sql
-- Search (design §4). Tokens are bigrams of Chinese and words of other scripts. Under row-level security an index serves only
-- equality and ranges, so similarity asks the token table; full text needs @@, which goes through one definer function. Its
-- owner logs in nowhere and may read that one table; its query always carries the committee's own lexeme.

--changeset tongxin:search-token
create table cell.search_token (
    tenant_id    uuid not null default current_setting('app.tenant_id')::uuid,
    subject_type text not null,
    token        text not null collate "C",
    subject_id   uuid not null,
    primary key (tenant_id, subject_type, token, subject_id)
);
create index search_token_by_subject on cell.search_token (tenant_id, subject_type, subject_id);
alter table cell.search_token enable row level security;
alter table cell.search_token force row level security;
create policy tenant on cell.search_token using (tenant_id = current_setting('app.tenant_id')::uuid);
grant select, insert, delete on cell.search_token to app_rw, app_job;
comment on table cell.search_token is 'The tokens of title, number, proponents and the first 300 characters of what may be found.';

--changeset tongxin:search-document
create table cell.search_document (
    tenant_id    uuid     not null default current_setting('app.tenant_id')::uuid,
    subject_type text     not null,
    subject_id   uuid     not null,
    words        tsvector not null,
    primary key (tenant_id, subject_type, subject_id)
);
create index search_document_words on cell.search_document using gin (words) with (fastupdate = off);
alter table cell.search_document enable row level security;
alter table cell.search_document force row level security;
create policy tenant on cell.search_document using (tenant_id = current_setting('app.tenant_id')::uuid);
create policy search on cell.search_document for select to app_search using (true);
grant select, insert, update, delete on cell.search_document to app_rw, app_job;
grant usage on schema cell to app_search;
grant select on cell.search_document to app_search;
comment on table cell.search_document is 'All tokens of what may be found, with the lexeme of its committee. Drafts and restricted texts are not here.';

--changeset tongxin:search-hits splitStatements:false
create function cell.search_hits(kind text, wanted tsquery, among uuid[], before uuid, most integer) returns setof uuid
    language plpgsql
    stable
    security definer
    set search_path = cell, pg_temp
as
$$
declare
    tenant uuid    := current_setting('app.tenant_id')::uuid;
    query  tsquery := quote_literal('@' || tenant)::tsquery && quote_literal('@' || kind)::tsquery && wanted;
begin
    if among is not null then
        return query
            select d.subject_id
              from cell.search_document d
             where d.tenant_id = tenant
               and d.subject_type = kind
               and d.subject_id = any (among)
               and d.words @@ query;
    else
        -- With the words in its text the planner knows how common they are: newest first by key, or by the words' index.
        return query execute format(
            'select d.subject_id from cell.search_document d '
            'where d.tenant_id = %L and d.subject_type = %L and d.words @@ %L::tsquery and (%L::uuid is null or d.subject_id < %L) '
            'order by d.subject_id desc limit %L',
            tenant, kind, query, before, before, most);
    end if;
end
$$;
revoke all on function cell.search_hits(text, tsquery, uuid[], uuid, integer) from public;
grant execute on function cell.search_hits(text, tsquery, uuid[], uuid, integer) to app_rw;
comment on function cell.search_hits(text, tsquery, uuid[], uuid, integer) is 'The ids of one kind of subject whose text has the words, of the transaction''s own committee: among those given, or the newest.';
grant create on schema cell to app_search;
alter function cell.search_hits(text, tsquery, uuid[], uuid, integer) owner to app_search;
revoke create on schema cell from app_search;
