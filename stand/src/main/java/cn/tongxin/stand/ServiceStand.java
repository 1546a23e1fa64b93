package cn.tongxin.stand;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service as it runs in production, pointed at a stand's PostgreSQL, Keycloak and stubs. */
public final class ServiceStand implements AutoCloseable {

    /** The start flags that docs/operations.md advises. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xmx192m",
            "-Xss512k",
            "-XX:MaxDirectMemorySize=96m",
            "-XX:ReservedCodeCacheSize=64m");

    private final Path folder;
    private final List<String> program;
    private final int port;
    private final PostgresStand postgres;
    private final Secrets secrets;
    private @Nullable Child process;

    /**
     * Over a folder's store.
     *
     * @param jar the service's jar, which runs with this artefact beside it: alone it refuses the demo profile
     * @param flags of the service's Java machine
     */
    public ServiceStand(Path folder, Path jar, List<String> flags, int port, PostgresStand postgres, Secrets secrets) {
        this.folder = folder;
        this.program = program(jar, flags);
        this.port = port;
        this.postgres = postgres;
        this.secrets = secrets;
    }

    /** As in production: the advised flags, and the cache of {@link #rehearse} where it was made from this jar. */
    public static List<String> flags(Path jar) throws IOException {
        var cache = cache(jar);
        var flags = new ArrayList<>(FLAGS);
        if (Files.exists(cache) && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar)) > 0) {
            flags.add("-XX:AOTCache=" + cache);
        }
        return flags;
    }

    private static Path cache(Path jar) {
        return jar.resolveSibling("tongxin.aot");
    }

    private static List<String> program(Path jar, List<String> flags) {
        try {
            var beside = Path.of(ServiceStand.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            var words = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
            words.addAll(flags);
            words.addAll(List.of("-cp", jar + File.pathSeparator + beside));
            words.add("cn.tongxin.Tongxin");
            return List.copyOf(words);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** Brings the schema up to date as its owner, in a process of its own: the serving one never knows that password. */
    public void migrate() throws IOException, InterruptedException {
        var child = Child.start(
                folder,
                "migrate",
                command("migrate"),
                Map.of(
                        "TONGXIN_DB_URL", postgres.jdbcUrl(),
                        "TONGXIN_DB_OWNER_PASSWORD", postgres.password("app_owner")));
        var exit = child.waitFor();
        if (exit != 0) {
            throw new StandException("The schema could not be brought up to date; see "
                    + folder.resolve("logs").resolve("migrate.log") + ".");
        }
    }

    /** The whole product: people come through Keycloak, messages go to the stubs. */
    public ServiceStand serve(KeycloakStand keycloak, OutsideStand outside, Map<String, String> more)
            throws IOException, InterruptedException {
        var environment = new HashMap<String, String>();
        environment.put("TONGXIN_ISSUER", keycloak.issuer());
        environment.put("TONGXIN_KEYCLOAK_CLIENT_SECRET", keycloak.clientSecret());
        environment.put("TONGXIN_ASSERTION_KEY_FILE", assertionKey(folder).toString());
        environment.put("TONGXIN_LOGIN_GAP_SECONDS", "3");
        environment.put("TONGXIN_LOGIN_PER_NUMBER_HOUR", "1000");
        environment.put("TONGXIN_LOGIN_PER_NUMBER_DAY", "10000");
        environment.put("TONGXIN_LOGIN_PER_ADDRESS_HOUR", "10000");
        environment.put("TONGXIN_SMS_URL", outside.url() + "/sms/messages");
        environment.put("TONGXIN_SMS_KEY", "stub-key");
        environment.put("TONGXIN_WECHAT_URL", outside.url() + "/wechat");
        environment.put("TONGXIN_WECHAT_AUTHORIZE_URL", outside.url() + "/wechat/connect/oauth2/authorize");
        environment.put("TONGXIN_WECHAT_OFFICIAL_APP_ID", "wx-demo-official");
        environment.put("TONGXIN_WECHAT_OFFICIAL_SECRET", OutsideStand.WECHAT_SECRET);
        environment.put("TONGXIN_WECHAT_MINI_APP_ID", "wx-demo-mini");
        environment.put("TONGXIN_WECHAT_MINI_SECRET", OutsideStand.WECHAT_SECRET);
        environment.putAll(more);
        return serve(environment);
    }

    /** The service alone, believing a small issuer's tokens; nobody logs in by phone or WeChat. */
    public ServiceStand serve(LocalIssuer issuer) throws IOException, InterruptedException {
        return serve(Map.of("TONGXIN_ISSUER", issuer.issuer(), "TONGXIN_JWKS_URL", issuer.keysUrl()));
    }

    /** Work that a rehearsal does. */
    public interface Work {
        void run() throws Exception;
    }

    /**
     * Runs the jar alone, as in production, through some work, and ends it; the Java machine keeps what it has learnt beside
     * the jar. The addresses are real in form only; nothing is sent to them.
     */
    public void rehearse(Path jar, LocalIssuer issuer, Work work) throws Exception {
        var environment = new HashMap<>(basics());
        environment.remove("TONGXIN_PROFILE");
        for (var variable :
                List.of("TONGXIN_URL", "TONGXIN_SMS_URL", "TONGXIN_WECHAT_URL", "TONGXIN_WECHAT_AUTHORIZE_URL")) {
            environment.put(variable, "https://rehearsal.invalid");
        }
        for (var variable :
                List.of("TONGXIN_SMS_KEY", "TONGXIN_WECHAT_OFFICIAL_APP_ID", "TONGXIN_WECHAT_OFFICIAL_SECRET")) {
            environment.put(variable, "none");
        }
        environment.put("TONGXIN_ISSUER", issuer.issuer());
        environment.put("TONGXIN_JWKS_URL", issuer.keysUrl());
        environment.put("TONGXIN_KEYCLOAK_CLIENT_SECRET", "none");
        environment.put("TONGXIN_ASSERTION_KEY_FILE", assertionKey(folder).toString());
        var words = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        words.addAll(FLAGS);
        words.addAll(List.of("-XX:AOTCacheOutput=" + cache(jar), "-jar", jar.toString(), "serve"));
        process = Child.start(folder, "rehearsal", words, environment);
        process.awaitAnswer(url().resolve("/api/health"));
        work.run();
        process.finish(Duration.ofMinutes(3));
    }

    private ServiceStand serve(Map<String, String> environment) throws IOException, InterruptedException {
        Child.stopLeftover(folder, "service");
        Ports.checkFree(port, "the service", "TONGXIN_PORT");
        var all = new HashMap<>(basics());
        all.putAll(environment);
        process = Child.start(folder, "service", command("serve"), all);
        process.awaitAnswer(url().resolve("/api/health"));
        return this;
    }

    /** Ends the service as a power cut would. */
    public void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** The service's process number, to measure its memory. */
    public long pid() {
        return java.util.Objects.requireNonNull(process, "not started").pid();
    }

    /** Runs another command of the program ({@code verify-history}, {@code export} …) and returns its exit code. */
    public int run(String command, String... arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(command(command));
        words.addAll(List.of(arguments));
        var environment = new HashMap<>(basics());
        environment.put("TONGXIN_ISSUER", "http://localhost/none");
        return Child.start(folder, command, words, environment).waitFor();
    }

    private Map<String, String> basics() {
        return Map.ofEntries(
                Map.entry("TONGXIN_PROFILE", "demo"),
                Map.entry("TONGXIN_HOST", "localhost"),
                Map.entry("TONGXIN_PORT", Integer.toString(port)),
                Map.entry("TONGXIN_URL", url().toString()),
                Map.entry("TONGXIN_DB_URL", postgres.jdbcUrl()),
                Map.entry("TONGXIN_DB_PASSWORD", postgres.password("app_rw")),
                Map.entry("TONGXIN_DB_JOB_PASSWORD", postgres.password("app_job")),
                Map.entry("TONGXIN_DATA_KEY", secrets.get("service.data-key")),
                Map.entry("TONGXIN_FILES", folder.resolve("files").toString()));
    }

    /** The key with which the service vouches to Keycloak for a person, made once. */
    public static Path assertionKey(Path folder) throws IOException {
        var file = folder.resolve("assertion-key.pem");
        if (Files.exists(file)) {
            return file;
        }
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var key = generator.generateKeyPair().getPrivate().getEncoded();
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
                            + "\n-----END PRIVATE KEY-----\n");
            return file;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(String command) {
        var words = new ArrayList<>(program);
        words.add(command);
        return words;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}
