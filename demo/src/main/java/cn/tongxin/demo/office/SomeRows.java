package cn.tongxin.demo.office;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Rows for a historical import that takes the good ones and names the others: reading groups, opinion reports. */
final class SomeRows extends Rows {
    private static final int AT_A_TIME = 200;

    private final Office office;
    private final String route;
    private final Map<String, String> seats;

    SomeRows(Office office, String route, Map<String, String> seats) {
        super(AT_A_TIME);
        this.office = office;
        this.route = route;
        this.seats = seats;
    }

    @Override
    void send(List<ObjectNode> rows, Map<ObjectNode, String> refused) {
        var asked = rows.stream().map(this::withSeats).toList();
        var answer = office.staff().send("POST", route, Map.of("events", asked));
        if (answer.status() != 200) {
            halve(rows, answer, refused);
            return;
        }
        answer.body()
                .path("refused")
                .forEach(fault -> refused.put(rows.get(fault.path("index").asInt()), reason(fault)));
    }

    /** Seats by their ids; and a post by its line, since the same may be written twice on a day. */
    private ObjectNode withSeats(ObjectNode event) {
        var asked = event.deepCopy();
        for (var field : List.of("owner", "author", "host")) {
            if (asked.hasNonNull(field)) {
                var ref = asked.path(field).asText();
                asked.put(field, seats.getOrDefault(ref, ref));
            }
        }
        if (asked.path("do").asText().equals("reading.post") && !asked.hasNonNull("ref")) {
            asked.put("ref", "line-" + asked.path("line").asInt());
        }
        return asked;
    }
}
