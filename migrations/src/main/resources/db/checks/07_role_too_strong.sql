-- The serving roles are ordinary, are members of nothing and own nothing; the owner is ordinary but for owning.
select r.rolname
  from pg_roles r
 where r.rolname in ('app_owner', 'app_rw', 'app_job')
   and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
        or exists (select from pg_auth_members m where m.member = r.oid)
        or (r.rolname <> 'app_owner' and exists (
            select from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname in ('cell', 'platform') and c.relowner = r.oid)));
