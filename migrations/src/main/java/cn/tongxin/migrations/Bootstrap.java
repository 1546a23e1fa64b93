package cn.tongxin.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a database administrator does once, as superuser, before the first {@link Migrate}: three log-in roles, none of
 * which may bypass row-level security, and the role that owns the search and logs in nowhere. Repeating it only sets the
 * passwords anew.
 */
public final class Bootstrap {
    public static final String OWNER = "app_owner";
    public static final String SERVING = "app_rw";
    public static final String JOB = "app_job";

    private Bootstrap() {}

    /** A role and the password it logs in with. */
    public record Login(String role, String password) {}

    public static void run(Connection superuser, List<Login> logins) throws SQLException {
        try (var statement = superuser.createStatement()) {
            for (var login : logins) {
                statement.execute("""
                        do $$ begin
                          if not exists (select from pg_roles where rolname = %1$s) then
                            execute format('create role %%I', %1$s);
                          end if;
                          execute format('alter role %%I with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication noinherit password %%L', %1$s, %2$s);
                        end $$
                        """.formatted(literal(login.role()), literal(login.password())));
            }
            statement.execute("""
                    do $$ begin
                      if not exists (select from pg_roles where rolname = 'app_search') then
                        create role app_search nologin;
                      end if;
                      grant app_search to app_owner with inherit false, set true;
                    end $$
                    """);
            statement.execute("""
                    do $$ begin
                      execute format('grant create, connect, temporary on database %I to app_owner', current_database());
                      execute format('revoke connect, temporary on database %I from public', current_database());
                      execute format('grant connect on database %I to app_rw, app_job', current_database());
                    end $$
                    """);
            statement.execute("revoke all on schema public from public");
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
