package cn.tongxin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stand.Workbench;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pulls the plug ten times while members write: five times from the service, five times from PostgreSQL. Whatever was
 * acknowledged is there exactly once, and the history holds.
 */
class CrashTest {
    private static final Path JAR = Path.of("../backend/target/tongxin.jar");
    private static final int WRITERS = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final UUID committee = UUID.randomUUID();

    @Test
    void nothing_acknowledged_is_lost_or_doubled(@TempDir Path folder) throws Exception {
        try (var bench = new Workbench(folder, JAR, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"))) {
            var seats = people(bench);
            var goOn = new AtomicBoolean(true);
            try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
                seats.forEach((subject, seat) -> writers.submit(() -> write(bench, subject, seat, goOn)));
                try {
                    for (var round = 0; round < 5; round++) {
                        untilWritten(20);
                        bench.restartService();
                        untilWritten(20);
                        bench.restartPostgres();
                    }
                    untilWritten(20);
                } finally {
                    goOn.set(false);
                }
            }
            var kept = kept(bench);
            assertThat(new HashSet<>(kept.proposals())).as("doubled").hasSameSizeAs(kept.proposals());
            assertThat(kept.proposals()).as("lost").containsAll(acknowledged);
            assertThat(kept.lines())
                    .as("one line of history for each row")
                    .isEqualTo(kept.proposals().size());
            assertThat(bench.service().run("verify-history")).isZero();
        }
    }

    /** Writes until told to stop; what fails is sent again with the same id, as the phone's outbox does. */
    private void write(Workbench bench, String subject, UUID seat, AtomicBoolean goOn) {
        while (goOn.get()) {
            var id = UUID.randomUUID();
            while (!send(bench, subject, seat, id) && goOn.get()) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos()); // an outbox backs off, too
            }
        }
    }

    private boolean send(Workbench bench, String subject, UUID seat, UUID id) {
        try {
            var request = HttpRequest.newBuilder(bench.service().url().resolve("/api/proposals"))
                    .timeout(Duration.ofSeconds(10))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + bench.issuer().phone(subject))
                    .header("X-Seat", seat.toString())
                    .POST(HttpRequest.BodyPublishers.ofString(
                            JSON.writeValueAsString(Map.of("id", id, "title", "关于断电的建议", "situation", "情况"))))
                    .build();
            var answered = http.send(request, BodyHandlers.discarding()).statusCode() == 201;
            if (answered) {
                synchronized (acknowledged) {
                    acknowledged.add(id);
                    acknowledged.notifyAll();
                }
            }
            return answered;
        } catch (IOException notAnswered) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until so many writes more were acknowledged. */
    private void untilWritten(int more) throws InterruptedException {
        var until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        synchronized (acknowledged) {
            var count = acknowledged.size() + more;
            while (acknowledged.size() < count) {
                assertThat(System.nanoTime()).as("writing goes on").isLessThan(until);
                acknowledged.wait(1000);
            }
        }
    }

    private Map<String, UUID> people(Workbench bench) throws SQLException {
        var seats = new ConcurrentHashMap<String, UUID>();
        try (var db = serving(bench);
                var statement = db.createStatement()) {
            statement.execute(
                    "insert into committee (id, code, name, level, created_at) values ('%s', '999901', '断电县政协', 'COUNTY', now())"
                            .formatted(committee));
            db.commit();
            enter(db);
            for (var i = 0; i < WRITERS; i++) {
                var account = UUID.randomUUID();
                var seat = UUID.randomUUID();
                statement.execute(
                        "insert into account (id, keycloak_subject, created_at) values ('%s', 'writer-%d', now())"
                                .formatted(account, i));
                statement.execute(
                        "insert into seat_directory (seat_id, committee_id, account_id, status) values ('%s', '%s', '%s', 'ACTIVE')"
                                .formatted(seat, committee, account));
                statement.execute(
                        "insert into seat (id, name, status, created_at) values ('%s', '委员%d', 'ACTIVE', now())"
                                .formatted(seat, i));
                statement.execute("insert into seat_role (seat_id, role, granted_at) values ('%s', 'MEMBER', now())"
                        .formatted(seat));
                seats.put("writer-" + i, seat);
            }
            db.commit();
        }
        return seats;
    }

    /** What is there, and how many lines of history, at one moment: a request nobody waits for any more may still end. */
    private Kept kept(Workbench bench) throws SQLException {
        var ids = new ArrayList<UUID>();
        try (var db = serving(bench);
                var statement = db.createStatement()) {
            db.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            enter(db);
            try (var rows = statement.executeQuery("select id from proposal")) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            try (var rows = statement.executeQuery("select count(*) from history where subject_type = 'proposal'")) {
                rows.next();
                return new Kept(ids, rows.getLong(1));
            }
        }
    }

    private record Kept(List<UUID> proposals, long lines) {}

    private void enter(Connection db) throws SQLException {
        try (var call = db.prepareStatement("select platform.enter(?)")) {
            call.setObject(1, committee);
            call.execute();
        }
    }

    private static Connection serving(Workbench bench) throws SQLException {
        var postgres = bench.postgres();
        var db = DriverManager.getConnection(
                postgres.jdbcUrl() + "?currentSchema=cell,platform", "app_rw", postgres.password("app_rw"));
        db.setAutoCommit(false);
        return db;
    }
}
