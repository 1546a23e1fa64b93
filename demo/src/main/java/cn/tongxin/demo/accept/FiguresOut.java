package cn.tongxin.demo.accept;

import cn.tongxin.demo.office.Http;
import cn.tongxin.demo.office.Office;
import cn.tongxin.stand.Wait;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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

    /** The figures of these committees, each once it has arrived at the committee above: figures travel some seconds. */
    ArrayNode read(Iterable<String> committees) throws InterruptedException {
        var figures = Http.JSON.createArrayNode();
        for (var committee : committees) {
            var office = offices.get(committee);
            if (office != null) {
                Wait.upTo(PATIENCE, () -> hasArrived(office));
                add(figures, office);
            }
        }
        return figures;
    }

    private boolean hasArrived(Office office) {
        var above = above(office);
        return above.isMissingNode()
                || office.staff()
                        .get("/api/indicators")
                        .valueStream()
                        .allMatch(figure ->
                                Long.valueOf(figure.path("n").asLong()).equals(parentN(above, office.code(), figure)));
    }

    private void add(ArrayNode figures, Office office) {
        var above = above(office);
        for (var figure : office.staff().get("/api/indicators")) {
            var row = figures.addObject()
                    .put("committee", office.code())
                    .put("key", figure.path("key").asText())
                    .put("basis", figure.path("basis").asText())
                    .put("period", figure.path("period").asText())
                    .put("n", figure.path("n").asLong());
            if (figure.has("N")) {
                row.put("N", figure.path("N").asLong());
            }
            row.put("listed", listed(office, figure));
            row.put("parentN", parentN(above, office.code(), figure));
        }
    }

    /** The table of the committee above; missing where there is none. */
    private JsonNode above(Office office) {
        var parent = offices.get(parents.getOrDefault(office.code(), ""));
        return parent == null ? MissingNode.getInstance() : parent.staff().get("/api/rollup");
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

    private static int listed(Office office, JsonNode figure) {
        var ids = new HashSet<String>();
        var address = "/api/indicators/" + figure.path("key").asText() + "/items?basis="
                + figure.path("basis").asText() + "&period="
                + figure.path("period").asText() + "&limit=100";
        var after = "";
        do {
            var page = office.staff().get(after.isEmpty() ? address : address + "&after=" + after);
            page.path("items").forEach(item -> ids.add(item.path("id").asText()));
            after = page.path("next").asText("");
        } while (!after.isEmpty());
        return ids.size();
    }
}
