package cn.tongxin.demo.accept;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.demo.office.Entrance;
import cn.tongxin.demo.office.Http;
import cn.tongxin.stand.Workbench;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file as no office should keep it: what can be brought in is, the rest is named, and the figures follow. */
class EventsRunTest {
    private static final Path JAR = Path.of("../backend/target/tongxin.jar");
    private static final Path ODD = Path.of("src/test/resources/odd-events.jsonl");

    @Test
    void what_can_be_brought_in_counts_and_the_rest_is_named(@TempDir Path folder) throws Exception {
        var actual = folder.resolve("actual.json");
        var said = new ByteArrayOutputStream();
        var console = System.out;
        boolean clean;
        try (var bench = new Workbench(folder.resolve("store"), JAR, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"))) {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            clean = new EventsRun(Entrance.of(bench)).run(ODD, actual, false);
        } finally {
            System.setOut(console);
        }

        var report = said.toString(StandardCharsets.UTF_8);
        assertThat(clean).as(report).isFalse();
        assertThat(report.lines().filter(line -> line.contains("refused  ")))
                .as(report)
                .hasSize(6)
                .anyMatch(line -> line.contains("is no event"))
                .anyMatch(line -> line.contains("committee.create") && line.contains("division-unknown"))
                .anyMatch(line -> line.contains("proposal.receive X"))
                .anyMatch(line -> line.contains("proposal.receive Y: import.session-unknown"))
                .anyMatch(line -> line.contains("proposal.file A: import.day"))
                .anyMatch(line -> line.contains("reading.create_group G2"));
        assertThat(report).contains("unknown       2  weather.rain").contains("unknown       1  seat.suspend");

        var figures = figures(Http.JSON.readTree(actual.toFile()));
        assertThat(figures)
                .containsEntry("proposal.received session 15-1", "6")
                .containsEntry("proposal.received year 2022", "1")
                .containsEntry("proposal.received year 2023", "5")
                .containsEntry("proposal.filed session 15-1", "3")
                .containsEntry("proposal.merged session 15-1", "1")
                .containsEntry("proposal.not_filed session 15-1", "1")
                .containsEntry("proposal.key session 15-1", "1")
                .containsEntry("proposal.reply_rate session 15-1", "2/3")
                .containsEntry("proposal.satisfaction_rate session 15-1", "1/1")
                .containsEntry("reading.group year 2023", "1");
    }

    /** What the committee, its lists and the committee above say alike. */
    private static Map<String, String> figures(JsonNode actual) {
        var figures = new HashMap<String, String>();
        for (var figure : actual) {
            var n = figure.path("n").asText();
            var whole = figure.path("N").asText(n);
            assertThat(figure.path("listed").asText()).as(figure.toString()).isEqualTo(whole);
            assertThat(figure.path("parentN").asText()).as(figure.toString()).isEqualTo(n);
            figures.put(
                    figure.path("key").asText() + " " + figure.path("basis").asText() + " "
                            + figure.path("period").asText(),
                    figure.has("N") ? n + "/" + whole : n);
        }
        return figures;
    }
}
