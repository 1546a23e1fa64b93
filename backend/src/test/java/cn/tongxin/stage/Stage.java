package cn.tongxin.stage;

import cn.tongxin.migrations.Bootstrap;
import cn.tongxin.migrations.Migrate;
import cn.tongxin.shared.Digests;
import cn.tongxin.stand.LocalIssuer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where every test plays: one real PostgreSQL, one real service over HTTP, one clock that stands still. It starts with the
 * first test of the run and is shared; each test brings a committee of its own, so nothing needs cleaning.
 */
public final class Stage {
    private static final Stage SHARED = new Stage();

    public final StageClock clock = new StageClock();
    public final LocalIssuer issuer = new LocalIssuer(clock);
    public final Recorder recorder = new Recorder();
    private final Map<String, String> passwords = new HashMap<>();
    private final EmbeddedPostgres postgres;
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final AtomicInteger codes = new AtomicInteger(100_000);

    private Stage() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "100")
                    .start();
            for (var role : List.of(Bootstrap.OWNER, Bootstrap.SERVING, Bootstrap.JOB)) {
                passwords.put(role, Digests.randomToken());
            }
            try (var superuser = postgres.getPostgresDatabase().getConnection()) {
                Bootstrap.run(
                        superuser,
                        passwords.entrySet().stream()
                                .map(e -> new Bootstrap.Login(e.getKey(), e.getValue()))
                                .toList());
            }
            try (var owner = connect(Bootstrap.OWNER)) {
                Migrate.run(owner);
            }
            context = ApplicationContext.builder()
                    .environments("test")
                    .properties(settings())
                    .singletons(clock)
                    .start();
            server = context.getBean(EmbeddedServer.class).start();
        } catch (Exception failure) {
            throw new IllegalStateException("The stage could not be set.", failure);
        }
    }

    public static Stage shared() {
        return SHARED;
    }

    /** A committee of its own for a test. */
    public static TestCommittee committee() {
        return TestCommittee.create(SHARED, "" + SHARED.codes.incrementAndGet(), "COUNTY", null);
    }

    /** A committee at a level below a parent. */
    public static TestCommittee committee(String level, TestCommittee parent) {
        return TestCommittee.create(
                SHARED, "" + SHARED.codes.incrementAndGet(), level, parent == null ? null : parent.code());
    }

    /** What the service is told; a second service beside it is told the same and more. */
    public Map<String, Object> settings() {
        var settings = new HashMap<String, Object>();
        settings.put("micronaut.server.port", "-1");
        settings.put("datasources.default.url", url());
        settings.put("datasources.default.password", passwords.get(Bootstrap.SERVING));
        settings.put("tongxin.job.password", passwords.get(Bootstrap.JOB));
        settings.put("tongxin.keys.data", "a key for tests only, long enough to be one");
        settings.put("tongxin.files.root", temporaryFolder());
        settings.put("tongxin.token.issuer", issuer.issuer());
        settings.put("tongxin.token.jwks-url", issuer.keysUrl());
        return settings;
    }

    private static String temporaryFolder() {
        try {
            return Files.createTempDirectory("tongxin-files").toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /** Another installation: an empty database and a folder of its own, the service's beans without its server. */
    public ApplicationContext elsewhere(String database, Map<String, Object> more) {
        try {
            try (var superuser = superuser()) {
                superuser.createStatement().execute("create database " + database);
            }
            try (var superuser = postgres.getDatabase("postgres", database).getConnection()) {
                Bootstrap.run(
                        superuser,
                        passwords.entrySet().stream()
                                .map(e -> new Bootstrap.Login(e.getKey(), e.getValue()))
                                .toList());
            }
            var url = url().replace("/postgres", "/" + database);
            try (var owner = DriverManager.getConnection(
                    url + "?currentSchema=cell,platform", Bootstrap.OWNER, passwords.get(Bootstrap.OWNER))) {
                Migrate.run(owner);
            }
            var settings = settings();
            settings.put("datasources.default.url", url);
            settings.put("tongxin.offline", true);
            settings.putAll(more);
            return ApplicationContext.builder()
                    .environments("test")
                    .properties(settings)
                    .singletons(clock)
                    .start();
        } catch (Exception failure) {
            throw new IllegalStateException("The other installation could not be set up.", failure);
        }
    }

    /** A bean of the running service, for what HTTP does not show (the catalogue, a reader's turn). */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** All beans of a type. */
    public <T> java.util.Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type);
    }

    /** The database as one of the product's own roles. */
    public Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url() + "?currentSchema=cell,platform", role, passwords.get(role));
    }

    /** The database as its superuser, to play the intruder. */
    public Connection superuser() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }
}
