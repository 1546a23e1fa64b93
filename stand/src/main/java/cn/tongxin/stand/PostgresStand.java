package cn.tongxin.stand;

import cn.tongxin.migrations.Bootstrap;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A PostgreSQL 18 of our own whose data are kept: fsync on, passwords required, on the loopback address only. */
public final class PostgresStand implements AutoCloseable {

    private static final String MAJOR = "18";
    private static final String DATABASE = "tongxin";

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final Secrets secrets;

    private PostgresStand(Path folder, EmbeddedPostgres postgres, Secrets secrets) {
        this.folder = folder;
        this.postgres = postgres;
        this.secrets = secrets;
    }

    /** Starts the instance kept in {@code folder}, made new when the folder is empty. */
    public static PostgresStand start(Path folder, int port, Secrets secrets) throws IOException, SQLException {
        var data = folder.resolve("postgres").toAbsolutePath();
        var isNew = !Files.exists(data.resolve("PG_VERSION"));
        if (!isNew) {
            checkMajor(data);
            stopLeftover(folder);
        }
        Ports.checkFree(port, "PostgreSQL", "TONGXIN_PG_PORT");
        var password = secrets.get("postgres.superuser");
        var log = ProcessBuilder.Redirect.appendTo(Files.createDirectories(folder.resolve("logs"))
                .resolve("postgres.log")
                .toFile());
        var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(folder.resolve("postgres-programs").toFile())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .setConnectConfig("password", password)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setErrorRedirector(log)
                .setOutputRedirector(log)
                .start();
        var stand = new PostgresStand(folder, postgres, secrets);
        if (isNew) {
            stand.requirePasswords(data, password);
        }
        stand.ensureRolesAndDatabases();
        return stand;
    }

    public String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    public String keycloakJdbcUrl() {
        return jdbcUrl("keycloak");
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    /** The password of one of our roles: app_owner, app_rw, app_job or keycloak. */
    public String password(String role) {
        return secrets.get("postgres." + role);
    }

    /** Ends the server as a power cut would: its first process is killed, the others notice and go. */
    public void kill() throws IOException {
        var data = folder.resolve("postgres").toAbsolutePath();
        var pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        var postmaster = ProcessHandle.of(pid)
                .filter(it -> isPostgresOf(it, data))
                .orElseThrow(() -> new StandException("PostgreSQL is not running."));
        var all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        postmaster.destroyForcibly();
        while (all.stream().anyMatch(each -> isPostgresOf(each, data) || isBackend(each))) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        postgres.close(); // finds nothing to stop, but lets go of the folder
    }

    /** A server process that still lives; one that ended and was not yet fetched by its parent has no command line. */
    private static boolean isBackend(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .startsWith("postgres:");
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    /** The programs' first start trusts everybody on this machine; from here on nobody is let in without a password. */
    private void requirePasswords(Path data, String password) throws IOException, SQLException {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            Files.writeString(data.resolve("pg_hba.conf"), """
                    # Written by the stand: passwords for everybody, loopback only.
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128      scram-sha-256
                    """);
            statement.execute("select pg_reload_conf()");
        }
    }

    /** All that the superuser ever does. The schemas belong to app_owner, as which only migrate logs in. */
    private void ensureRolesAndDatabases() throws SQLException {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", "keycloak")) {
                statement.execute("create role keycloak login");
            }
            statement.execute("alter role keycloak password '" + password("keycloak") + "'");
            ensureDatabase(connection, DATABASE, "postgres");
            ensureDatabase(connection, "keycloak", "keycloak");
        }
        try (var connection = superuser(DATABASE)) {
            Bootstrap.run(
                    connection,
                    Stream.of(Bootstrap.OWNER, Bootstrap.SERVING, Bootstrap.JOB)
                            .map(role -> new Bootstrap.Login(role, password(role)))
                            .toList());
        }
    }

    private static void ensureDatabase(Connection connection, String name, String owner) throws SQLException {
        if (exists(connection, "select 1 from pg_database where datname = ?", name)) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + owner + " encoding 'UTF8' template template0");
            statement.execute("revoke connect, temporary on database " + name + " from public");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", secrets.get("postgres.superuser"));
    }

    private static void checkMajor(Path data) throws IOException {
        var found = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!found.equals(MAJOR)) {
            throw new StandException(
                    "The folder " + data + " was written by PostgreSQL " + found + "; this is PostgreSQL " + MAJOR
                            + ". Move the folder away, or start over with --fresh (this deletes its data).");
        }
    }

    /** A launcher that was killed leaves its server behind; the file postmaster.pid says which process that was. */
    public static void stopLeftover(Path folder) throws IOException {
        var data = folder.resolve("postgres").toAbsolutePath();
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        var left = ProcessHandle.of(pid).filter(it -> isPostgresOf(it, data));
        if (left.isEmpty()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
            left.get().onExit().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new StandException("A PostgreSQL of an earlier run (process " + pid + ") does not stop.", e);
        }
    }

    private static boolean isPostgresOf(ProcessHandle process, Path data) {
        try {
            var words = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .split("\0");
            return words[0].endsWith("postgres") && Arrays.asList(words).contains(data.toString());
        } catch (IOException e) {
            return false;
        }
    }
}
