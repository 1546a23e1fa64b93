package cn.tongxin.demo.office;

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
public final class Intake {
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
    private static final Set<String> READING = Set.of(
            "reading.create_group",
            "reading.open_group",
            "reading.close_group",
            "reading.post",
            "reading.plan_session",
            "reading.swap_host",
            "reading.hold_session",
            "reading.require");

    private static final Set<String> OPINIONS =
            Set.of("opinion.submit", "opinion.issue", "opinion.retain", "opinion.not_use", "opinion.outcome");

    private final Office office;
    private final Map<String, String> seats = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();
    private final Map<String, String> unitsByName = new HashMap<>();
    private final Set<String> terms = new HashSet<>();
    private final Map<String, Integer> unknown = new TreeMap<>();
    private final Map<ObjectNode, String> refused = new LinkedHashMap<>();
    private int taken;

    public Intake(Office office) {
        this.office = office;
    }

    /** What became of the events: taken, refused (each with its line and why), and of kinds that the product does not know. */
    public record Outcome(int taken, List<String> refused, Map<String, Integer> unknown) {
        /** Nothing of it could be brought in. */
        public static Outcome refused(List<ObjectNode> events, String why) {
            return new Outcome(0, events.stream().map(event -> told(event, why)).toList(), Map.of());
        }
    }

    public Outcome take(List<ObjectNode> events) {
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
        bringIn(new ProposalRows(office, seats, units), proposals);
        bringIn(new SomeRows(office, "/api/reading-imports", seats), reading);
        bringIn(new SomeRows(office, "/api/opinion-imports", seats), opinions);
        return new Outcome(
                taken,
                refused.entrySet().stream()
                        .map(each -> told(each.getKey(), each.getValue()))
                        .toList(),
                unknown);
    }

    /** The seats that were taken up, by the refs of the events. */
    public Map<String, String> seats() {
        return seats;
    }

    private interface ByHand {
        void take(ObjectNode event);
    }

    private void byHand(ObjectNode event, ByHand deed) {
        try {
            deed.take(event);
            taken++;
        } catch (Http.Refused no) {
            refused.put(event, String.valueOf(no.getMessage()));
        }
    }

    private void session(ObjectNode event) {
        var term = event.path("term").asText();
        if (!terms.contains(term)) {
            office.admin().post("/api/terms", Map.of("no", event.path("term").asInt()));
            terms.add(term);
        }
        office.session(
                event.path("term").asInt(),
                event.path("session").asInt(),
                event.path("opens").asText(event.path("on").asText()));
    }

    /** Who is in already stays who he is. */
    private void seat(ObjectNode event) {
        var ref = event.path("ref").asText();
        if (!seats.containsKey(ref)) {
            var sector = event.hasNonNull("sector") ? event.path("sector").asText() : null;
            seats.put(
                    ref,
                    office.seat(
                            event.path("name").asText(),
                            sector,
                            event.path("on").asText()));
        }
    }

    /** Two refs of one name are one unit: a committee has no two of that name. */
    private void unit(ObjectNode event) {
        var name = event.path("name").asText().strip();
        var known = unitsByName.get(name);
        var id = known != null ? known : office.unit(name, event.path("on").asText());
        unitsByName.put(name, id);
        units.putIfAbsent(event.path("ref").asText(), id);
    }

    /** A row may follow from one that comes later in the papers: all are sent again while that brings more in. */
    private void bringIn(Rows into, List<ObjectNode> rows) {
        var before = rows.size();
        for (var left = into.send(rows); ; left = into.send(rows)) {
            if (left.isEmpty() || left.size() >= before) {
                taken += rows.size() - left.size();
                refused.putAll(left);
                return;
            }
            before = left.size();
        }
    }

    private static String told(ObjectNode event, String why) {
        return "line " + event.path("line").asInt() + " " + event.path("do").asText() + " "
                + event.path("ref").asText() + ": " + why;
    }
}
