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
    private static final Path SMALL = Path.of("src/test/resources/small-events.jsonl");
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

    @Test
    void a_small_file_without_a_fault_gives_the_figures_that_one_counts_by_hand(@TempDir Path folder) throws Exception {
        var actual = folder.resolve("actual.json");
        var said = new ByteArrayOutputStream();
        var console = System.out;
        boolean clean;
        try (var bench = new Workbench(folder.resolve("store"), JAR, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"))) {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            clean = new EventsRun(Entrance.of(bench)).run(SMALL, actual, true);
        } finally {
            System.setOut(console);
        }
        assertThat(clean).as(said.toString(StandardCharsets.UTF_8)).isTrue();
        var all = Http.JSON.readTree(actual.toFile());
        assertThat(figures(all, "532900"))
                .as("five handed in, one of them withdrawn; three filed, two of them replied and rated")
                .containsEntry("proposal.received session 15-1", "4")
                .containsEntry("proposal.filed session 15-1", "3")
                .containsEntry("proposal.not_filed session 15-1", "1")
                .containsEntry("proposal.reply_rate session 15-1", "2/3")
                .containsEntry("proposal.satisfaction_rate session 15-1", "1/2")
                .containsEntry("opinion.submitted year 2023", "3")
                .containsEntry("opinion.submitted year 2022", "1")
                .containsEntry("opinion.adopted year 2023", "2")
                .containsEntry("opinion.escalated year 2023", "1")
                .containsEntry("opinion.instructed year 2023", "1")
                .containsEntry("case.resolved_by_opinion year 2023", "1")
                .containsEntry("reading.group year 2023", "1")
                .containsEntry("reading.rota_session year 2023", "1")
                .containsEntry("study.reading_list_category year 2023", "2");
        assertThat(figures(all, "532901"))
                .as("two handed in and filed, one filing taken back; one report used in the county alone")
                .containsEntry("proposal.received session 15-1", "2")
                .containsEntry("proposal.filed session 15-1", "1")
                .containsEntry("opinion.submitted year 2023", "1")
                .doesNotContainKey("opinion.adopted year 2023");
    }

    private static Map<String, String> figures(JsonNode actual) {
        return figures(actual, "532900");
    }

    /** What a committee, its lists and the committee above say alike. */
    private static Map<String, String> figures(JsonNode actual, String committee) {
        var figures = new HashMap<String, String>();
        for (var figure : actual) {
            if (!figure.path("committee").asText().equals(committee)) {
                continue;
            }
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
