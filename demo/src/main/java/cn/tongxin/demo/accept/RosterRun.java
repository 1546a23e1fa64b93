package cn.tongxin.demo.accept;

import cn.tongxin.demo.office.Entrance;
import cn.tongxin.demo.office.Http;
import cn.tongxin.demo.office.Office;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A roster into an empty committee, as a careful clerk brings it in: looks, opens the special committees that the roster
 * names, answers what is asked, commits the good rows. Then the same file once more, which must change and ask nothing.
 */
public final class RosterRun {
    private static final int TERM = 14;

    /** What this clerk says to each question; where the office alone could know, the row is left out. */
    private static final Map<String, String> ANSWERS = Map.of(
            "roster.co-opted", "IMPORT",
            "roster.resigned", "IMPORT_ENDED",
            "roster.phone-missing", "IMPORT",
            "roster.row-hidden", "SKIP",
            "roster.same-name", "SKIP",
            "roster.seat-ended", "SKIP",
            "roster.seat-differs", "KEEP");

    private final Entrance entrance;

    public RosterRun(Entrance entrance) {
        this.entrance = entrance;
    }

    /** False where a sum is wrong, or where the second run imports or asks anything. */
    public boolean run(Path file, String committee) throws IOException {
        var office = Office.open(entrance, committee, null, Office.People.of(committee));
        office.admin().post("/api/terms", Map.of("no", TERM));
        var first = upload(office, file);
        if (first.status() != 201) {
            System.out.println("file refused  " + first.body().path("code").asText() + "  "
                    + first.body().path("detail").asText());
            return false;
        }
        var report = open(office, first.body());
        var asked = questions(report);
        var done = commit(office, answer(office, report));
        var goodSums = print(done, asked);
        var seats = office.staff()
                .get("/api/seats?role=MEMBER&count=true&limit=1")
                .path("total")
                .asInt();
        System.out.println("seats in the committee: " + seats);

        var again = commit(office, upload(office, file).body()).path("counts");
        System.out.println("second run: imported " + again.path("imported").asInt() + ", asked "
                + again.path("asked").asInt() + ", refused "
                + again.path("refused").asInt() + ", unchanged "
                + again.path("unchanged").asInt());
        var after = office.staff()
                .get("/api/seats?role=MEMBER&count=true&limit=1")
                .path("total")
                .asInt();
        return goodSums
                && seats == after
                && seats == done.path("counts").path("imported").asInt()
                && again.path("imported").asInt()
                                + again.path("asked").asInt()
                                + again.path("updated").asInt()
                        == 0;
    }

    private static Http.Answer upload(Office office, Path file) throws IOException {
        var name = URLEncoder.encode(file.getFileName().toString(), StandardCharsets.UTF_8);
        return office.staff().upload("/api/roster-imports?fileName=" + name, Files.readAllBytes(file));
    }

    /** Opens what several rows name and the committee has not got yet. What one row alone names may be a slip: it is refused. */
    private static JsonNode open(Office office, JsonNode report) {
        for (var unknown : report.path("unknown")) {
            if (unknown.path("rows").asInt() < 2) {
                continue;
            }
            var noun = unknown.path("field").asText().equals("SECTOR") ? "sectors" : "special-committees";
            office.admin()
                    .post("/api/" + noun, Map.of("name", unknown.path("name").asText()));
            System.out.println("opened  " + unknown.path("name").asText() + "  (named by "
                    + unknown.path("rows").asInt() + " rows)");
        }
        return office.staff().get("/api/roster-imports/" + report.path("id").asText());
    }

    private static Map<String, List<String>> questions(JsonNode report) {
        var asked = new HashMap<String, List<String>>();
        for (var row : report.path("rows")) {
            if (row.path("outcome").asText().equals("ASKED")) {
                row.path("questions")
                        .forEach(question -> asked.computeIfAbsent(key(row), _ -> new ArrayList<>())
                                .add(question.path("code").asText()));
            }
        }
        return asked;
    }

    private static JsonNode answer(Office office, JsonNode report) {
        var answers = new ArrayList<Map<String, Object>>();
        for (var row : report.path("rows")) {
            if (row.path("outcome").asText().equals("ASKED")) {
                row.path("questions")
                        .forEach(question -> answers.add(Map.of(
                                "sheet", row.path("sheet").asText(),
                                "row", row.path("row").asInt(),
                                "code", question.path("code").asText(),
                                "answer",
                                        ANSWERS.getOrDefault(
                                                question.path("code").asText(), "SKIP"))));
            }
        }
        return answers.isEmpty()
                ? report
                : office.staff()
                        .put(
                                "/api/roster-imports/" + report.path("id").asText() + "/answers",
                                Map.of("answers", answers));
    }

    private static JsonNode commit(Office office, JsonNode report) {
        return office.staff()
                .post("/api/roster-imports/" + report.path("id").asText() + "/commit", Map.of("mode", "GOOD_ROWS"));
    }

    private static boolean print(JsonNode report, Map<String, List<String>> asked) {
        var several = report.path("rows").findValuesAsText("sheet").stream()
                        .distinct()
                        .count()
                > 1;
        var counts = new TreeMap<String, Integer>();
        for (var row : report.path("rows")) {
            var outcome = row.path("outcome").asText();
            var questions = asked.get(key(row));
            var said = questions != null ? "asked" : words(outcome);
            counts.merge(said, 1, Integer::sum);
            System.out.println((several ? row.path("sheet").asText() + " " : "") + "row "
                    + row.path("row").asInt() + "  " + said + "  "
                    + row.path("name").asText() + detail(row, outcome, questions));
        }
        var people = report.path("counts").path("people").asInt();
        var imported = counts.getOrDefault("imported", 0);
        var refused = counts.getOrDefault("refused", 0);
        var toAsk = counts.getOrDefault("asked", 0);
        System.out.println();
        System.out.println(
                "people " + people + " = imported " + imported + " + refused " + refused + " + asked " + toAsk);
        System.out.println("asked " + toAsk + ", answered as the clerk: " + ended(report, asked, "IMPORTED")
                + " then imported, " + ended(report, asked, "SKIPPED") + " left out");
        System.out.println("rows that are nobody: " + counts.getOrDefault("nobody", 0));
        return people == imported + refused + toAsk;
    }

    private static long ended(JsonNode report, Map<String, List<String>> asked, String outcome) {
        var count = 0L;
        for (var row : report.path("rows")) {
            count += asked.containsKey(key(row)) && row.path("outcome").asText().equals(outcome) ? 1 : 0;
        }
        return count;
    }

    private static String detail(JsonNode row, String outcome, @Nullable List<String> questions) {
        var detail = new StringBuilder();
        if (questions != null) {
            for (var code : questions) {
                detail.append("  ").append(code).append(" → ").append(ANSWERS.getOrDefault(code, "SKIP"));
            }
            return detail.toString();
        }
        if (Set.of("REFUSED", "NOT_A_PERSON").contains(outcome)) {
            for (var problem : row.path("problems")) {
                detail.append("  ");
                if (problem.hasNonNull("column")) {
                    detail.append("column ")
                            .append(problem.path("column").asText())
                            .append(' ');
                }
                detail.append(problem.path("code").asText())
                        .append(' ')
                        .append(problem.path("reason").asText());
            }
        }
        return detail.toString();
    }

    private static String words(String outcome) {
        return switch (outcome) {
            case "IMPORTED" -> "imported";
            case "REFUSED" -> "refused";
            case "NOT_A_PERSON" -> "nobody";
            default -> outcome.toLowerCase(Locale.ROOT);
        };
    }

    private static String key(JsonNode row) {
        return row.path("sheet").asText() + "!" + row.path("row").asInt();
    }
}
