package cn.tongxin.demo.bench;

import cn.tongxin.demo.bench.Circles.Circle;
import cn.tongxin.stand.Wait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The targets of reading groups: five thousand open streams in fifty groups while fifty posts a second arrive, the same over
 * a power cut of service and database, and the opening of a group at its unread mark, be it small or large.
 */
public final class ReadingGroup {
    private static final int GROUPS = 50;
    private static final int MEMBERS = 100;
    private static final int READERS = 10;
    private static final int POSTS_A_SECOND = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final Rig rig;
    private final Report report;
    private final List<Circle> circles = new ArrayList<>();
    private final Map<String, Post> posts = new ConcurrentHashMap<>();
    private final AtomicLong outOfOrder = new AtomicLong();

    public ReadingGroup(Rig rig, Report report) {
        this.rig = rig;
        this.report = report;
    }

    /** A post on its way: when it was sent, and which readers of its group have heard it. */
    private static final class Post {
        private final long sent = System.nanoTime();
        private final BitSet heardBy = new BitSet(MEMBERS);
        private boolean acknowledged;
        private int doubled;
        private long last;

        synchronized void isHeard(int reader) {
            doubled += heardBy.get(reader) ? 1 : 0;
            heardBy.set(reader);
            last = System.nanoTime();
        }

        synchronized void isAcknowledged() {
            acknowledged = true;
        }

        /** How many readers lack it. What was never acknowledged and came to nobody need not come. */
        synchronized int lacking() {
            return acknowledged || !heardBy.isEmpty() ? MEMBERS - heardBy.cardinality() : 0;
        }

        synchronized int doubled() {
            return doubled;
        }

        synchronized double millis() {
            return (last - sent) / 1e6;
        }
    }

    public void measure() throws Exception {
        var committee = rig.store().fill(1).getFirst();
        var store = new Circles(rig.store(), committee);
        open(committee, store);
        for (var i = 0; i < GROUPS; i++) {
            circles.add(store.add(i, MEMBERS, 0));
        }
        rig.tidy();
        try (var streams = listeners()) {
            streams.await();
            live();
            report.add(Row.of("live.rss_mb", "MB", List.of(rig.rss()), 0));
            cut();
        }
    }

    /**
     * What a reader's phone asks for at the unread mark: the posts of another that are new, ten to twenty of them. Where they lie
     * on one page more or less is luck, so nine readers open each group, every one at a place of his own.
     */
    private void open(Store.Committee committee, Circles store) throws Exception {
        var small = store.add(GROUPS, READERS, 100);
        var large = store.add(GROUPS + 1, READERS, 100_000);
        rig.tidy();
        report.add(Row.of(
                "open_group.blocks_ratio", "ratio", List.of(blocks(committee, large) / blocks(committee, small)), 0));
    }

    private double blocks(Store.Committee committee, Circle circle) throws Exception {
        var sum = 0.0;
        for (var reader : circle.readers().subList(1, READERS)) {
            sum += blocks(committee, circle, reader);
        }
        return sum;
    }

    private double blocks(Store.Committee committee, Circle circle, Circles.Reader reader) throws Exception {
        var token = rig.issuer().phone(reader.subject());
        var request = Wire.get(
                "/api/reading-groups/" + circle.id() + "/posts?after=" + mark(token, circle, reader) + "&limit=20",
                token,
                reader.seat().toString());
        var statements = rig.capture(committee, request, request);
        try (var connection = rig.store().connect()) {
            var prepared = statements.prepare(connection);
            prepared.buffers(UnaryOperator.identity());
            return prepared.buffers(UnaryOperator.identity()).stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private String mark(String token, Circle circle, Circles.Reader reader) throws IOException {
        try (var wire = rig.wire()) {
            var answer = wire.send(Wire.get(
                    "/api/reading-groups/" + circle.id(), token, reader.seat().toString()));
            var found = Pattern.compile("\"readSeq\":(\\d+)").matcher(text(answer.body()));
            if (!found.find()) {
                throw new IllegalStateException("The group does not tell how far it was read: " + text(answer.body()));
            }
            return found.group(1);
        }
    }

    private Streams listeners() throws IOException {
        var streams = new Streams(rig.port());
        for (var circle : circles) {
            for (var i = 0; i < MEMBERS; i++) {
                var reader = circle.readers().get(i);
                var ear = new Ear(i);
                streams.open(
                        "/api/reading-groups/" + circle.id() + "/live?since=0",
                        rig.issuer().phone(reader.subject()),
                        reader.seat().toString(),
                        ear::heard);
            }
        }
        return streams;
    }

    /** One reader, who knows what came last. */
    private final class Ear {
        private final int reader;
        private long last;

        Ear(int reader) {
            this.reader = reader;
        }

        void heard(String event, String id, String data) {
            if (!event.equals("post")) {
                return; // a reset loses what was between, which then is missing
            }
            var change = Long.parseLong(id);
            outOfOrder.addAndGet(change > last ? 0 : 1);
            last = change;
            var found = ID.matcher(data);
            if (found.find()) {
                posts.computeIfAbsent(found.group(1), _ -> new Post()).isHeard(reader);
            }
        }
    }

    private void live() throws InterruptedException {
        write(Duration.ofSeconds(20)); // for warming up
        untilHeard();
        var samples = new ArrayList<Double>();
        var missing = 0;
        for (var i = 0; i < rig.size().repetitions; i++) {
            posts.clear();
            write(rig.size().time.multipliedBy(2));
            untilHeard();
            samples.add(p99());
            missing += lacking();
        }
        report.add(Row.of("live.p99_ms", "ms", samples, missing));
        report.add(Row.of("live.missing", "posts", List.of((double) missing), 0));
        report.add(Row.of("live.out_of_order", "posts", List.of((double) outOfOrder.get()), 0));
    }

    /** Power cuts of the service and of the database while posts are written; every stream finds its way back. */
    private void cut() throws Exception {
        posts.clear();
        try (var writing = Executors.newSingleThreadExecutor()) {
            var written = writing.submit(() -> {
                write(Duration.ofSeconds(20));
                return null;
            });
            rig.restartService();
            rig.restartPostgres();
            written.get();
        }
        untilHeard();
        var doubled = posts.values().stream().mapToInt(Post::doubled).sum();
        report.add(Row.of("live.after_kill_missing", "posts", List.of((double) lacking()), 0));
        report.add(Row.of("live.after_kill_double", "posts", List.of((double) doubled), 0));
    }

    private int lacking() {
        return posts.values().stream().mapToInt(Post::lacking).sum();
    }

    private double p99() {
        var sorted = posts.values().stream().mapToDouble(Post::millis).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.round(sorted.length * 0.99))];
    }

    /** Fifty posts a second, evenly over the groups; each is sent again until it is acknowledged, as the outbox does. */
    private void write(Duration time) throws InterruptedException {
        var start = System.nanoTime();
        var many = (int) (time.toSeconds() * POSTS_A_SECOND);
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < many; i++) {
                var due = start + i * (1_000_000_000L / POSTS_A_SECOND);
                LockSupport.parkNanos(due - System.nanoTime());
                var circle = circles.get(i % GROUPS);
                var reader = circle.readers().get(i / GROUPS % MEMBERS);
                hands.submit(() -> post(circle, reader));
            }
        }
    }

    private void post(Circle circle, Circles.Reader reader) {
        var id = Drafts.newId();
        var post = posts.computeIfAbsent(id, _ -> new Post());
        var request = Wire.post(
                "/api/reading-groups/" + circle.id() + "/posts",
                rig.issuer().phone(reader.subject()),
                reader.seat().toString(),
                "{\"id\":\"" + id + "\",\"kind\":\"REPLY\",\"text\":\"学而时习之，不亦说乎。\"}");
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            try (var wire = rig.wire()) {
                if (wire.send(request).status() == 201) {
                    post.isAcknowledged();
                    return;
                }
            } catch (IOException notAnswered) {
                // as a phone without a signal: the same again
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** Until every reader has what was written, or nothing more can be hoped for. */
    private void untilHeard() throws InterruptedException {
        Wait.upTo(PATIENCE, () -> posts.values().stream().allMatch(post -> post.lacking() == 0));
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
