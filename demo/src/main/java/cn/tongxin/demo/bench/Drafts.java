package cn.tongxin.demo.bench;

import cn.tongxin.demo.bench.Load.Hand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Members begin proposals: a row, its two suggestions and a line of history, each flushed to the disk. */
final class Drafts implements Workload {
    private static final Pattern ID = Pattern.compile("\"id\":\\s*\"([0-9a-f-]{36})\"");

    private final Rig rig;
    private final List<Store.Committee> committees;
    private final List<String> tokens;
    private final Captured captured;
    private final AtomicLong written;

    /** A captured request, the ids in it that must be new each time, and the rows that its statements tell of. */
    private record Captured(Statements statements, String proposal, String line, int rows) {}

    private Drafts(Rig rig, List<Store.Committee> committees, Captured captured, AtomicLong written) {
        this.rig = rig;
        this.committees = committees;
        this.tokens = committees.stream()
                .map(each -> rig.issuer().phone(each.author()))
                .toList();
        this.captured = captured;
        this.written = written;
    }

    /** {@code committees}: the first of them is the one whose request is captured. */
    static Drafts of(Rig rig, List<Store.Committee> committees) throws Exception {
        var committee = committees.getFirst();
        var token = rig.issuer().phone(committee.author());
        var id = newId();
        var statements = rig.capture(committee, post(token, committee, newId()), post(token, committee, id));
        var captured = new Captured(statements, id, line(statements), 0);
        try (var connection = rig.store().connect()) {
            var rows = statements.prepare(connection).run(anew(captured));
            return new Drafts(rig, committees, new Captured(statements, id, captured.line(), rows), new AtomicLong(3));
        }
    }

    private static String line(Statements statements) {
        for (var statement : statements.all()) {
            if (statement.sql().contains("append_history")) {
                var matcher = ID.matcher(String.valueOf(statement.parameters().getFirst()));
                if (matcher.find()) {
                    return matcher.group(1);
                }
            }
        }
        throw new IllegalStateException("A draft without history: " + statements);
    }

    /** The same work in these committees; what is written counts together. */
    Drafts in(List<Store.Committee> others) {
        return new Drafts(rig, others, captured, written);
    }

    /** Acknowledged drafts that are not in the store, or drafts in it that nobody acknowledged, or gaps in a history. */
    long lost() throws SQLException {
        var drafts = rig.count("select count(*) from cell.proposal where status = 'DRAFT'");
        var lines = rig.count("select (select count(*) from cell.history) - (select sum(seq) from cell.clock)");
        return Math.abs(drafts - written.get()) + Math.abs(lines);
    }

    @Override
    public Hand service(int number) throws IOException {
        var wire = rig.wire();
        var next = new Turn(number, committees.size());
        return new OnWire(wire, () -> {
            var which = next.take();
            var id = newId();
            var answer = wire.send(post(tokens.get(which), committees.get(which), id));
            return counted(answer.status() == 201
                    && answer.holds(("\"id\":\"" + id + "\"").getBytes(StandardCharsets.US_ASCII)));
        });
    }

    @Override
    public Hand bare(int number) throws Exception {
        var connection = rig.store().connect();
        var prepared = captured.statements().prepare(connection);
        var next = new Turn(number, committees.size());
        return new OnConnection(connection, () -> {
            var there = committees.getFirst().turnedInto(committees.get(next.take()));
            var anew = anew(captured);
            return counted(prepared.run(text -> anew.apply(there.apply(text))) == captured.rows());
        });
    }

    private boolean counted(boolean good) {
        if (good) {
            written.incrementAndGet();
        }
        return good;
    }

    private static UnaryOperator<String> anew(Captured captured) {
        var id = newId();
        var line = newId();
        return text -> text.length() < 36
                ? text
                : text.replace(captured.proposal(), id).replace(captured.line(), line);
    }

    /** A UUIDv7, as phone and console make them. */
    static String newId() {
        var random = UUID.randomUUID();
        var millis = System.currentTimeMillis() << 16;
        return new UUID(millis | 0x7000 | random.getMostSignificantBits() & 0xFFF, random.getLeastSignificantBits())
                .toString();
    }

    private static byte[] post(String token, Store.Committee committee, String id) {
        return Wire.post("/api/proposals", token, committee.member().toString(), draft(id));
    }

    static String draft(String id) {
        return """
                {"id":"%s","title":"关于改善乡村道路的建议","category":"交通","situation":"道路年久失修，群众出行不便。",\
                "analysis":"缺少养护资金。","suggestions":["落实资金。","明确养护单位。"],"openToPublic":true}""".formatted(id);
    }
}
