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
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** What was measured: kept as JSON, printed beside the targets. */
public final class Report {
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
        targets = Files.exists(file) ? JSON.readTree(file.toFile()).path("foundation") : MissingNode.getInstance();
    }

    Row add(Row row) {
        rows.add(row);
        System.out.println(line(row));
        return row;
    }

    /** The phone client as it was built: the code of the first load, and what the home page then asks for. */
    public void phone(Path dist) throws IOException {
        if (!Files.isDirectory(dist)) {
            System.out.println("member-app/dist is missing: the phone client was not built, so it is not measured.");
            return;
        }
        var bytes = 0L;
        try (var files = Files.walk(dist)) {
            for (var file : files.filter(f -> f.toString().matches(".*\\.(html|js|css)"))
                    .toList()) {
                var packed = new ByteArrayOutputStream();
                try (var gzip = new GZIPOutputStream(packed)) {
                    gzip.write(Files.readAllBytes(file));
                }
                bytes += packed.size();
            }
        }
        add(Row.of("phone.first_load_kb", "KB gzip", List.of(bytes / 1024.0), 0));
    }

    public boolean isMet() {
        return rows.stream().allMatch(this::isMet);
    }

    private boolean isMet(Row row) {
        var target = targets.path(row.name());
        var value = row.value();
        return value != null
                && (!target.has("min") || value >= target.path("min").asDouble())
                && (!target.has("max") || value <= target.path("max").asDouble());
    }

    @Nullable
    Double value(String name) {
        return rows.stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .map(Row::value)
                .orElse(null);
    }

    public void write() throws IOException {
        var file = repository.resolve("target/bench.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writeValueAsString(rows) + "\n");
        System.out.println();
        rows.forEach(row -> System.out.println(line(row)));
        for (var names = targets.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (rows.stream().noneMatch(row -> row.name().equals(name))) {
                System.out.println("not measured   " + name);
            }
        }
        System.out.println("\nWritten to " + file);
    }

    private String line(Row row) {
        var target = targets.path(row.name());
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
