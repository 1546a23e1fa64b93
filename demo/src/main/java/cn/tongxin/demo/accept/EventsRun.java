package cn.tongxin.demo.accept;

import cn.tongxin.stand.Workbench;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** All committees of a file of events, with those above them, into one store; and what figures come of it. */
public final class EventsRun {
    private final Workbench bench;
    private final Map<String, Office> offices = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();

    public EventsRun(Workbench bench) {
        this.bench = bench;
    }

    /** False where something was refused, or, if {@code strict}, of a kind that the product does not know. */
    public boolean run(Path file, Path out, boolean strict) throws Exception {
        var events = Events.read(file);
        System.out.println(events.count() + " lines, " + events.byCommittee().size() + " committees.");
        openAll(events);
        var outcomes = inTurn(events);
        var figures = new FiguresOut(offices, parents).read(outcomes.keySet());
        Files.writeString(
                out, Http.JSON.copy().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(figures) + "\n");
        System.out.println(figures.size() + " figures written to " + out + ".");
        return report(outcomes, strict);
    }

    private void openAll(Events events) {
        var names = new LinkedHashMap<String, String>();
        events.byCommittee().forEach((code, own) -> {
            names.putIfAbsent(code, "");
            own.stream()
                    .filter(event -> event.path("do").asText().equals("committee.create"))
                    .forEach(event -> note(names, code, event));
        });
        names.forEach((code, name) -> {
            offices.put(code, Office.open(bench, code, name.isEmpty() ? null : name));
            System.out.println("  " + code + " " + name);
        });
    }

    /** A parent that the file does not create is created without a name of its own: the directory knows one. */
    private void note(Map<String, String> names, String code, ObjectNode event) {
        names.put(code, event.path("name").asText(""));
        var parent = event.path("parent").asText("");
        if (!parent.isEmpty()) {
            parents.put(code, parent);
            names.putIfAbsent(parent, "");
        }
    }

    private Map<String, Intake.Outcome> inTurn(Events events) throws Exception {
        var outcomes = new TreeMap<String, Intake.Outcome>();
        try (var hands = Executors.newFixedThreadPool(3)) {
            var tasks = new LinkedHashMap<String, java.util.concurrent.Future<Intake.Outcome>>();
            for (var each : events.byCommittee().entrySet()) {
                var office = java.util.Objects.requireNonNull(offices.get(each.getKey()));
                Callable<Intake.Outcome> intake = () -> new Intake(office).take(each.getValue());
                tasks.put(each.getKey(), hands.submit(intake));
            }
            for (var task : tasks.entrySet()) {
                outcomes.put(task.getKey(), task.getValue().get());
            }
        }
        return outcomes;
    }

    private static boolean report(Map<String, Intake.Outcome> outcomes, boolean strict) {
        var unknown = new TreeMap<String, Integer>();
        var refused = 0;
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
}
