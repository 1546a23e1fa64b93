package cn.tongxin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Operations;
import cn.tongxin.stage.Part;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Recorder;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Sends rubbish to every route. The answer may be anything but our fault, and shows nothing of how we are built. */
@Order(Integer.MAX_VALUE - 10)
class RubbishTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern INSIDES = Pattern.compile(
            "Exception|\\bat (cn|io|java|org)\\.|\\b(org\\.postgresql|org\\.jooq|jdbc:)|(?i)\\bselect .* from |\\binsert into |tenant_id|app_rw|pg_");
    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "[]",
            "null",
            "\"\"",
            "7",
            "{",
            "{\"a\":}",
            "{\"id\":\"x\"}",
            "{\"id\":{}}",
            "[".repeat(3000),
            "{\"a\":".repeat(3000) + "1" + "}".repeat(3000),
            "\u0000\u0001",
            "<xml/>");
    private static final List<String> SEGMENTS = List.of(
            "x",
            "%00",
            "%F0%9F%98%80",
            "00000000-0000-0000-0000-000000000000",
            "..%2F..",
            "'%20or%201=1--",
            "9".repeat(300));
    private static final List<String> QUERIES = List.of(
            "limit=x",
            "limit=-1",
            "limit=99999999999999999999",
            "after=%00",
            "after=%E2%82",
            "after=MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAwfHg",
            "after=MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAwfA",
            "count=maybe",
            "status=%27",
            "q=%00",
            "q=%25%5F%5C",
            "basis=x&period=x",
            "basis=year&period=999999999",
            "from=9999-99-99&days=1",
            "from=2026-01-01&days=2147483647",
            "parent=%F0%90%8D%88",
            "name=%00.docx&fileName=%00.xlsx",
            "ticket=%00");
    private static final List<JsonNode> VALUES = List.of(
            NODES.nullNode(),
            NODES.textNode(""),
            NODES.textNode("\u0000"),
            NODES.textNode("\ud800"),
            NODES.textNode("长".repeat(20_000)),
            NODES.textNode("'; drop table seat; --"),
            NODES.numberNode(-1),
            NODES.numberNode(Long.MAX_VALUE),
            NODES.numberNode(1e300),
            NODES.numberNode(new BigDecimal("1e-500000000")),
            NODES.numberNode(new BigDecimal("1e500000000")),
            NODES.textNode("+999999999-12-31"),
            NODES.textNode("-999999999-01-01T00:00:00Z"),
            NODES.textNode(Ids.next().toString()),
            NODES.booleanNode(true),
            NODES.arrayNode(),
            NODES.arrayNode().add((String) null),
            NODES.objectNode());

    private final Operations operations = new Operations();
    private final Person anybody = Stage.committee().staff("甲", Role.values());
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    @Test
    void nonsense_in_a_path_a_query_or_a_body_is_never_our_fault() {
        ours().parallelStream().forEach(operation -> {
            for (var segment : operation.path().contains("{") ? SEGMENTS : List.of("")) {
                send(anybody, operation.method(), operation.path().replaceAll("\\{[^}/]+}", quoted(segment)), "{}");
            }
            var path = operation.path().replaceAll("\\{[^}/]+}", Ids.next().toString());
            if (operation.method().equals("GET")) {
                QUERIES.forEach(query -> send(anybody, "GET", path + "?" + query, null));
            } else {
                BODIES.forEach(body -> send(anybody, operation.method(), path, body));
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void a_good_body_with_one_bad_value_is_never_our_fault() {
        oneForEach().parallelStream().forEach(exchange -> {
            if (json(exchange.body()) instanceof ObjectNode body) {
                for (var name : names(body)) {
                    for (var value : VALUES) {
                        var bad = body.deepCopy().set(name, value).toString().replace("\ud800", "\\ud800");
                        send(exchange.person(), exchange.method(), exchange.path(), bad);
                    }
                }
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void what_is_no_json_is_never_our_fault() {
        ours().parallelStream().forEach(operation -> {
            var path = operation.path().replaceAll("\\{[^}/]+}", Ids.next().toString());
            for (var type : List.of("text/plain", "multipart/form-data; boundary=x", "application/xml", "nonsense")) {
                check(
                        operation.method() + " " + path + " " + type,
                        anybody.quietly(operation.method(), path, new byte[] {(byte) 0xff, 0, 1}, type));
            }
        });
        assertThat(faults).isEmpty();
    }

    /** Every part of the suite knows all operations; each takes its share. */
    private List<Operations.Operation> ours() {
        return operations.all().stream().filter(Part::takes).toList();
    }

    private List<Recorder.Exchange> oneForEach() {
        Map<Object, Recorder.Exchange> latest = new LinkedHashMap<>();
        for (var exchange : Stage.shared().recorder.exchanges()) {
            if (exchange.body() != null && exchange.type().equals("application/json")) {
                operations
                        .of(exchange.method(), exchange.path())
                        .ifPresent(operation -> latest.put(operation, exchange));
            }
        }
        return List.copyOf(latest.values());
    }

    private void send(Person person, String method, String path, String body) {
        check(
                method + " " + path + " " + (body == null ? "" : body.substring(0, Math.min(160, body.length()))),
                person.quietly(
                        method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), "application/json"));
    }

    private void check(String asked, Answer answer) {
        if (answer.status() >= 500) {
            faults.add(asked + " → " + answer.status());
        } else if (answer.status() >= 400 && INSIDES.matcher(answer.text()).find()) {
            faults.add(asked + " → " + answer.text());
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> names(ObjectNode body) {
        var names = new ArrayList<String>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String quoted(String segment) {
        return java.util.regex.Matcher.quoteReplacement(segment);
    }
}
