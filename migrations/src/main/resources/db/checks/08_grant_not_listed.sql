-- Nobody but the serving roles holds a right, nobody may truncate, and history is never changed or removed. On the platform's
-- tables, which no policy guards, and on single columns the roles hold what is listed here and nothing else.
with listed (place, role, rights) as (values
    ('platform.committee', 'app_rw', 'SELECT INSERT'),
    ('platform.committee(name)', 'app_rw', 'UPDATE'),
    ('platform.committee(status)', 'app_rw', 'UPDATE'),
    ('platform.committee(suspended_reason)', 'app_rw', 'UPDATE'),
    ('platform.committee', 'app_job', 'SELECT'),
    ('platform.account', 'app_rw', 'SELECT INSERT UPDATE'),
    ('platform.seat_directory', 'app_rw', 'SELECT INSERT UPDATE'),
    ('platform.seat_directory', 'app_job', 'SELECT'),
    ('platform.seat_claim', 'app_rw', 'SELECT INSERT UPDATE DELETE'),
    ('platform.login_code', 'app_rw', 'SELECT INSERT UPDATE DELETE'),
    ('platform.device_session', 'app_rw', 'SELECT INSERT UPDATE'),
    ('platform.minted_token', 'app_rw', 'SELECT INSERT DELETE'),
    ('platform.ended_session', 'app_rw', 'SELECT INSERT UPDATE DELETE'),
    ('platform.console_session', 'app_rw', 'SELECT INSERT UPDATE'),
    ('platform.wechat_binding', 'app_rw', 'SELECT INSERT DELETE'),
    ('platform.wechat_ticket', 'app_rw', 'SELECT INSERT DELETE'),
    ('platform.door_log', 'app_rw', 'SELECT INSERT'),
    ('platform.division', 'app_rw', 'SELECT'),
    ('platform.division', 'app_job', 'SELECT'),
    ('platform.holiday_notice', 'app_rw', 'SELECT'),
    ('platform.holiday_notice', 'app_job', 'SELECT'),
    ('platform.holiday', 'app_rw', 'SELECT'),
    ('platform.holiday', 'app_job', 'SELECT'),
    ('cell.history_payload(payload)', 'app_rw', 'UPDATE'),
    ('cell.history_payload(erased_at)', 'app_rw', 'UPDATE'),
    ('cell.stored_file(held)', 'app_rw', 'UPDATE'),
    ('cell.handling_promise(urged_on)', 'app_rw', 'UPDATE')
), granted as (
    select n.nspname || '.' || c.relname as place, false as is_column, n.nspname, c.relname, c.relowner, a.*
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
     cross join lateral aclexplode(c.relacl) a
    union all
    select n.nspname || '.' || c.relname || '(' || t.attname || ')', true, n.nspname, c.relname, c.relowner, a.*
      from pg_attribute t
      join pg_class c on c.oid = t.attrelid
      join pg_namespace n on n.oid = c.relnamespace
     cross join lateral aclexplode(t.attacl) a
)
select granted.place, coalesce(g.rolname, 'public'), granted.privilege_type
  from granted
  left join pg_roles g on g.oid = granted.grantee
 where granted.nspname in ('cell', 'platform')
   and granted.grantee <> granted.relowner
   and (g.rolname is null
        or g.rolname not in ('app_rw', 'app_job')
           and not (g.rolname = 'app_search' and granted.place = 'cell.search_document' and granted.privilege_type = 'SELECT')
        or granted.is_grantable
        or granted.privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
        or (granted.relname in ('history', 'access_log') and granted.privilege_type in ('UPDATE', 'DELETE'))
        or ((granted.nspname = 'platform' or granted.is_column)
            and not exists (select from listed
                             where listed.place = granted.place
                               and listed.role = g.rolname
                               and granted.privilege_type = any (string_to_array(listed.rights, ' ')))));
