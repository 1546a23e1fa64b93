package cn.tongxin.seat;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** The largest roster that is taken: 5,000 people. */
class RosterSizeTest {
    private static final int PEOPLE = 5_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final TestCommittee ganzi = Stage.committee();
    private final Person office = ganzi.staff("卓玛", Role.TENANT_ADMIN);

    RosterSizeTest() {
        office.post("/api/terms", body("no", 14)).expect(201);
        office.post("/api/sectors", body("name", "教育")).expect(201);
        office.post("/api/special-committees", body("name", "经济委员会")).expect(201);
    }

    @Test
    void five_thousand_people_come_in_within_half_a_minute_and_a_second_run_changes_nothing() throws IOException {
        var file = roster(PEOPLE);
        var before = System.nanoTime();
        var done = takeIn(file);
        var took = Duration.ofNanos(System.nanoTime() - before);
        assertThat(done.at("/counts/imported").asInt()).isEqualTo(PEOPLE);
        assertThat(took).isLessThan(LIMIT);
        assertThat(ganzi.number("select count(*) from seat where term_no = 14")).isEqualTo(PEOPLE);

        before = System.nanoTime();
        var again = takeIn(file);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LIMIT);
        assertThat(again.at("/counts/unchanged").asInt()).isEqualTo(PEOPLE);
        assertThat(ganzi.number("select count(*) from seat where term_no = 14")).isEqualTo(PEOPLE);
    }

    @Test
    void one_person_more_is_refused_by_row() throws IOException {
        assertThat(upload(roster(PEOPLE + 1))
                        .refused(422, "roster.too-many-rows")
                        .text())
                .contains("row " + (PEOPLE + 2))
                .contains("5,001st");
    }

    private Answer takeIn(byte[] file) {
        var report = upload(file).expect(201);
        return office.post("/api/roster-imports/" + report.id() + "/commit", body("mode", "ALL_OR_NOTHING"))
                .expect(200);
    }

    private Answer upload(byte[] file) {
        return office.upload("/api/roster-imports?fileName=roster.xlsx", file);
    }

    private static byte[] roster(int people) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("名册");
            fill(sheet, 0, "姓名", "性别", "民族", "出生年月", "界别", "所在专委会", "工作单位及职务", "手机号码");
            for (var row = 1; row <= people; row++) {
                fill(
                        sheet,
                        row,
                        name(row),
                        row % 2 == 0 ? "女" : "男",
                        "藏族",
                        "1966.12",
                        "教育界",
                        "经济委员会",
                        "第" + row + "小学教师",
                        "199" + (10_000_000 + row));
            }
        }
        return out.toByteArray();
    }

    private static void fill(Worksheet sheet, int row, String... values) {
        for (var column = 0; column < values.length; column++) {
            sheet.value(row, column, values[column]);
        }
    }

    /** Names of two characters, each a different one. */
    private static String name(int number) {
        return new StringBuilder()
                .appendCodePoint(0x4E00 + number / 100)
                .appendCodePoint(0x6000 + number % 100)
                .toString();
    }
}
