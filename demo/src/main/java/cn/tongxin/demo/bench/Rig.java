package cn.tongxin.demo.bench;

import cn.tongxin.demo.bench.Load.Result;
import cn.tongxin.stand.LocalIssuer;
import cn.tongxin.stand.Secrets;
import cn.tongxin.stand.ServiceStand;
import cn.tongxin.stand.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every measurement stands on: PostgreSQL, the service, a store, and sixteen hands that work for a while. */
public final class Rig implements AutoCloseable {
    static final int HANDS = 16;
    private static final int MOST_WARMING = 12;

    /** How much is measured: the store, and how often each load is repeated, for how long. */
    public enum Size {
        QUICK(20, 500, Duration.ofSeconds(3), 3),
        FULL(100, 2_000, Duration.ofSeconds(5), 5);

        final int committees;
        final int proposals;
        final Duration time;
        final int repetitions;

        Size(int committees, int proposals, Duration time, int repetitions) {
            this.committees = committees;
            this.proposals = proposals;
            this.time = time;
            this.repetitions = repetitions;
        }
    }

    private final Path folder;
    private final Size size;
    private final Workbench workbench;
    private final Store store;

    public Rig(Path folder, Path jar, Size size, @Nullable Path flight)
            throws IOException, InterruptedException, SQLException {
        this.folder = folder;
        this.size = size;
        var flags = new ArrayList<>(ServiceStand.flags(jar));
        if (flight != null) {
            flags.add("-XX:StartFlightRecording=settings=profile,filename=" + flight.toAbsolutePath());
        }
        this.workbench = new Workbench(folder, jar, flags);
        this.store =
                new Store(workbench.postgres().jdbcUrl(), workbench.postgres().password("app_rw"), size.proposals);
    }

    Size size() {
        return size;
    }

    Store store() {
        return store;
    }

    /** Another store over the same database, with so many proposals in each committee. */
    Store store(int proposals) {
        return new Store(workbench.postgres().jdbcUrl(), workbench.postgres().password("app_rw"), proposals);
    }

    LocalIssuer issuer() {
        return workbench.issuer();
    }

    Wire wire() throws IOException {
        return new Wire(port());
    }

    int port() {
        return workbench.service().url().getPort();
    }

    void restartService() throws IOException, InterruptedException {
        workbench.restartService();
    }

    void restartPostgres() throws IOException, SQLException {
        workbench.restartPostgres();
    }

    /** From the command to the first answer, in seconds. */
    double startAnew() throws IOException, InterruptedException {
        workbench.service().kill();
        var before = System.nanoTime();
        workbench.startService();
        return (System.nanoTime() - before) / 1e9;
    }

    /** The service's resident memory now, in MB. */
    double rss() throws IOException {
        for (var line :
                Files.readAllLines(Path.of("/proc/" + workbench.service().pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IllegalStateException("No memory is shown for the service.");
    }

    /** Statistics as they are after a night, and nothing left to write from before. */
    void tidy() throws SQLException {
        try (var superuser = superuser();
                var statement = superuser.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    /** A number that only somebody who sees every committee can count. */
    long count(String sql) throws SQLException {
        try (var superuser = superuser();
                var rows = superuser.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                workbench.postgres().jdbcUrl(), "postgres", new Secrets(folder).get("postgres.superuser"));
    }

    /** The statements of the second request, after a first of its kind, so that none is among them that only a first asks. */
    Statements capture(Store.Committee committee, byte[] first, byte[] second) throws Exception {
        try (var wire = wire();
                var superuser = superuser()) {
            send(wire, first);
            return Statements.capture(
                    superuser,
                    folder.resolve("logs/postgres.log"),
                    committee.id().toString(),
                    () -> send(wire, second));
        }
    }

    private static void send(Wire wire, byte[] request) {
        try {
            var answer = wire.send(request);
            if (answer.status() >= 300) {
                throw new IllegalStateException(
                        answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Service and bare loop take turns, so that both meet the same machine. */
    record Turns(List<Result> service, List<Result> bare) {
        List<Double> ratios() {
            var ratios = new ArrayList<Double>();
            for (var i = 0; i < service.size(); i++) {
                ratios.add(service.get(i).perSecond() / bare.get(i).perSecond());
            }
            return ratios;
        }
    }

    Turns turns(Workload load) throws Exception {
        warm(load::service);
        warm(load::bare);
        var turns = new Turns(new ArrayList<>(), new ArrayList<>());
        for (var i = 0; i < size.repetitions; i++) {
            turns.bare.add(Load.run(HANDS, size.time, load::bare));
            turns.service.add(Load.run(HANDS, size.time, load::service));
        }
        return turns;
    }

    List<Result> repeat(Load.Hands hands) throws Exception {
        var results = new ArrayList<Result>();
        for (var i = 0; i < size.repetitions; i++) {
            results.add(Load.run(HANDS, size.time, hands));
        }
        return results;
    }

    /** Until the machine has compiled what it runs: as long as it still gets faster. */
    private void warm(Load.Hands hands) throws Exception {
        var best = 0.0;
        for (int runs = 0, idle = 0; runs < MOST_WARMING && idle < 2; runs++) {
            var rate = Load.run(HANDS, size.time, hands).perSecond();
            idle = rate < 1.03 * best ? idle + 1 : 0;
            best = Math.max(best, rate);
        }
    }

    @Override
    public void close() throws IOException {
        workbench.close();
    }
}
