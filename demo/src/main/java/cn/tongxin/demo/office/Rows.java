package cn.tongxin.demo.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows on their way into one of the historical imports, some at a time. What is in already is passed over by the import. */
abstract class Rows {
    private static final int UNPROCESSABLE = 422;

    private final int atATime;

    Rows(int atATime) {
        this.atATime = atATime;
    }

    /** Sends the rows in their order; what is refused comes back with the reason. */
    final Map<ObjectNode, String> send(List<ObjectNode> rows) {
        var refused = new IdentityHashMap<ObjectNode, String>();
        for (var from = 0; from < rows.size(); ) {
            var to = end(rows, from);
            send(rows.subList(from, to), refused);
            from = to;
        }
        var inOrder = new LinkedHashMap<ObjectNode, String>();
        rows.stream().filter(refused::containsKey).forEach(row -> inOrder.put(row, String.valueOf(refused.get(row))));
        return inOrder;
    }

    /** The rows of a day stay together, since the import tells equal ones apart by their order in a request. */
    private int end(List<ObjectNode> rows, int from) {
        var most = Math.min(from + atATime, rows.size());
        for (var to = most; to > from && most < rows.size(); to--) {
            if (!rows.get(to).path("on").equals(rows.get(to - 1).path("on"))) {
                return to;
            }
        }
        return most;
    }

    /** A request that the import cannot read at all is halved until the row is found. */
    final void halve(List<ObjectNode> rows, Http.Answer no, Map<ObjectNode, String> refused) {
        var unreadable = no.status() == 400 || no.status() == 413 || no.status() == UNPROCESSABLE;
        if (rows.size() == 1 || !unreadable) {
            rows.forEach(row -> refused.put(row, no.status() + " " + no.body()));
        } else {
            send(rows.subList(0, rows.size() / 2), refused);
            send(rows.subList(rows.size() / 2, rows.size()), refused);
        }
    }

    /** Sends rows that fit into one request. */
    abstract void send(List<ObjectNode> rows, Map<ObjectNode, String> refused);

    static String reason(JsonNode fault) {
        return fault.path("code").asText() + " " + fault.path("field").asText("") + " "
                + fault.path("detail").asText("");
    }
}
