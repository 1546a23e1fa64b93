-- A function runs with its caller's rights, and nobody may call it who was not granted it. The one exception is search_hits.
select n.nspname, p.proname
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
 where n.nspname in ('cell', 'platform')
   and ((p.prosecdef
         and not (p.proname = 'search_hits' and p.proowner = 'app_search'::regrole and p.proconfig @> array['search_path=cell, pg_temp']))
        or p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0));
