-- A view runs with the rights of its reader, or it would read past row-level security.
select n.nspname, c.relname
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where n.nspname in ('cell', 'platform')
   and c.relkind = 'v'
   and not coalesce(c.reloptions @> array['security_invoker=true'], false)
   and not coalesce(c.reloptions @> array['security_invoker=on'], false);
