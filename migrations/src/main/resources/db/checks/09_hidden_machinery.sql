-- No trigger, identity column, stored or virtual generated column, or materialised view does what the code does not say.
select 'trigger', t.tgname::text
  from pg_trigger t
  join pg_class c on c.oid = t.tgrelid
  join pg_namespace n on n.oid = c.relnamespace
 where n.nspname in ('cell', 'platform')
   and not t.tgisinternal
union all
select 'column', c.relname || '.' || a.attname
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
 where n.nspname in ('cell', 'platform')
   and (a.attidentity <> '' or a.attgenerated <> '')
union all
select 'materialised view', c.relname
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where n.nspname in ('cell', 'platform')
   and c.relkind = 'm';
