package cn.tongxin.demo.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** What was measured: kept as JSON, printed beside the targets. */
public final class Report {
    private static final Pattern ASKED =
            Pattern.compile("(?:\\b(?:from|import)\\s*|(?:src|href)=)\"[^\"]*?([^\"/]+\\.(?:js|css))\"");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path repository;
    private final JsonNode targets;
    private final List<Row> rows = new ArrayList<>();

    public Report(Path repository) throws IOException {
        this.repository = repository;
        var file = Path.of(System.getenv()
                .getOrDefault(
                        "TONGXIN_BENCH_TARGETS",
                        repository.resolve("../shared/bench-targets.json").toString()));
        targets = Files.exists(file) ? JSON.readTree(file.toFile()) : MissingNode.getInstance();
    }

    void add(Row row) {
        rows.add(row);
        System.out.println(line(row));
    }

    /** What the phone client loads at first, gzipped: what its page names, and what that asks for at once. */
    public void phone(Path dist) throws IOException {
        if (!Files.isDirectory(dist)) {
            System.out.println("member-app/dist is missing: the phone client was not built, so it is not measured.");
            return;
        }
        var first = new TreeSet<Path>();
        collect(dist, dist.resolve("index.html"), first);
        var bytes = 0L;
        for (var file : first) {
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write(Files.readAllBytes(file));
            }
            bytes += packed.size();
        }
        add(Row.of("phone.first_load_kb", "KB gzip", List.of(bytes / 1024.0), 0));
    }

    /** {@code import(…)} comes later, and only where it is needed. */
    private static void collect(Path dist, Path file, Set<Path> first) throws IOException {
        if (first.add(file)) {
            var names = ASKED.matcher(Files.readString(file));
            while (names.find()) {
                collect(dist, dist.resolve("assets").resolve(names.group(1)), first);
            }
        }
    }

    /** Lines that somebody else has measured. */
    public void take(Path file) throws IOException {
        for (var line : JSON.readTree(file.toFile())) {
            add(JSON.treeToValue(line, Row.class));
        }
    }

    public boolean isMet() {
        return rows.stream().allMatch(this::isMet);
    }

    /** No target is without its row. */
    public boolean isWhole() {
        return missing().isEmpty();
    }

    private JsonNode target(Row row) {
        for (var group : targets) {
            if (group.has(row.name())) {
                return group.path(row.name());
            }
        }
        return MissingNode.getInstance();
    }

    private boolean isMet(Row row) {
        var target = target(row);
        var value = row.value();
        return value != null
                && (!target.has("min") || value >= target.path("min").asDouble())
                && (!target.has("max") || value <= target.path("max").asDouble());
    }

    public void write() throws IOException {
        var file = repository.resolve("target/bench.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(rows) + "\n");
        System.out.println();
        rows.forEach(row -> System.out.println(line(row)));
        missing().forEach(name -> System.out.println("not measured   " + name));
        rows.stream()
                .filter(row -> row.name().startsWith("baseline.") && !isMet(row))
                .forEach(row -> System.out.println("This machine did not reach " + row.name()
                        + ": the run's figures per second say nothing of the service, the ratios do."));
        System.out.println("\nWritten to " + file);
    }

    /** Of the groups that were measured at all. */
    private List<String> missing() {
        var missing = new ArrayList<String>();
        var measured = rows.stream().map(Row::name).toList();
        for (var group : targets) {
            var names = new ArrayList<String>();
            group.fieldNames().forEachRemaining(names::add);
            if (names.removeAll(measured)) {
                missing.addAll(names);
            }
        }
        return missing;
    }

    private String line(Row row) {
        var target = target(row);
        var wanted = target.isMissingNode()
                ? ""
                : target.has("min")
                        ? "at least " + target.path("min").asText()
                        : "at most " + target.path("max").asText();
        return "%-14s %-26s %12s %-10s %-16s %-24s %s"
                .formatted(
                        target.isMissingNode() ? "" : isMet(row) ? "met" : "NOT MET",
                        row.name(),
                        row.value() == null ? "void" : row.value(),
                        row.unit(),
                        wanted,
                        row.spread(),
                        row.errors() > 0 ? row.errors() + " errors" : "");
    }
}
