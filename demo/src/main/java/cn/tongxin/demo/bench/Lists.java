package cn.tongxin.demo.bench;

import cn.tongxin.demo.bench.Load.Hand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The office opens its list: twenty proposals, newest first. Each hand goes round the committees. */
final class Lists implements Workload {
    private static final String PATH = "/api/proposals?limit=20";
    private static final int TITLES = 20;

    private final Rig rig;
    private final List<Store.Committee> committees;
    private final List<byte[]> requests;
    private final Statements statements;
    private final int rows;

    /** {@code committees}: the first of them is the one whose request was captured. */
    private Lists(Rig rig, List<Store.Committee> committees, Statements statements, int rows) {
        this.rig = rig;
        this.committees = committees;
        this.requests = committees.stream().map(each -> get(rig, each)).toList();
        this.statements = statements;
        this.rows = rows;
    }

    static Lists of(Rig rig, Store.Committee committee) throws Exception {
        var request = get(rig, committee);
        var statements = rig.capture(committee, request, request);
        try (var connection = rig.store().connect()) {
            var rows = statements.prepare(connection).run(UnaryOperator.identity());
            return new Lists(rig, List.of(committee), statements, rows);
        }
    }

    Lists round(List<Store.Committee> others) {
        return new Lists(rig, others, statements, rows);
    }

    /** Buffers that each statement of one request touches, once everything is in memory. */
    List<Long> buffers() throws Exception {
        try (var connection = rig.store().connect()) {
            var prepared = statements.prepare(connection);
            prepared.buffers(UnaryOperator.identity());
            return prepared.buffers(UnaryOperator.identity());
        }
    }

    /** Which statements touch more buffers than before. */
    String grown(List<Long> before, List<Long> now) {
        return IntStream.range(0, now.size())
                .filter(i -> now.get(i) > before.get(i))
                .mapToObj(i -> before.get(i) + " -> " + now.get(i) + "  "
                        + statements.all().get(i).sql())
                .collect(Collectors.joining("\n"));
    }

    /** Every page must hold twenty titles of its own committee. */
    @Override
    public Hand service(int number) throws IOException {
        var wire = rig.wire();
        var marks = committees.stream()
                .map(each -> ("\"title\":\"" + each.mark()).getBytes(StandardCharsets.UTF_8))
                .toList();
        var next = new Turn(number, committees.size());
        return new OnWire(wire, () -> {
            var which = next.take();
            var answer = wire.send(requests.get(which));
            return answer.status() == 200 && answer.count(marks.get(which)) == TITLES;
        });
    }

    @Override
    public Hand bare(int number) throws Exception {
        var connection = rig.store().connect();
        var prepared = statements.prepare(connection);
        var next = new Turn(number, committees.size());
        return new OnConnection(
                connection, () -> prepared.run(committees.getFirst().turnedInto(committees.get(next.take()))) == rows);
    }

    private static byte[] get(Rig rig, Store.Committee committee) {
        return Wire.get(
                PATH,
                rig.issuer().console(committee.officer()),
                committee.office().toString());
    }
}
