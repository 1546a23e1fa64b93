-- A table says in one sentence what it holds.
select n.nspname, c.relname
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where n.nspname in ('cell', 'platform')
   and c.relkind in ('r', 'v', 'p')
   and c.relname not like 'databasechangelog%'
   and obj_description(c.oid, 'pg_class') is null;
