package cn.tongxin.demo;

import cn.tongxin.demo.data.Cast;
import cn.tongxin.demo.data.Demo;
import cn.tongxin.stand.Child;
import cn.tongxin.stand.DemoAccount;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code bin/dev}: the whole product on one machine, kept in one folder, stopped by Ctrl-C. */
public final class Stand implements AutoCloseable {

    private final Path folder;
    private final Path repository;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Marks marks;
    private final long startedAt = System.nanoTime();
    private volatile boolean ours;
    private volatile boolean stopping;

    private Stand(Path repository, Path folder) {
        this.repository = repository;
        this.folder = folder;
        this.marks = new Marks(folder);
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
            stand.fail("\n" + problem.getMessage());
        } catch (Exception surprise) {
            stand.fail(Arrays.stream(surprise.getStackTrace())
                    .map(line -> "\n    at " + line)
                    .collect(Collectors.joining("", "\n" + surprise, "")));
        }
        new CountDownLatch(1).await();
    }

    private void start(boolean fresh) throws Exception {
        var port = Ports.fromEnvironment("TONGXIN_PORT", 8080);
        var postgresPort = Ports.fromEnvironment("TONGXIN_PG_PORT", 8432);
        var keycloakPort = Ports.fromEnvironment("TONGXIN_KEYCLOAK_PORT", 8180);
        var outsidePort = Ports.fromEnvironment("TONGXIN_OUTSIDE_PORT", 8190);
        keep(marks.lock());
        ours = true;
        stopLeftovers();
        Ports.checkFree(port, "the service", "TONGXIN_PORT");
        Ports.checkFree(postgresPort, "PostgreSQL", "TONGXIN_PG_PORT");
        Ports.checkFree(keycloakPort, "Keycloak", "TONGXIN_KEYCLOAK_PORT");
        Ports.checkFree(outsidePort, "the stubs of SMS and WeChat", "TONGXIN_OUTSIDE_PORT");
        clearAway(fresh);
        var secrets = new Secrets(folder);
        var isNew = !Files.exists(folder.resolve("postgres"));
        if (isNew) {
            marks.loading();
        }
        say(isNew ? "First start: this takes two or three minutes." : "Starting.");

        var outside = keep(OutsideStand.start(outsidePort, Cast.accounts()));
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
        var people = Executors.newVirtualThreadPerTaskExecutor().submit(() -> start(keycloak, isNew));
        service.migrate();
        say("The schema is up to date.");
        service.serve(keycloak, outside, Map.of());
        say("The service is up.");
        await(people);
        say("Keycloak is up.");
        if (isNew) {
            say("The demo is brought in, once.");
            new Demo(service.url(), keycloak, outside, this::say).load();
            marks.loaded();
            say("The demo is there.");
        }
        printTable(service.url(), keycloak, outside);
    }

    private static @Nullable Void start(KeycloakStand keycloak, boolean isNew)
            throws IOException, InterruptedException {
        keycloak.start();
        keycloak.letCodesRepeat();
        if (isNew) {
            for (var account : Cast.accounts()) {
                keycloak.ensureAccount(account);
            }
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
    private void stopLeftovers() throws IOException {
        Child.stopLeftover(folder, "service");
        Child.stopLeftover(folder, "keycloak");
        PostgresStand.stopLeftover(folder);
    }

    /** A demo that was broken off is of no use to anybody. */
    private void clearAway(boolean fresh) throws IOException {
        if (fresh) {
            marks.deleteOthers();
            say("Starting over: the old data are gone.");
        } else if (marks.isHalfLoaded()) {
            marks.deleteOthers();
            say("The last start was stopped before the demo was in: starting over.");
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
        System.out.println(
                """

                工作台 Console    %s/console/
                手机端 Phone      %s/m/
                接口   API        %s/api/openapi.yml
                验证码 Codes      %s/   (second factors and text messages)
                账号   Keycloak   %s

                工作台账号 Console accounts: password %s, second factor on the page of codes""".formatted(service, service, service, outside.url(), keycloak.url(), DemoAccount.PASSWORD));
        for (var line : Cast.console()) {
            System.out.printf(
                    "  %-18s %s  %s  %s%n",
                    line.account().username(), line.account().name(), line.where(), line.what());
        }
        System.out.println("手机端委员 Members on the phone: any code sent to them is on the page of codes");
        for (var member : Demo.members()) {
            System.out.printf("  %-18s %s  甘孜藏族自治州政协  委员%n", member.phone(), member.name());
        }
        System.out.println("\nCtrl-C stops everything. The data stay in " + folder + "; --fresh starts over.");
    }

    private void say(String line) {
        var seconds = Duration.ofNanos(System.nanoTime() - startedAt).toMillis() / 1000.0;
        System.out.printf("%6.1f s  %s%n", seconds, line);
    }

    private void fail(String message) {
        if (!stopping) {
            System.err.println(message);
        }
        System.exit(1);
    }

    /** Parts are told to the stand before they start, so that a Ctrl-C at any moment finds them. */
    private <T extends AutoCloseable> T keep(T part) {
        synchronized (running) {
            if (stopping) {
                throw new StandException("Stopped while starting.");
            }
            running.push(part);
        }
        return part;
    }

    @Override
    public void close() {
        stopping = true;
        synchronized (running) {
            while (!running.isEmpty()) {
                try {
                    running.pop().close();
                } catch (Exception e) {
                    System.err.println("Could not stop a part: " + e.getMessage());
                }
            }
        }
        try {
            if (ours) {
                stopLeftovers();
            }
        } catch (IOException e) {
            System.err.println("Could not stop a part: " + e.getMessage());
        }
    }
}
