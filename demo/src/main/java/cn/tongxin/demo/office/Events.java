package cn.tongxin.demo.office;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of dated events, a JSON object a line, by committee and in the order in which they happened.
 *
 * @param unreadable the lines that are no events
 * @param count how many events there are
 */
public record Events(Map<String, List<ObjectNode>> byCommittee, List<String> unreadable, int count) {

    public static Events read(Path file) throws IOException {
        try (var lines = Files.newBufferedReader(file)) {
            return read(lines);
        }
    }

    public static Events read(BufferedReader lines) throws IOException {
        var byCommittee = new LinkedHashMap<String, List<ObjectNode>>();
        var unreadable = new ArrayList<String>();
        var count = 0;
        var number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            var text = line.replace("\uFEFF", "").strip();
            if (text.isEmpty()) {
                continue;
            }
            if (!(parsed(text) instanceof ObjectNode event)
                    || event.path("do").asText("").isBlank()
                    || event.path("committee").asText("").isBlank()) {
                unreadable.add("line " + number + " is no event");
                continue;
            }
            count++;
            event.put("line", number);
            byCommittee
                    .computeIfAbsent(event.path("committee").asText().strip(), _ -> new ArrayList<>())
                    .add(event);
        }
        byCommittee
                .values()
                .forEach(events -> events.sort(Comparator.comparing(
                                (ObjectNode event) -> event.path("on").asText())
                        .thenComparing(event -> isBeginning(event.path("do").asText()) ? 0 : 1)));
        return new Events(byCommittee, unreadable, count);
    }

    private static JsonNode parsed(String text) {
        try {
            return Http.JSON.readTree(text);
        } catch (JsonProcessingException noJson) {
            return Http.JSON.nullNode();
        }
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
                    "reading.create_group",
                    "reading.plan_session" -> true;
            default -> false;
        };
    }
}
