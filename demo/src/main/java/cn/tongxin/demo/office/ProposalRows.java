package cn.tongxin.demo.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows for the historical import of proposals. */
final class ProposalRows extends Rows {
    private static final int AT_A_TIME = 5_000;

    private final Office office;
    private final Map<String, String> seats;
    private final Map<String, String> units;

    ProposalRows(Office office, Map<String, String> seats, Map<String, String> units) {
        super(AT_A_TIME);
        this.office = office;
        this.seats = seats;
        this.units = units;
    }

    /** The import takes a batch whole or not at all; like a clerk we take a refused row out, and send the rest again. */
    @Override
    void send(List<ObjectNode> rows, Map<ObjectNode, String> refused) {
        var left = new ArrayList<>(rows);
        while (!left.isEmpty()) {
            var answer = office.staff()
                    .send("POST", "/api/proposal-imports", Map.of("seats", seats, "units", units, "events", left));
            if (answer.status() != 200) {
                halve(left, answer, refused);
                return;
            }
            var wrong = new TreeMap<Integer, JsonNode>();
            answer.body()
                    .path("refused")
                    .forEach(fault -> wrong.putIfAbsent(fault.path("row").asInt() - 1, fault));
            if (wrong.isEmpty()) {
                return;
            }
            wrong.forEach((index, fault) -> refused.put(left.get(index), reason(fault)));
            wrong.descendingKeySet().forEach(index -> left.remove(index.intValue()));
        }
    }
}
