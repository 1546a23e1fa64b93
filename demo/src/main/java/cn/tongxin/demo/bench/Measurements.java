package cn.tongxin.demo.bench;

import cn.tongxin.demo.bench.Load.Hand;
import cn.tongxin.demo.bench.Load.Hands;
import cn.tongxin.demo.bench.Load.Result;
import cn.tongxin.demo.bench.Load.Shot;
import cn.tongxin.stand.Secrets;
import cn.tongxin.stand.Workbench;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The measurements, in the order in which the store grows. Service and bare loop take turns, so that both meet the same machine. */
public final class Measurements {
    private static final int HANDS = 16;
    private static final int WARM = 30_000;
    private static final String LIST = "/api/proposals?limit=20";
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC", "-Xmx160m", "-Xss512k", "-XX:MaxDirectMemorySize=48m", "-XX:ReservedCodeCacheSize=64m");

    private final Report report;
    private final Path folder;
    private final Path jar;
    private final Duration time;
    private final int repetitions;

    public Measurements(Report report, Path folder, Path jar, Duration time, int repetitions) {
        this.report = report;
        this.folder = folder;
        this.jar = jar;
        this.time = time;
        this.repetitions = repetitions;
    }

    public void run() throws Exception {
        try (var bench = new Workbench(folder, jar, flags())) {
            start(bench);
            var store = new Store(bench.postgres().jdbcUrl(), bench.postgres().password("app_rw"));
            var committees = new ArrayList<>(store.fill(0, 1));
            tidy(bench);
            var list = captureList(bench, committees.getFirst());
            var alone = buffers(store, list, committees.getFirst());
            say("Filling the store with " + Store.COMMITTEES * Store.PROPOSALS + " proposals.");
            committees.addAll(store.fill(1, Store.COMMITTEES));
            tidy(bench);
            var among = buffers(store, list, committees.getFirst());
            report.add(Row.of("list.blocks_100_to_1", "ratio", List.of((double) among / alone), 0));
            lists(bench, store, list, committees);
            inserts(bench, store, committees);
            home(bench, committees.getFirst());
            report.add(Row.of("rss_mb", "MB", List.of(rss(bench.service().pid())), 0));
        }
    }

    /** An AOT cache, as docs/operations.md advises, made once for this jar. */
    private List<String> flags() {
        var flags = new ArrayList<>(FLAGS);
        var cache = jar.resolveSibling("tongxin.aot");
        if (Files.exists(cache)) {
            flags.add("-XX:AOTCache=" + cache);
        }
        return flags;
    }

    private void start(Workbench bench) throws Exception {
        var samples = new ArrayList<Double>();
        for (var i = 0; i < Math.max(3, repetitions); i++) {
            var before = System.nanoTime();
            bench.restartService();
            samples.add((System.nanoTime() - before) / 1e9);
        }
        report.add(Row.of("start.ready_s", "s", samples, 0));
    }

    private void lists(Workbench bench, Store store, Statements list, List<Store.Committee> committees)
            throws Exception {
        Hands service = number -> httpList(bench, committees, number);
        Hands bare = number -> bareList(store, list, committees, number);
        var taken = turns(service, bare);
        report.add(Row.of("baseline.list_tps", "1/s", taken.bareRates(), taken.bareErrors()));
        report.add(Row.of("list.rps", "1/s", taken.rates(), taken.errors()));
        report.add(Row.of("list.p99_ms", "ms", taken.p99(), taken.errors()));
        report.add(Row.of("list.ratio", "of bare", taken.ratios(), taken.errors() + taken.bareErrors()));
    }

    private void inserts(Workbench bench, Store store, List<Store.Committee> committees) throws Exception {
        var insert = captureInsert(bench, committees.getFirst());
        Hands service = number -> httpInsert(bench, committees, number);
        Hands bare = number -> bareInsert(store, insert, committees, number);
        var taken = turns(service, bare);
        report.add(Row.of("baseline.write_tps", "1/s", taken.bareRates(), taken.bareErrors()));
        report.add(Row.of("insert.rps", "1/s", taken.rates(), taken.errors()));
        report.add(Row.of("insert.p99_ms", "ms", taken.p99(), taken.errors()));
        report.add(Row.of("insert.ratio", "of bare", taken.ratios(), taken.errors() + taken.bareErrors()));
        var one = List.of(committees.get(1));
        var samples = new ArrayList<Double>();
        var errors = 0L;
        for (var i = 0; i < repetitions; i++) {
            var result = Load.run(HANDS, time, number -> httpInsert(bench, one, number));
            samples.add(result.perSecond());
            errors += result.errors();
        }
        report.add(Row.of("insert_one_committee.rps", "1/s", samples, errors));
    }

    /** What the phone asks for when it opens the home page, as it comes over the wire. */
    private void home(Workbench bench, Store.Committee committee) throws IOException {
        var bytes = 0;
        var errors = 0;
        var token = bench.issuer().phone(committee.author());
        try (var wire = new Wire(bench.service().url().getPort())) {
            for (var path : List.of("/api/me", "/api/about", "/api/todo", "/api/inbox?limit=10")) {
                var answer = wire.send(Wire.get(path, token, committee.member().toString()));
                bytes += answer.body().length;
                errors += answer.status() == 200 ? 0 : 1;
            }
        }
        report.add(Row.of("phone.home_kb", "KB", List.of(bytes / 1024.0), errors));
    }

    private record Turns(List<Result> service, List<Result> bare) {
        List<Double> rates() {
            return service.stream().map(Result::perSecond).toList();
        }

        List<Double> p99() {
            return service.stream().map(Result::p99Millis).toList();
        }

        List<Double> bareRates() {
            return bare.stream().map(Result::perSecond).toList();
        }

        List<Double> ratios() {
            var ratios = new ArrayList<Double>();
            for (var i = 0; i < service.size(); i++) {
                ratios.add(service.get(i).perSecond() / bare.get(i).perSecond());
            }
            return ratios;
        }

        long errors() {
            return service.stream().mapToLong(Result::errors).sum();
        }

        long bareErrors() {
            return bare.stream().mapToLong(Result::errors).sum();
        }
    }

    private Turns turns(Hands service, Hands bare) throws Exception {
        warm(service);
        warm(bare);
        var turns = new Turns(new ArrayList<>(), new ArrayList<>());
        for (var i = 0; i < repetitions; i++) {
            turns.bare.add(Load.run(HANDS, time, bare));
            turns.service.add(Load.run(HANDS, time, service));
        }
        return turns;
    }

    /** Until the machine has compiled what it runs: by count, since a busy machine does less in the same time. */
    private void warm(Hands hands) throws Exception {
        var done = 0.0;
        for (var i = 0; i < 10 && done < WARM; i++) {
            done += Load.run(HANDS, time, hands).perSecond() * time.toMillis() / 1000;
        }
    }

    /** Each hand goes round the committees; every page must hold twenty titles of its own committee. */
    private static Hand httpList(Workbench bench, List<Store.Committee> committees, int number) throws IOException {
        var wire = new Wire(bench.service().url().getPort());
        var requests = committees.stream()
                .map(c -> Wire.get(
                        LIST, bench.issuer().console(c.officer()), c.office().toString()))
                .toList();
        var marks = committees.stream()
                .map(c -> ("\"title\":\"" + c.mark()).getBytes(StandardCharsets.UTF_8))
                .toList();
        return new OnWire(wire, new Shot() {
            private int next = number * 7;

            @Override
            public boolean fire() throws IOException {
                var which = next++ % requests.size();
                var answer = wire.send(requests.get(which));
                return answer.status() == 200 && answer.count(marks.get(which)) == 20;
            }
        });
    }

    private static Hand httpInsert(Workbench bench, List<Store.Committee> committees, int number) throws IOException {
        var wire = new Wire(bench.service().url().getPort());
        var tokens =
                committees.stream().map(c -> bench.issuer().phone(c.author())).toList();
        return new OnWire(wire, new Shot() {
            private int next = number * 7;

            @Override
            public boolean fire() throws IOException {
                var which = next++ % committees.size();
                var id = UUID.randomUUID().toString();
                var answer = wire.send(Wire.post(
                        "/api/proposals",
                        tokens.get(which),
                        committees.get(which).member().toString(),
                        draft(id)));
                return answer.status() == 201
                        && answer.holds(("\"id\":\"" + id + "\"").getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    private static String draft(String id) {
        return "{\"id\":\"" + id
                + "\",\"title\":\"关于改善乡村道路的建议\",\"category\":\"交通\",\"situation\":\"道路年久失修，群众出行不便。\",\"analysis\":\"缺少养护资金。\",\"suggestions\":[\"落实资金。\",\"明确养护单位。\"],\"openToPublic\":true}";
    }

    private record OnWire(Wire wire, Shot shot) implements Hand {
        @Override
        public void close() throws IOException {
            wire.close();
        }
    }

    private static Hand bareList(Store store, Statements list, List<Store.Committee> committees, int number)
            throws Exception {
        var connection = store.connect();
        var prepared = list.prepare(connection);
        var first = committees.getFirst();
        return new OnConnection(connection, new Shot() {
            private int next = number * 7;

            @Override
            public boolean fire() throws Exception {
                var committee = committees.get(next++ % committees.size());
                return prepared.run(as(first, committee)) > 20;
            }
        });
    }

    private static Hand bareInsert(Store store, Captured insert, List<Store.Committee> committees, int number)
            throws Exception {
        var connection = store.connect();
        var prepared = insert.statements().prepare(connection);
        var first = committees.getFirst();
        return new OnConnection(connection, new Shot() {
            private int next = number * 7;

            @Override
            public boolean fire() throws Exception {
                var committee = committees.get(next++ % committees.size());
                var id = UUID.randomUUID().toString();
                var line = UUID.randomUUID().toString();
                var as = as(first, committee);
                return prepared.run(text ->
                                as.apply(text).replace(insert.proposal(), id).replace(insert.line(), line))
                        > 0;
            }
        });
    }

    private record OnConnection(Connection connection, Shot shot) implements Hand {
        @Override
        public void close() throws Exception {
            connection.rollback();
            connection.close();
        }
    }

    private static UnaryOperator<String> as(Store.Committee captured, Store.Committee other) {
        return text -> text.length() < 36
                ? text
                : text.replace(captured.id().toString(), other.id().toString())
                        .replace(captured.office().toString(), other.office().toString())
                        .replace(captured.member().toString(), other.member().toString());
    }

    private Statements captureList(Workbench bench, Store.Committee committee) throws Exception {
        var request = Wire.get(
                LIST,
                bench.issuer().console(committee.officer()),
                committee.office().toString());
        return capture(bench, committee, request);
    }

    /** A captured insertion, and the ids in it that must be new each time. */
    private record Captured(Statements statements, String proposal, String line) {}

    private Captured captureInsert(Workbench bench, Store.Committee committee) throws Exception {
        var id = UUID.randomUUID().toString();
        var token = bench.issuer().phone(committee.author());
        var seat = committee.member().toString();
        var statements = capture(bench, committee, Wire.post("/api/proposals", token, seat, draft(id)));
        var line = java.util.regex.Pattern.compile("\"id\":\\s*\"([0-9a-f-]{36})\"");
        for (var statement : statements.all()) {
            if (statement.sql().contains("append_history")) {
                var matcher = line.matcher(String.valueOf(statement.parameters().getFirst()));
                if (matcher.find()) {
                    return new Captured(statements, id, matcher.group(1));
                }
            }
        }
        throw new IllegalStateException("An insertion without history: " + statements);
    }

    /** Warm first, so that nothing is captured that only a first request asks. */
    private Statements capture(Workbench bench, Store.Committee committee, byte[] request) throws Exception {
        try (var wire = new Wire(bench.service().url().getPort());
                var superuser = superuser(bench)) {
            var warm = new String(request, StandardCharsets.UTF_8);
            send(wire, warm.startsWith("GET") ? request : other(bench, committee));
            return Statements.capture(
                    superuser,
                    folder.resolve("logs/postgres.log"),
                    committee.id().toString(),
                    () -> send(wire, request));
        }
    }

    private static byte[] other(Workbench bench, Store.Committee committee) {
        return Wire.post(
                "/api/proposals",
                bench.issuer().phone(committee.author()),
                committee.member().toString(),
                draft(UUID.randomUUID().toString()));
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

    private static long buffers(Store store, Statements list, Store.Committee committee) throws Exception {
        try (var connection = store.connect()) {
            var prepared = list.prepare(connection);
            prepared.buffers(UnaryOperator.identity());
            return prepared.buffers(UnaryOperator.identity());
        }
    }

    private Connection superuser(Workbench bench) throws Exception {
        return DriverManager.getConnection(
                bench.postgres().jdbcUrl(), "postgres", new Secrets(folder).get("postgres.superuser"));
    }

    private void tidy(Workbench bench) throws Exception {
        try (var superuser = superuser(bench);
                var statement = superuser.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private static double rss(long pid) throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IllegalStateException("No memory is shown for process " + pid + ".");
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
