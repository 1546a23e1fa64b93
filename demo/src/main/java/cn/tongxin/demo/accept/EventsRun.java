package cn.tongxin.demo.accept;

import cn.tongxin.demo.office.Entrance;
import cn.tongxin.demo.office.Events;
import cn.tongxin.demo.office.Http;
import cn.tongxin.demo.office.Intake;
import cn.tongxin.demo.office.Office;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** All committees of a file of events, with those above them, into one store; and what figures come of it. */
public final class EventsRun {
    private static final int HANDS = 4;

    private final Entrance entrance;
    private final Map<String, Office> offices = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final Map<String, Intake.Outcome> outcomes = new TreeMap<>();
    private final long startedAt = System.nanoTime();

    public EventsRun(Entrance entrance) {
        this.entrance = entrance;
    }

    /** False where something was refused, or, if {@code strict}, of a kind that the product does not know. */
    public boolean run(Path file, Path out, boolean strict) throws Exception {
        var events = Events.read(file);
        say(events.count() + " events, " + events.byCommittee().size() + " committees.");
        events.byCommittee().forEach(this::open);
        say(offices.size() + " committees opened, with those above them.");
        takeAll(events);
        say("All events sent.");
        var figures = new FiguresOut(offices, parents).read(events.byCommittee().keySet());
        Files.writeString(
                out, Http.JSON.copy().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(figures) + "\n");
        say(figures.size() + " figures written to " + out + ".");
        return report(events, strict);
    }

    private void open(String code, List<ObjectNode> events) {
        var created = events.stream()
                .filter(event -> event.path("do").asText().equals("committee.create"))
                .findFirst();
        var name = created.map(event -> event.path("name").asText("")).orElse("");
        if (!offices.containsKey(code)) {
            try {
                offices.put(code, open(code, name));
            } catch (Http.Refused no) {
                outcomes.put(code, Intake.Outcome.refused(events, String.valueOf(no.getMessage())));
                return;
            }
        }
        above(code, created.map(event -> event.path("parent").asText("")).orElse(""))
                .filter(this::stands)
                .findFirst()
                .ifPresent(parent -> parents.put(code, parent));
    }

    private Office open(String code, String name) {
        return Office.open(entrance, code, name.isEmpty() ? null : name, Office.People.of(code));
    }

    /** Whom the file names as the committee above, else whom the code of the division does. */
    private static Stream<String> above(String code, String named) {
        return Stream.of(named, code.substring(0, Math.min(4, code.length())) + "00", code.substring(0, 2) + "0000")
                .filter(parent -> !parent.isEmpty() && !parent.equals(code));
    }

    /** A committee above that the file does not create is created by the name that the directory knows. */
    private boolean stands(String parent) {
        try {
            offices.computeIfAbsent(parent, code -> open(code, ""));
            return true;
        } catch (Http.Refused noSuchDivision) {
            return false;
        }
    }

    /** The longest first, so that all hands are busy to the end. */
    private void takeAll(Events events) throws Exception {
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            var tasks = new LinkedHashMap<String, Future<Intake.Outcome>>();
            events.byCommittee().entrySet().stream()
                    .filter(each -> !outcomes.containsKey(each.getKey()))
                    .sorted(Comparator.comparing(each -> -each.getValue().size()))
                    .forEach(each -> {
                        var office = Objects.requireNonNull(offices.get(each.getKey()));
                        tasks.put(each.getKey(), hands.submit(() -> new Intake(office).take(each.getValue())));
                    });
            for (var task : tasks.entrySet()) {
                outcomes.put(task.getKey(), task.getValue().get());
            }
        }
    }

    private boolean report(Events events, boolean strict) {
        var unknown = new TreeMap<String, Integer>();
        var refused = events.unreadable().size();
        events.unreadable().forEach(line -> System.out.println("refused  " + line));
        for (var each : outcomes.entrySet()) {
            var outcome = each.getValue();
            System.out.println(each.getKey() + ": " + outcome.taken() + " events taken, "
                    + outcome.refused().size() + " refused.");
            outcome.refused().forEach(line -> System.out.println("  refused  " + line));
            refused += outcome.refused().size();
            outcome.unknown().forEach((kind, count) -> unknown.merge(kind, count, Integer::sum));
        }
        unknown.forEach((kind, count) -> System.out.println("unknown  %6d  %s".formatted(count, kind)));
        return refused == 0 && (!strict || unknown.isEmpty());
    }

    private void say(String line) {
        System.out.printf("%6.1f s  %s%n", (System.nanoTime() - startedAt) / 1e9, line);
    }
}
