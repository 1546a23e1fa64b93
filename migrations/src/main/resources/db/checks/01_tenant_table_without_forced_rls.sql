-- Every table of the cell keeps row-level security, forced on its owner too.
select c.relname
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where n.nspname = 'cell'
   and c.relkind in ('r', 'p')
   and not (c.relrowsecurity and c.relforcerowsecurity);
