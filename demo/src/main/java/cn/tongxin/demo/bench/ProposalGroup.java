package cn.tongxin.demo.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * The second group of targets: finding among 50,000 proposals with bodies of 850 characters, the review list over 200,000,
 * and a hundred filings at once. Each in a committee of its own.
 */
public final class ProposalGroup {
    private static final int FOUND = 50_000;
    private static final int REVIEWED_FEW = 1_000;
    private static final int REVIEWED_MANY = 200_000;
    private static final int FILED = 100;
    private static final int PAGE = 50;
    private static final int MARKS = 9;

    /** As many ask at once as the machine has cores: what is measured is the answer, not the queue before it. */
    private static final int HANDS = 2;

    private final Rig rig;
    private final Report report;

    public ProposalGroup(Rig rig, Report report) {
        this.rig = rig;
        this.report = report;
    }

    /** Finding comes first: right after the 200,000 long texts of the review list were loaded it is several times slower, why is not known. */
    public void measure() throws Exception {
        filing(rig.store().fill(1).getFirst());
        finding(rig.store().fill(1).getFirst());
        reviewList(rig.store().fill(1).getFirst());
    }

    /** Over texts as long as real ones: among short ones a page has few blocks, and one level more of the index weighs much. */
    private void reviewList(Store.Committee committee) throws Exception {
        var library = new Library(committee, Library.BODY);
        fill(library, "IN_REVIEW", 0, REVIEWED_FEW, false);
        rig.tidy();
        var few = blocks(committee, REVIEWED_FEW);
        fill(library, "IN_REVIEW", REVIEWED_FEW, REVIEWED_MANY - REVIEWED_FEW, false);
        rig.tidy();
        report.add(Row.of(
                "review_list.blocks_ratio", "ratio", List.of((double) blocks(committee, REVIEWED_MANY) / few), 0));
    }

    /** Of a page at each of nine marks: how its rows lie on their blocks is chance for one. */
    private long blocks(Store.Committee committee, int count) throws Exception {
        var sum = 0L;
        for (var mark = 1; mark <= MARKS; mark++) {
            sum += blocks(committee, Library.newId(count * mark / (MARKS + 1) + PAGE));
        }
        return sum;
    }

    private long blocks(Store.Committee committee, UUID before) throws Exception {
        var after =
                Base64.getUrlEncoder().withoutPadding().encodeToString((before + "|").getBytes(StandardCharsets.UTF_8));
        var request = asOffice(committee, "/api/proposals?status=IN_REVIEW&limit=" + PAGE + "&after=" + after);
        var statements = rig.capture(committee, request, request);
        try (var connection = rig.store().connect()) {
            var prepared = statements.prepare(connection);
            prepared.buffers(UnaryOperator.identity());
            return prepared.buffers(UnaryOperator.identity()).stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private void filing(Store.Committee committee) throws Exception {
        fill(new Library(committee, 40), "LAST", 0, FILED, false);
        var ids = ids(committee);
        var errors = 0L;
        try (var pool = Executors.newFixedThreadPool(FILED)) {
            for (var done : pool.invokeAll(ids.stream()
                    .<Callable<Integer>>map(id -> () -> file(committee, id))
                    .toList())) {
                errors += done.get() == 200 ? 0 : 1;
            }
        }
        var of = " from cell.proposal_case where tenant_id = '" + committee.id() + "'";
        var distinct = rig.count("select count(distinct no)" + of);
        var gaps = rig.count("select coalesce(max(no), 0) - count(*)" + of);
        report.add(Row.of("parallel_filing.distinct", "numbers", List.of((double) distinct), errors));
        report.add(Row.of("parallel_filing.gaps", "numbers", List.of((double) gaps), errors));
    }

    private int file(Store.Committee committee, UUID id) throws IOException {
        try (var wire = rig.wire()) {
            return wire.send(Wire.put(
                            "/api/proposals/" + id + "/filing",
                            rig.issuer().console(committee.officer()),
                            committee.office().toString(),
                            "{}"))
                    .status();
        }
    }

    private List<UUID> ids(Store.Committee committee) throws SQLException {
        try (var superuser = rig.superuser();
                var rows = superuser
                        .createStatement()
                        .executeQuery("select id from cell.proposal where review_stage = 3 and tenant_id = '"
                                + committee.id() + "'")) {
            var ids = new ArrayList<UUID>();
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
        }
    }

    private void finding(Store.Committee committee) throws Exception {
        System.out.println("Filling the library with " + FOUND + " proposals of " + Library.BODY + " characters.");
        withoutWordsIndex(() -> {
            fill(new Library(committee, Library.BODY), "SUBMITTED", 0, FOUND, true);
            return FOUND;
        });
        rig.tidy();
        add("search", number -> searching(committee, number));
        add("similar", number -> comparing(committee, number));
    }

    private void add(String name, Load.Hands hands) throws Exception {
        var samples = new ArrayList<Double>();
        var errors = 0L;
        for (var i = 0; i <= rig.size().repetitions; i++) {
            var result = Load.run(HANDS, rig.size().time, hands);
            if (i > 0) {
                samples.add(result.p99Millis());
                errors += result.errors();
            }
        }
        report.add(Row.of(name + ".p99_ms", "ms", samples, errors));
    }

    /** A clerk types one word of two characters, or two of them; the page answers the newest that have it. */
    private Load.Hand searching(Store.Committee committee, int number) throws IOException {
        var wire = rig.wire();
        var texts = new Texts(100 + number);
        return new Workload.OnWire(wire, () -> {
            var words = texts.word() + (texts.nextBoolean() ? " " + texts.word() : "");
            var answer = wire.send(asOffice(
                    committee, "/api/proposals?limit=20&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)));
            return answer.status() == 200;
        });
    }

    /** A member has written a title and the beginning of a text. */
    private Load.Hand comparing(Store.Committee committee, int number) throws IOException {
        var wire = rig.wire();
        var texts = new Texts(200 + number);
        return new Workload.OnWire(wire, () -> {
            var body = "{\"title\":\"关于" + texts.text(16) + "的建议\",\"text\":\"" + texts.text(Library.BODY) + "\"}";
            var answer = wire.send(Wire.post(
                    "/api/proposals/similar",
                    rig.issuer().phone(committee.author()),
                    committee.member().toString(),
                    body));
            return answer.status() == 200;
        });
    }

    private byte[] asOffice(Store.Committee committee, String path) {
        return Wire.get(
                path,
                rig.issuer().console(committee.officer()),
                committee.office().toString());
    }

    private void fill(Library library, String state, int first, int count, boolean found)
            throws SQLException, IOException {
        try (var superuser = rig.superuser()) {
            library.fill(superuser, state, first, count, found);
        }
    }

    /** Loading is quicker without it; it is made again before anything is measured. */
    private void withoutWordsIndex(Callable<?> work) throws Exception {
        try (var superuser = rig.superuser();
                var statement = superuser.createStatement()) {
            statement.execute("drop index cell.search_document_words");
            work.call();
            statement.execute(
                    "create index search_document_words on cell.search_document using gin (words) with (fastupdate = off)");
        }
    }
}
