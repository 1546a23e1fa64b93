package cn.tongxin.stand;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A real Keycloak on the loopback address with the realm {@code tongxin}; ready when the realm answers. */
public final class KeycloakStand implements AutoCloseable {

    private static final String VERSION = "26.7.3";
    private static final String ADMIN_CLIENT = "stand";

    /** What a Keycloak needs to know of its surroundings: its programs, its database, and where the service is. */
    public record Config(
            Path home,
            Path folder,
            int port,
            String jdbcUrl,
            String jdbcUser,
            String jdbcPassword,
            URI publicUrl,
            URI serviceUrl) {}

    private final Config config;
    private final Secrets secrets;
    private @Nullable Child process;

    public KeycloakStand(Config config, Secrets secrets) {
        this.config = config;
        this.secrets = secrets;
    }

    /** Builds it if that has not been done, starts it, and makes the realm what realm.json says. */
    public KeycloakStand start() throws IOException, InterruptedException {
        launch();
        ready();
        return this;
    }

    /** Starts the program and does not wait. */
    public void launch() throws IOException, InterruptedException {
        Child.stopLeftover(config.folder(), "keycloak");
        Ports.checkFree(config.port(), "Keycloak", "TONGXIN_KEYCLOAK_PORT");
        install();
        process = Child.start(config.folder(), "keycloak", command("start", "--optimized"), environment());
    }

    /** Waits for the program and makes the realm. */
    public void ready() throws IOException, InterruptedException {
        var started = Objects.requireNonNull(process, "launch() comes first");
        started.awaitAnswer(url().resolve("/realms/master"));
        new KeycloakRealm(admin())
                .ensure(Map.of(
                        "TONGXIN_URL", config.publicUrl().toString(),
                        "TONGXIN_SERVICE_URL", config.serviceUrl().toString(),
                        "TONGXIN_KEYCLOAK_CLIENT_SECRET", clientSecret()));
        started.awaitAnswer(URI.create(issuer()));
    }

    /** Where the build unpacks the distribution. */
    public static Path programs(Path repository) {
        var home = repository.resolve("stand/target/keycloak/keycloak-" + VERSION);
        if (!Files.exists(home.resolve("bin/kc.sh"))) {
            throw new StandException(
                    "Keycloak has not been unpacked: " + home + " is missing. Build the module stand.");
        }
        return home;
    }

    public URI url() {
        return URI.create("http://localhost:" + config.port());
    }

    public String issuer() {
        return url() + "/realms/" + KeycloakRealm.NAME;
    }

    /** The secret of the client tongxin-service, with which the service speaks to Keycloak. */
    public String clientSecret() {
        return secrets.get("keycloak.tongxin-service");
    }

    /** Makes the person known to Keycloak, password and second factor included; answers the subject of the tokens. */
    public String ensureAccount(DemoAccount account) throws IOException, InterruptedException {
        var admin = admin();
        var users = "/" + KeycloakRealm.NAME + "/users";
        var search = users + "?exact=true&username=" + account.username();
        if (Objects.requireNonNull(admin.get(search)).isEmpty()) {
            admin.post(users, account.representation());
        }
        var id = Objects.requireNonNull(admin.get(search)).path(0).path("id").asText();
        for (var role : account.realmRoles()) {
            var found = Objects.requireNonNull(admin.get("/" + KeycloakRealm.NAME + "/roles/" + role));
            admin.post(
                    users + "/" + id + "/role-mappings/realm",
                    KeycloakAdmin.JSON.createArrayNode().add(found));
        }
        return id;
    }

    /** The service's own token, which names no person. */
    public String serviceToken() throws IOException, InterruptedException {
        return new KeycloakAdmin(url(), "tongxin-service", clientSecret()).token(KeycloakRealm.NAME);
    }

    /** Lets one code of a second factor be used twice in its 30 seconds: on a stand several browsers share an account. */
    public void letCodesRepeat() throws IOException, InterruptedException {
        var realm = KeycloakAdmin.JSON.createObjectNode();
        // Keycloak takes the policy as a whole: a change of one value alone is passed over.
        realm.put("otpPolicyType", "totp").put("otpPolicyAlgorithm", "HmacSHA1").put("otpPolicyInitialCounter", 0);
        realm.put("otpPolicyDigits", 6).put("otpPolicyPeriod", 30).put("otpPolicyLookAheadWindow", 1);
        realm.put("otpPolicyCodeReusable", true);
        admin().put("/" + KeycloakRealm.NAME, realm);
    }

    /** For demo accounts and tests: what the stand itself may do in Keycloak. */
    public KeycloakAdmin admin() {
        return new KeycloakAdmin(url(), ADMIN_CLIENT, secrets.get("keycloak.stand"));
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    /** Our theme and the augmented server are put in place once; two stands may share the programs, hence the lock. */
    private void install() throws IOException, InterruptedException {
        var done = config.home().resolve("built-for-tongxin");
        try (var channel = FileChannel.open(
                        config.home().resolve("build.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            Resources.copyFolder("keycloak/themes", config.home().resolve("themes"));
            if (Files.exists(done)) {
                return;
            }
            var build =
                    new ProcessBuilder(command("build", "--db=postgres", "--cache=local", "--health-enabled=false"));
            build.environment().putAll(environment());
            var log = Files.createDirectories(config.folder().resolve("logs")).resolve("keycloak-build.log");
            build.redirectErrorStream(true).redirectOutput(log.toFile());
            if (build.start().waitFor() != 0) {
                throw new StandException("Keycloak could not be prepared; see " + log + ".");
            }
            Files.createFile(done);
        }
    }

    private List<String> command(String... arguments) {
        var command = new ArrayList<String>(
                List.of("sh", config.home().resolve("bin/kc.sh").toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("JAVA_HOME", System.getProperty("java.home")),
                // Half the work until it answers; a stand's Keycloak never runs long enough for more to pay.
                Map.entry("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"),
                Map.entry("KC_DB_URL", config.jdbcUrl()),
                Map.entry("KC_DB_USERNAME", config.jdbcUser()),
                Map.entry("KC_DB_PASSWORD", config.jdbcPassword()),
                Map.entry("KC_DB_POOL_MAX_SIZE", "20"),
                Map.entry("KC_HTTP_ENABLED", "true"),
                Map.entry("KC_HTTP_HOST", "localhost"),
                Map.entry("KC_HTTP_PORT", Integer.toString(config.port())),
                Map.entry("KC_HOSTNAME", url().toString()),
                Map.entry("KC_LOG_LEVEL", "WARN"),
                Map.entry("KC_BOOTSTRAP_ADMIN_CLIENT_ID", ADMIN_CLIENT),
                Map.entry("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", secrets.get("keycloak.stand")));
    }
}
