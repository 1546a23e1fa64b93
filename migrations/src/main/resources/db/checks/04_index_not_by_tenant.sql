-- Every key and index of the cell starts with the tenant, so that no committee's rows slow another's. The one exception is that of the
-- words of search_document: each of its queries carries the committee's lexeme (design §4).
select t.relname, i.relname
  from pg_index x
  join pg_class t on t.oid = x.indrelid
  join pg_class i on i.oid = x.indexrelid
  join pg_namespace n on n.oid = t.relnamespace
  left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
 where n.nspname = 'cell'
   and a.attname is distinct from 'tenant_id'
   and i.relname <> 'search_document_words';
