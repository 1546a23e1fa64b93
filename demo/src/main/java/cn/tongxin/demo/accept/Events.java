package cn.tongxin.demo.accept;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of dated events, a JSON object a line, by committee and in the order in which they happened. */
record Events(Map<String, List<ObjectNode>> byCommittee, int count) {
    static Events read(Path file) throws IOException {
        var byCommittee = new LinkedHashMap<String, List<ObjectNode>>();
        var number = 0;
        for (var line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            if (!(Http.JSON.readTree(line) instanceof ObjectNode event)
                    || !event.hasNonNull("do")
                    || !event.hasNonNull("committee")) {
                throw new IllegalArgumentException("Line " + number + " is no event: " + line);
            }
            event.put("line", number);
            byCommittee
                    .computeIfAbsent(event.path("committee").asText(), _ -> new ArrayList<>())
                    .add(event);
        }
        byCommittee
                .values()
                .forEach(events -> events.sort(Comparator.comparing(
                                (ObjectNode event) -> event.path("on").asText())
                        .thenComparing(event -> isBeginning(event.path("do").asText()) ? 0 : 1)));
        return new Events(byCommittee, number);
    }

    /** What others of the same day follow from. The sort is stable: all else stays as the file has it. */
    private static boolean isBeginning(String what) {
        return switch (what) {
            case "committee.create",
                    "committee.session",
                    "seat.activate",
                    "unit.create",
                    "proposal.receive",
                    "opinion.submit",
                    "reading.create_group" -> true;
            default -> false;
        };
    }
}
