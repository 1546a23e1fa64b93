package cn.tongxin.demo;

import cn.tongxin.stand.Child;
import cn.tongxin.stand.DemoAccount;
import cn.tongxin.stand.Folders;
import cn.tongxin.stand.KeycloakStand;
import cn.tongxin.stand.OutsideStand;
import cn.tongxin.stand.Ports;
import cn.tongxin.stand.PostgresStand;
import cn.tongxin.stand.Secrets;
import cn.tongxin.stand.ServiceStand;
import cn.tongxin.stand.StandException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** {@code bin/dev}: the whole product on one machine, kept in one folder, stopped by Ctrl-C. */
public final class Stand implements AutoCloseable {

    private final Path folder;
    private final Path repository;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final long startedAt = System.nanoTime();

    private Stand(Path repository, Path folder) {
        this.repository = repository;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws InterruptedException {
        var repository = Path.of(System.getProperty("tongxin.repository", "."))
                .toAbsolutePath()
                .normalize();
        var folder = Path.of(System.getenv()
                .getOrDefault("TONGXIN_DATA", repository.resolve(".data").toString()));
        var stand = new Stand(repository, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(stand::close));
        try {
            stand.start(Arrays.asList(arguments).contains("--fresh"));
        } catch (StandException problem) {
            System.err.println("\n" + problem.getMessage());
            System.exit(1);
        } catch (Exception surprise) {
            surprise.printStackTrace();
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private void start(boolean fresh) throws Exception {
        var port = Ports.fromEnvironment("TONGXIN_PORT", 8080);
        var postgresPort = Ports.fromEnvironment("TONGXIN_PG_PORT", 8432);
        var keycloakPort = Ports.fromEnvironment("TONGXIN_KEYCLOAK_PORT", 8180);
        var outsidePort = Ports.fromEnvironment("TONGXIN_OUTSIDE_PORT", 8190);
        clearAway(fresh);
        Ports.checkFree(port, "the service", "TONGXIN_PORT");
        Ports.checkFree(keycloakPort, "Keycloak", "TONGXIN_KEYCLOAK_PORT");
        var secrets = new Secrets(folder);
        var isNew = !Files.exists(folder.resolve("postgres"));
        say(isNew ? "First start: this takes a minute or two." : "Starting.");

        var outside = keep(OutsideStand.start(outsidePort, DemoAccount.ALL));
        var postgres = keep(PostgresStand.start(folder, postgresPort, secrets));
        say("PostgreSQL 18 is up.");

        var service = keep(new ServiceStand(folder, jar(), ServiceStand.flags(jar()), port, postgres, secrets));
        var keycloak = keep(new KeycloakStand(
                new KeycloakStand.Config(
                        keycloakHome(),
                        folder,
                        keycloakPort,
                        postgres.keycloakJdbcUrl(),
                        "keycloak",
                        postgres.password("keycloak"),
                        service.url(),
                        service.url()),
                secrets));
        say("Keycloak is starting; meanwhile the schema is brought up to date.");
        var people = Executors.newVirtualThreadPerTaskExecutor().submit(() -> startWithAccounts(keycloak));
        service.migrate();
        say("The schema is up to date.");
        await(people);
        say("Keycloak is up.");
        service.serve(keycloak, outside, Map.of());
        say("The service is up.");
        printTable(service.url(), keycloak, outside);
    }

    private static @Nullable Void startWithAccounts(KeycloakStand keycloak) throws IOException, InterruptedException {
        keycloak.start();
        keycloak.letCodesRepeat();
        for (var account : DemoAccount.ALL) {
            keycloak.ensureAccount(account);
        }
        return null;
    }

    private static void await(Future<?> work) throws Exception {
        try {
            work.get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        }
    }

    /** Parts that an earlier start left running hold our ports and files; they go first. */
    private void clearAway(boolean fresh) throws IOException {
        Child.stopLeftover(folder, "service");
        Child.stopLeftover(folder, "keycloak");
        if (fresh) {
            PostgresStand.stopLeftover(folder);
            Folders.delete(folder);
            say("Starting over: the old data are gone.");
        }
    }

    private Path jar() {
        var jar = repository.resolve("backend/target/tongxin.jar");
        if (!Files.exists(jar)) {
            throw new StandException("The service has not been built: " + jar + " is missing. Run bin/dev.");
        }
        return jar;
    }

    private Path keycloakHome() {
        return KeycloakStand.programs(repository);
    }

    private void printTable(URI service, KeycloakStand keycloak, OutsideStand outside) {
        System.out.println("""

                工作台 Console    %s/console/
                手机端 Phone      %s/m/
                接口   API        %s/api/openapi.yml
                验证码 Codes      %s/   (second factors and text messages)
                账号   Keycloak   %s

                Accounts of the console, password Tongxin-2026, second factor on the page of codes:""".formatted(service, service, service, outside.url(), keycloak.url()));
        for (var account : DemoAccount.ALL) {
            System.out.printf("  %-16s %s%n", account.username(), account.name());
        }
        System.out.println("\nCtrl-C stops everything. The data stay in " + folder + "; --fresh starts over.");
    }

    private void say(String line) {
        var seconds = Duration.ofNanos(System.nanoTime() - startedAt).toMillis() / 1000.0;
        System.out.printf("%6.1f s  %s%n", seconds, line);
    }

    private <T extends AutoCloseable> T keep(T part) {
        synchronized (running) {
            running.push(part);
        }
        return part;
    }

    @Override
    public void close() {
        synchronized (running) {
            while (!running.isEmpty()) {
                try {
                    running.pop().close();
                } catch (Exception e) {
                    System.err.println("Could not stop a part: " + e.getMessage());
                }
            }
        }
    }
}
