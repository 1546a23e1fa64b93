-- The serving roles are ordinary, are members of nothing and own nothing; the owner is ordinary but for owning. The owner of
-- search_hits logs in nowhere, owns no table, and only the owner of the schema may act as it, to hand it that function.
select r.rolname
  from pg_roles r
 where r.rolname in ('app_owner', 'app_rw', 'app_job', 'app_search')
   and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
        or (r.rolname = 'app_search' and r.rolcanlogin)
        or exists (select from pg_auth_members m
                    where m.member = r.oid
                      and not (r.rolname = 'app_owner' and m.roleid = 'app_search'::regrole and not m.inherit_option and not m.admin_option))
        or (r.rolname <> 'app_owner' and exists (
            select from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname in ('cell', 'platform') and c.relowner = r.oid)));
