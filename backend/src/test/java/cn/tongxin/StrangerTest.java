package cn.tongxin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Operations;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Recorder;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Sends every request of the suite that was answered 2xx once more, as somebody of another committee who holds every role,
 * with the first committee's ids left in place. His double in a third committee sends the same with random ids instead,
 * so both live through the same history: their answers must be the same, or the ids told the stranger something.
 */
@Order(Integer.MAX_VALUE)
class StrangerTest {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Stage stage = Stage.shared();
    private final Operations operations = new Operations();
    private final List<Recorder.Exchange> exchanges = stage.recorder.exchanges();

    @Test
    void every_operation_was_answered_somewhere_in_the_suite() {
        var seen = new HashSet<Operations.Operation>();
        exchanges.forEach(
                exchange -> operations.of(exchange.method(), exchange.path()).ifPresent(seen::add));
        operations.all().stream()
                .filter(Operations.Operation::isPublic)
                .forEach(o -> System.out.println("public: " + o));
        assertThat(operations.all().stream().filter(o -> !o.isPublic() && !seen.contains(o)))
                .as("operations that no test of the suite has used with success")
                .isEmpty();
    }

    @Test
    void a_stranger_learns_and_changes_nothing() {
        var stranger = everyRole();
        var elsewhere = everyRole();
        var ours = markers();
        var before = moves();
        var faults = new ArrayList<String>();
        var randoms = new HashMap<String, String>();
        for (var exchange : exchanges) {
            var asStranger = send(stranger, exchange, id -> id);
            var asDouble = send(elsewhere, exchange, id -> randoms.computeIfAbsent(id, StrangerTest::another));
            var said = exchange.method() + " " + exchange.path();
            if (!normal(asStranger, stranger).equals(normal(asDouble, elsewhere))) {
                faults.add(said + "\n    with our ids:    " + normal(asStranger, stranger) + "\n    with random ids: "
                        + normal(asDouble, elsewhere));
            }
            var leaked = leaked(asStranger, exchange, ours);
            // A row that he made himself with our id: the double has made its counterpart and shows that.
            leaked.removeIf(id -> randoms.containsKey(id) && asDouble.text().contains(randoms.get(id)));
            if (!leaked.isEmpty()) {
                faults.add(said + " shows " + leaked);
            }
        }
        assertThat(faults).as("%d requests replayed", exchanges.size()).isEmpty();
        assertThat(moves()).isEqualTo(before);
    }

    private Person everyRole() {
        return Stage.committee().staff("外人", Role.values());
    }

    private Answer send(Person person, Recorder.Exchange exchange, java.util.function.UnaryOperator<String> ids) {
        var body = exchange.body() == null
                ? null
                : exchange.type().equals("application/json")
                        ? replace(new String(exchange.body(), StandardCharsets.UTF_8), ids)
                                .getBytes(StandardCharsets.UTF_8)
                        : exchange.body();
        return person.quietly(exchange.method(), replace(exchange.path(), ids), body, exchange.type());
    }

    private static String replace(String text, java.util.function.UnaryOperator<String> ids) {
        return UUID_TEXT.matcher(text).replaceAll(match -> ids.apply(match.group()));
    }

    /** Status and body, but for ids, tokens of chance and the committee's own code. */
    private static String normal(Answer answer, Person person) {
        if (answer.header("Content-Type").equals("application/zip")) {
            return answer.status() + " a zip of one's own"; // what is in it, TransferTest asks
        }
        var text = UUID_TEXT.matcher(answer.text()).replaceAll("<id>");
        text = text.replace(person.committee().code(), "<code>").replaceAll("[0-9a-f]{32,}", "<token>");
        text = text.replaceAll("\"(ticket|url|next|token|hash|etag|trackingNo)\":\"[^\"]*\"", "\"$1\":\"<any>\"");
        return answer.status() + " " + text;
    }

    /** What the first committees' answers are known by: their rows' ids and their codes. */
    private Set<String> markers() {
        var markers = new HashSet<String>();
        for (var exchange : exchanges) {
            if (exchange.person().committee() != null) {
                markers.add(exchange.person().seat().toString());
                markers.add("\"" + exchange.person().committee().code() + "\"");
            }
            markers.addAll(ids(exchange.answer().text()));
        }
        return markers;
    }

    private Set<String> leaked(Answer answer, Recorder.Exchange exchange, Set<String> ours) {
        var asked = asked(exchange);
        var shown = new TreeSet<String>(ids(answer.text()));
        shown.removeIf(id -> !ours.contains(id) || asked.contains(id));
        return shown;
    }

    private static String asked(Recorder.Exchange exchange) {
        return exchange.path() + (exchange.body() == null ? "" : new String(exchange.body(), StandardCharsets.UTF_8));
    }

    /** A random id that sorts where the given one does, so that both lists keep one order. */
    private static String another(String id) {
        return new UUID(UUID.fromString(id).getMostSignificantBits(), Ids.next().getLeastSignificantBits()).toString();
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
