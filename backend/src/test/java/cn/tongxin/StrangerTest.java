package cn.tongxin;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.tongxin.document.Reading;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Operations;
import cn.tongxin.stage.Part;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Recorder;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Sends the requests of the suite that were answered 2xx once more, as somebody of another committee who holds every role,
 * with the first committee's ids left in place; of those that differ in ids, numbers and free text alone the last two. His double sends the same bytes to a second installation in which nobody
 * but himself has ever been: both answers must be the same, or the first committee told the stranger something. Only
 * public operations are left out, and printed: they answer whoever holds the secret in their address, or everybody alike.
 */
@Order(Integer.MAX_VALUE)
class StrangerTest {
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument";
    private static final Path PARTS = Path.of("target", "parts");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private static final Pattern FREE_TEXT = Pattern.compile("\"(?![A-Z_]+\")(?:\\\\.|[^\"\\\\]++)*+\"(?!\\s*:)");
    private static final int ALIKE = 2;

    private final Stage stage = Stage.shared();
    private final Operations operations = new Operations();
    private final List<Recorder.Exchange> exchanges = stage.recorder.exchanges().stream()
            .filter(exchange -> operations
                    .of(exchange.method(), exchange.path())
                    .filter(operation -> !operation.isPublic())
                    .isPresent())
            .toList();

    /** Where the suite runs in parts, each part says what it has seen, and the last to end looks at all of it. */
    @Test
    void every_operation_was_answered_somewhere_in_the_suite() throws IOException {
        operations.all().stream()
                .filter(Operations.Operation::isPublic)
                .forEach(o -> System.out.println("public: " + o));
        var seen = exchanges.stream()
                .flatMap(exchange -> operations.of(exchange.method(), exchange.path()).stream())
                .map(Object::toString)
                .collect(Collectors.toCollection(HashSet::new));
        if (Part.no() != null) {
            var part = "part" + Part.no();
            var whole = Files.write(Files.createTempFile(Path.of("target"), part, null), seen);
            Files.move(whole, Files.createDirectories(PARTS).resolve(part), ATOMIC_MOVE);
            seen.addAll(saidByAllParts());
        }
        assertThat(operations.all().stream().filter(o -> !o.isPublic() && !seen.contains(o.toString())))
                .as("operations that no test of the suite has used with success")
                .isEmpty();
    }

    private static List<String> saidByAllParts() throws IOException {
        var said = new ArrayList<String>();
        try (var parts = Files.list(PARTS)) {
            var files = parts.toList();
            assumeThat(files).as("the other parts have still to end").hasSize(Part.ALL);
            for (var file : files) {
                said.addAll(Files.readAllLines(file));
            }
        }
        return said;
    }

    @Test
    void a_stranger_learns_and_changes_nothing() throws Exception {
        var stranger = everyRole(Stage.committee());
        var twin = everyRole(Stage.apart().twinOf(stranger.committee()));
        var before = moves();
        var known = known();
        var faults = new ArrayList<String>();
        var asked = lastOfEachShape();
        for (var exchange : asked) {
            var there = CompletableFuture.supplyAsync(() -> send(twin, exchange));
            var here = normal(send(stranger, exchange), known);
            var alone = normal(there.get(), known);
            if (!here.equals(alone)) {
                faults.add(exchange.method() + " " + exchange.path() + "\n    beside others: " + here
                        + "\n    alone:         " + alone);
            }
        }
        assertThat(faults).as("%d requests replayed", asked.size()).isEmpty();
        assertThat(moves()).isEqualTo(before);
    }

    private List<Recorder.Exchange> lastOfEachShape() {
        var taken = new HashMap<String, Integer>();
        return exchanges.reversed().stream()
                .filter(exchange -> taken.merge(shape(exchange), 1, Integer::sum) <= ALIKE)
                .toList()
                .reversed();
    }

    /** A request without its ids, numbers and free text; the codes that it chooses stay. */
    private static String shape(Recorder.Exchange exchange) {
        var body = exchange.body() == null || !exchange.type().equals("application/json")
                ? exchange.type()
                : FREE_TEXT
                        .matcher(new String(exchange.body(), StandardCharsets.UTF_8))
                        .replaceAll("~");
        var text = exchange.method() + " " + exchange.path() + " " + body;
        return UUID_TEXT.matcher(text).replaceAll("~").replaceAll("\\d+", "#");
    }

    private static Person everyRole(TestCommittee committee) {
        return committee.staff("外人", Role.values());
    }

    private static Answer send(Person person, Recorder.Exchange exchange) {
        return person.quietly(exchange.method(), exchange.path(), exchange.body(), exchange.type());
    }

    /** Status and body, but for tokens of chance and for ids that the answering service has made meanwhile. */
    private static String normal(Answer answer, Set<String> known) {
        if (answer.header("Content-Type").equals("application/zip")) {
            return answer.status() + " a zip of one's own"; // what is in it, TransferTest asks
        }
        var text = UUID_TEXT
                .matcher(said(answer))
                .replaceAll(match -> known.contains(match.group()) ? match.group() : "<id>");
        text = text.replaceAll("[0-9a-f]{32,}", "<token>");
        text = text.replaceAll(
                "\"(ticket|url|next|cursor|token|hash|etag|trackingNo)\":(\"[^\"]*\"|\\{(\"\\w+\":\"[^\"]*\",?)*})",
                "\"$1\":\"<any>\"");
        return answer.status() + " " + text;
    }

    /** The text of an answer; of a paper what it says, and not when it was made. */
    private static String said(Answer answer) {
        var type = answer.header("Content-Type");
        return type.startsWith(OFFICE)
                ? inside(answer.bytes())
                : type.equals("application/pdf") ? Reading.pdf(answer.bytes()) : answer.text();
    }

    private static String inside(byte[] file) {
        return Reading.unzip(file).entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith("docProps/"))
                .map(entry -> entry.getKey() + " " + new String(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    /** Every id that the suite has sent or was shown: the stranger is shown none of them that his double is not. */
    private Set<String> known() {
        var known = new HashSet<String>();
        for (var exchange : exchanges) {
            known.add(exchange.person().seat().toString());
            known.add(exchange.person().committee().id().toString());
            known.addAll(ids(exchange.path()));
            known.addAll(ids(exchange.answer().text()));
            if (exchange.body() != null) {
                known.addAll(ids(new String(exchange.body(), StandardCharsets.UTF_8)));
            }
        }
        return known;
    }

    private static List<String> ids(String text) {
        return UUID_TEXT.matcher(text).results().map(MatchResult::group).toList();
    }

    /** How often people have moved something, in each committee of the suite. */
    private Map<UUID, Long> moves() {
        var moves = new HashMap<UUID, Long>();
        for (var exchange : exchanges) {
            moves.computeIfAbsent(
                    exchange.person().committee().id(),
                    _ -> exchange.person().committee().number("select count(*) from history where client <> 'SYSTEM'"));
        }
        return moves;
    }
}
