-- The tenant's column is there, a uuid, never null, and filled by the transaction's own committee.
select c.relname
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
 where n.nspname = 'cell'
   and c.relkind in ('r', 'p')
   and (a.attname is null
        or a.atttypid <> 'uuid'::regtype
        or not a.attnotnull
        or pg_get_expr(d.adbin, d.adrelid) is distinct from '(current_setting(''app.tenant_id''::text))::uuid');
