-- Moments carry their zone, texts carry no arbitrary length, money and points are never floating.
select n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod)
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
 where n.nspname in ('cell', 'platform')
   and c.relkind in ('r', 'p')
   and c.relname not like 'databasechangelog%'
   and a.attnum > 0
   and a.atttypid in ('timestamp'::regtype, 'varchar'::regtype, 'bpchar'::regtype, 'float4'::regtype, 'float8'::regtype, 'money'::regtype);
