-- Nobody but the serving roles holds a right, nobody may truncate, and history is never changed or removed.
select n.nspname, c.relname, coalesce(g.rolname, 'public'), a.privilege_type
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 cross join lateral aclexplode(c.relacl) a
  left join pg_roles g on g.oid = a.grantee
 where n.nspname in ('cell', 'platform')
   and a.grantee <> c.relowner
   and (g.rolname is null
        or g.rolname not in ('app_rw', 'app_job')
           and not (g.rolname = 'app_search' and c.relname = 'search_document' and a.privilege_type = 'SELECT')
        or a.is_grantable
        or a.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
        or (c.relname in ('history', 'access_log') and a.privilege_type in ('UPDATE', 'DELETE'))
        or (n.nspname = 'platform' and g.rolname = 'app_job' and a.privilege_type <> 'SELECT'));
