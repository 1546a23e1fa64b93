-- A function runs with its caller's rights, and nobody may call it who was not granted it.
select n.nspname, p.proname
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
 where n.nspname in ('cell', 'platform')
   and (p.prosecdef or p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0));
