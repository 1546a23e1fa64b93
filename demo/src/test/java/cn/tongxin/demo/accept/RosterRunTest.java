package cn.tongxin.demo.accept;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.demo.office.Entrance;
import cn.tongxin.stand.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small roster, brought in as bin/accept brings in a large one: every row is named, the sums are right, a second run changes nothing. */
class RosterRunTest {
    private static final Path JAR = Path.of("../backend/target/tongxin.jar");
    private static final Path SMALL = Path.of("src/test/resources/small-roster.csv");

    @Test
    void every_row_is_imported_refused_with_its_cell_or_asked(@TempDir Path folder) throws Exception {
        var said = new ByteArrayOutputStream();
        var console = System.out;
        boolean good;
        try (var bench = new Workbench(folder.resolve("store"), JAR, List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"))) {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            good = new RosterRun(Entrance.of(bench)).run(SMALL, "513300");
        } finally {
            System.setOut(console);
        }

        var report = said.toString(StandardCharsets.UTF_8);
        assertThat(good).as(report).isTrue();
        assertThat(report.lines())
                .as(report)
                .contains("row 3  imported  扎西", "row 4  imported  央金", "row 5  imported  卓玛")
                .anyMatch(line -> line.startsWith("row 6  refused  多吉  column F roster.phone-invalid"))
                .anyMatch(line -> line.startsWith("row 7  refused") && line.contains("column A roster.name-missing"))
                .anyMatch(line -> line.startsWith("row 8  refused  尼玛  column D roster.sector-unknown"))
                .contains(
                        "row 9  asked  洛桑  roster.phone-missing → IMPORT",
                        "row 10  asked  央宗  roster.co-opted → IMPORT")
                .contains("people 8 = imported 3 + refused 3 + asked 2")
                .contains("asked 2, answered as the clerk: 2 then imported, 0 left out")
                .contains("seats in the committee: 5")
                .contains("second run: imported 0, asked 0, refused 3, unchanged 5");
    }
}
