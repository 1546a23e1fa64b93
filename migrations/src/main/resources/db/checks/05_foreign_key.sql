-- Row-level security does not guard foreign keys: each carries the tenant, says what happens on delete, and has an index.
select t.relname, k.conname,
       case when not tenant.first then 'does not start with tenant_id'
            when k.confdeltype = 'a' then 'does not say on delete'
            else 'has no index' end
  from pg_constraint k
  join pg_class t on t.oid = k.conrelid
  join pg_namespace n on n.oid = t.relnamespace
  join pg_class target on target.oid = k.confrelid
  join pg_namespace tn on tn.oid = target.relnamespace
 cross join lateral (
       select n.nspname <> 'cell' or tn.nspname <> 'cell'
              or exists (select from pg_attribute a where a.attrelid = t.oid and a.attnum = k.conkey[1] and a.attname = 'tenant_id') as first) tenant
 where k.contype = 'f'
   and n.nspname in ('cell', 'platform')
   and (not tenant.first
        or k.confdeltype = 'a'
        or not exists (
           select from pg_index x
            where x.indrelid = t.oid
              and (x.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey));
