-- Exactly one policy a table, of the standard text, for every role and command. The one exception (design §4): the owner of
-- search_hits, who logs in nowhere, reads search_document whole.
select c.relname, coalesce(p.polname, 'no policy'), pg_get_expr(p.polqual, p.polrelid)
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_policy p on p.polrelid = c.oid
 where n.nspname = 'cell'
   and c.relkind in ('r', 'p')
   and not (c.relname = 'search_document' and p.polname = 'search' and p.polcmd = 'r'
            and p.polroles = array['app_search'::regrole::oid])
   and (p.polname is distinct from 'tenant'
        or p.polcmd <> '*'
        or p.polroles <> '{0}'
        or not p.polpermissive
        or p.polwithcheck is not null
        or pg_get_expr(p.polqual, p.polrelid) <> '(tenant_id = (current_setting(''app.tenant_id''::text))::uuid)');
