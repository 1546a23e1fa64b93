package cn.tongxin.stage;

import cn.tongxin.migrations.Bootstrap;
import cn.tongxin.migrations.Migrate;
import cn.tongxin.shared.Digests;
import cn.tongxin.stand.LocalIssuer;
import cn.tongxin.stand.ServiceStand;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final String KEY = "a key for tests only, long enough to be one";
    private static final Stage SHARED = new Stage();

    public final StageClock clock = new StageClock();
    public final LocalIssuer issuer = new LocalIssuer(clock);
    public final Recorder recorder = new Recorder();
    private final Map<String, String> passwords = new HashMap<>();
    private final String files = temporaryFolder();
    private final String assertionKey = assertionKey();
    private final EmbeddedPostgres postgres;
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private Connection serving;
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

    /** A second installation with a database of its own, where nobody has ever been. */
    public static Stage apart() {
        var apart = new Stage();
        apart.clock.set(SHARED.clock.instant());
        return apart;
    }

    /** A county committee of the same code in this installation. */
    public TestCommittee twinOf(TestCommittee other) {
        return TestCommittee.create(this, other.code(), "COUNTY", null);
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
        settings.put("tongxin.keys.data", KEY);
        settings.put("tongxin.files.root", files);
        settings.put("tongxin.live.check", "200ms");
        settings.put("tongxin.sms.url", "http://localhost:9"); // nobody there: who reads messages has a stub of his own
        settings.put("tongxin.login.gap-seconds", 0);
        settings.put("tongxin.open.per-address-minute", 100_000); // the clock stands still, and so does its minute
        settings.put("tongxin.schedule.first", "1000h");
        settings.put("tongxin.schedule.round", "1000h");
        settings.put("tongxin.token.issuer", issuer.issuer());
        settings.put("tongxin.token.jwks-url", issuer.keysUrl());
        settings.put("tongxin.keycloak.assertion-key-file", assertionKey);
        return settings;
    }

    private static String assertionKey() {
        try {
            return ServiceStand.assertionKey(Path.of(temporaryFolder())).toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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

    /** The environment in which an operator runs the program's commands beside this service. */
    public Map<String, String> environment() {
        return Map.of(
                "TONGXIN_DB_URL", url(),
                "TONGXIN_DB_PASSWORD", passwords.get(Bootstrap.SERVING),
                "TONGXIN_DB_JOB_PASSWORD", passwords.get(Bootstrap.JOB),
                "TONGXIN_DB_OWNER_PASSWORD", passwords.get(Bootstrap.OWNER),
                "TONGXIN_DB_SUPERUSER_PASSWORD", "trusted",
                "TONGXIN_DATA_KEY", KEY,
                "TONGXIN_FILES", files);
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
            settings.put("tongxin.files.root", temporaryFolder());
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

    /** What a test sets up or asks: one transaction as the serving role, all on one connection. */
    synchronized <T> T serving(Work<T> work) {
        try {
            if (serving == null) {
                serving = connect(Bootstrap.SERVING);
                serving.setAutoCommit(false);
            }
            try {
                var answer = work.on(serving);
                serving.commit();
                return answer;
            } finally {
                serving.rollback();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    interface Work<T> {
        T on(Connection db) throws SQLException;
    }

    /** The database as its superuser, to play the intruder. */
    public Connection superuser() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }
}
