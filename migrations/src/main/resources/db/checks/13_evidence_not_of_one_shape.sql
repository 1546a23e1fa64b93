-- Every kind of evidence is a view of exactly the same columns, so that one query counts, lists and archives them all.
select c.relname, string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum)
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
 where n.nspname = 'cell'
   and c.relkind = 'v'
   and c.relname like 'evidence\_%'
 group by c.relname
having string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum)
       <> 'kind text, source_id uuid, seat_id uuid, actor_kind text, role text, happened_on date, session_id uuid, link_id uuid, '
       || 'amount numeric, counts boolean, why_not text, estimate boolean, detail jsonb';
