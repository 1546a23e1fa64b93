package cn.tongxin.demo.accept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Brings the events of one committee in, as its office would: sessions, seats and units by hand, the rest by the imports. */
final class Intake {
    private static final Set<String> PROPOSALS = Set.of(
            "proposal.receive",
            "proposal.file",
            "proposal.unfile",
            "proposal.merge",
            "proposal.not_file",
            "proposal.withdraw",
            "proposal.assign",
            "proposal.return",
            "proposal.reply",
            "proposal.rate",
            "proposal.mark_key");
    private static final Set<String> READING =
            Set.of("reading.create_group", "reading.open_group", "reading.close_group", "reading.post");
    private static final Set<String> OPINIONS =
            Set.of("opinion.submit", "opinion.issue", "opinion.retain", "opinion.not_use", "opinion.outcome");
    private static final int PROPOSALS_AT_A_TIME = 5_000;
    private static final int AT_A_TIME = 200;

    private final Office office;
    private final Map<String, String> seats = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final Set<String> terms = new HashSet<>();
    private final Map<String, Integer> unknown = new TreeMap<>();
    private final List<String> refused = new ArrayList<>();
    private int taken;

    Intake(Office office) {
        this.office = office;
    }

    /** What became of the events: taken, refused (each with its line and why), and of kinds that the product does not know. */
    record Outcome(int taken, List<String> refused, Map<String, Integer> unknown) {}

    Outcome take(List<ObjectNode> events) {
        var proposals = new ArrayList<ObjectNode>();
        var reading = new ArrayList<ObjectNode>();
        var opinions = new ArrayList<ObjectNode>();
        for (var event : events) {
            var what = event.path("do").asText();
            switch (what) {
                case "committee.create" -> taken++;
                case "committee.session" -> byHand(event, this::session);
                case "seat.activate" -> byHand(event, this::seat);
                case "unit.create" -> byHand(event, this::unit);
                default -> {
                    if (PROPOSALS.contains(what)) {
                        proposals.add(event);
                    } else if (READING.contains(what)) {
                        reading.add(event);
                    } else if (OPINIONS.contains(what)) {
                        opinions.add(event);
                    } else {
                        unknown.merge(what, 1, Integer::sum);
                    }
                }
            }
        }
        all(proposals);
        inBatches("/api/reading-imports", reading);
        inBatches("/api/opinion-imports", opinions);
        return new Outcome(taken, refused, unknown);
    }

    private interface ByHand {
        void take(ObjectNode event);
    }

    private void byHand(ObjectNode event, ByHand deed) {
        try {
            deed.take(event);
            taken++;
        } catch (Http.Refused no) {
            refuse(event, String.valueOf(no.getMessage()));
        }
    }

    private void session(ObjectNode event) {
        var term = event.path("term").asText();
        if (terms.add(term)) {
            office.admin().post("/api/terms", Map.of("no", event.path("term").asInt()));
        }
        office.admin()
                .post(
                        "/api/sessions",
                        Map.of(
                                "termNo", event.path("term").asInt(),
                                "sessionNo", event.path("session").asInt(),
                                "opensOn",
                                        event.path("opens")
                                                .asText(event.path("on").asText())));
    }

    private void seat(ObjectNode event) {
        var sector = event.hasNonNull("sector") ? event.path("sector").asText() : null;
        seats.put(
                event.path("ref").asText(),
                office.seat(
                        event.path("name").asText(), sector, event.path("on").asText()));
    }

    private void unit(ObjectNode event) {
        var unit = office.admin()
                .post(
                        "/api/units",
                        Map.of(
                                "name",
                                event.path("name").asText(),
                                "validFrom",
                                event.path("on").asText()));
        units.put(event.path("ref").asText(), unit.path("id").asText());
    }

    /** A row may follow from one that comes later in the papers: it is tried again when the others are in. */
    private void all(List<ObjectNode> proposals) {
        var rows = proposals;
        while (!rows.isEmpty()) {
            var refusals = new LinkedHashMap<ObjectNode, String>();
            for (var from = 0; from < rows.size(); from += PROPOSALS_AT_A_TIME) {
                proposals(
                        new ArrayList<>(rows.subList(from, Math.min(from + PROPOSALS_AT_A_TIME, rows.size()))),
                        refusals);
            }
            if (refusals.size() == rows.size()) {
                refusals.forEach(this::refuse);
                return;
            }
            rows = List.copyOf(refusals.keySet());
        }
    }

    /** The import takes a batch whole or not at all; like a clerk we take a refused row out, and send the rest again. */
    private void proposals(List<ObjectNode> events, Map<ObjectNode, String> refusals) {
        while (!events.isEmpty()) {
            var answer = office.staff()
                    .send("POST", "/api/proposal-imports", Map.of("seats", seats, "units", units, "events", events));
            if (answer.status() != 200) {
                events.forEach(event -> refusals.put(event, answer.status() + " " + answer.body()));
                return;
            }
            var wrong = new TreeMap<Integer, JsonNode>();
            answer.body()
                    .path("refused")
                    .forEach(fault -> wrong.putIfAbsent(fault.path("row").asInt() - 1, fault));
            if (wrong.isEmpty()) {
                taken += events.size();
                return;
            }
            wrong.forEach((index, fault) -> refusals.put(events.get(index), fault.toString()));
            wrong.descendingKeySet().forEach(index -> events.remove(index.intValue()));
        }
    }

    private void inBatches(String imports, List<ObjectNode> events) {
        for (var from = 0; from < events.size(); from += AT_A_TIME) {
            batch(imports, events.subList(from, Math.min(from + AT_A_TIME, events.size())));
        }
    }

    private void batch(String imports, List<ObjectNode> events) {
        var asked = events.stream().map(this::withSeats).toList();
        var answer = office.staff().send("POST", imports, Map.of("events", asked));
        if (answer.status() != 200) {
            events.forEach(event -> refuse(event, answer.status() + " " + answer.body()));
            return;
        }
        taken += answer.body().path("done").asInt()
                + answer.body().path("already").asInt();
        answer.body()
                .path("refused")
                .forEach(fault -> refuse(events.get(fault.path("index").asInt()), fault.toString()));
    }

    /** Seats by their ids; and a post by its line, since the same may be written twice on a day. */
    private ObjectNode withSeats(ObjectNode event) {
        var asked = event.deepCopy();
        for (var field : List.of("owner", "author")) {
            if (asked.hasNonNull(field)) {
                asked.put(
                        field,
                        seats.getOrDefault(
                                asked.path(field).asText(), asked.path(field).asText()));
            }
        }
        if (asked.path("do").asText().equals("reading.post") && !asked.hasNonNull("ref")) {
            asked.put("ref", "line-" + asked.path("line").asInt());
        }
        return asked;
    }

    private void refuse(ObjectNode event, String why) {
        refused.add("line " + event.path("line").asInt() + " "
                + event.path("do").asText() + " " + event.path("ref").asText() + ": " + why);
    }
}
