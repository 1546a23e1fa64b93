package cn.tongxin.demo.accept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the figures as everybody else does: from the committee's endpoint, its lists, and the table of its parent. */
final class FiguresOut {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<String, Office> offices;
    private final Map<String, String> parents;

    FiguresOut(Map<String, Office> offices, Map<String, String> parents) {
        this.offices = offices;
        this.parents = parents;
    }

    /** The figures of these committees, once the way up has come to rest: figures travel some seconds. */
    ArrayNode read(Iterable<String> committees) throws InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var figures = Http.JSON.createArrayNode();
            var arrived = true;
            for (var committee : committees) {
                arrived &= add(figures, committee);
            }
            if (arrived || System.nanoTime() > until) {
                figures.forEach(figure -> ((ObjectNode) figure)
                        .put("listed", listed(figure.path("committee").asText(), figure)));
                return figures;
            }
            Thread.sleep(1_000);
        }
    }

    /** False while the parent does not show what the committee itself says. */
    private boolean add(ArrayNode figures, String committee) {
        var parent = offices.get(parents.getOrDefault(committee, ""));
        var table = parent == null ? null : parent.staff().get("/api/rollup");
        var arrived = true;
        for (var figure : office(committee).staff().get("/api/indicators")) {
            var row = figures.addObject()
                    .put("committee", committee)
                    .put("key", figure.path("key").asText())
                    .put("basis", figure.path("basis").asText())
                    .put("period", figure.path("period").asText())
                    .put("n", figure.path("n").asLong());
            if (figure.has("N")) {
                row.put("N", figure.path("N").asLong());
            }
            var above = table == null ? null : parentN(table, committee, figure);
            row.put("parentN", above);
            arrived &= table == null || Long.valueOf(figure.path("n").asLong()).equals(above);
        }
        return arrived;
    }

    private static @Nullable Long parentN(JsonNode table, String committee, JsonNode figure) {
        for (var child : table.path("children")) {
            if (!child.path("committee").path("code").asText().equals(committee)) {
                continue;
            }
            for (var theirs : child.path("figures")) {
                if (theirs.path("key").equals(figure.path("key"))
                        && theirs.path("basis").equals(figure.path("basis"))
                        && theirs.path("period").equals(figure.path("period"))) {
                    return theirs.path("n").asLong();
                }
            }
        }
        return null;
    }

    private int listed(String committee, JsonNode figure) {
        var ids = new HashSet<String>();
        var address = "/api/indicators/" + figure.path("key").asText() + "/items?basis="
                + figure.path("basis").asText() + "&period="
                + figure.path("period").asText() + "&limit=100";
        var after = "";
        do {
            var page = office(committee).staff().get(after.isEmpty() ? address : address + "&after=" + after);
            page.path("items").forEach(item -> ids.add(item.path("id").asText()));
            after = page.path("next").asText("");
        } while (!after.isEmpty());
        return ids.size();
    }

    private Office office(String code) {
        return java.util.Objects.requireNonNull(offices.get(code));
    }
}
