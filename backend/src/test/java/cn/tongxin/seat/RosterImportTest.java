package cn.tongxin.seat;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** An office brings in its roster: look, correct, answer, commit, and the same file again. */
class RosterImportTest {
    private static final String MESSY = """
            政协某某州第十四届委员会委员名册,,,,,,
            姓 名,性别,民族,界别,所在专委会,联系电话,备注
            次仁多吉,男,藏族,农业和农村界,农业和农村委员会,19900020001,
            次仁多吉,男,藏族,医药卫生,教科卫体委员会、经济委员会,+86 199-0002-0002,
            曲比·阿依,女,彝族,妇联,经济委员会,1990002000,
            ,男,汉族,教育,经济委员会,19900020005,
            格桑央金,女,藏族,不存在的界别,经济委员会,19900020006,
            "=HYPERLINK(""http://x"")",男,汉族,教育,经济委员会,19900020007,
            白玛拉姆,女,藏族,教育,经济委员会,19900020001,
            央宗,女,藏族,教育,经济委员会,19900020008,2023年6月增补
            旺堆,男,藏族,教育,经济委员会,19900020009,辞去委员
            合计,,,,,9,
            """;

    private final TestCommittee ganzi = Stage.committee();
    private final Person office = ganzi.staff("卓玛", Role.TENANT_ADMIN);

    RosterImportTest() {
        office.post("/api/terms", body("no", 14)).expect(201);
        for (var sector : List.of("农业和农村", "医药卫生", "妇联", "教育")) {
            office.post("/api/sectors", body("name", sector)).expect(201);
        }
        for (var committee : List.of("农业和农村委员会", "教科卫体委员会", "经济委员会")) {
            office.post("/api/special-committees", body("name", committee)).expect(201);
        }
    }

    @Test
    void each_row_is_imported_refused_with_its_cell_or_asked_and_a_second_run_changes_nothing() {
        var report = upload("名册.csv", MESSY.getBytes(Charset.forName("GBK"))).expect(201);
        assertThat(outcomes(report))
                .containsExactly(
                        "1 NOT_A_PERSON roster.not-a-person",
                        "3 IMPORTED roster.told-apart",
                        "4 IMPORTED roster.told-apart",
                        "5 REFUSED F roster.phone-invalid",
                        "6 REFUSED A roster.name-missing",
                        "7 REFUSED D roster.sector-unknown",
                        "8 REFUSED A roster.cell-formula",
                        "9 REFUSED F roster.phone-duplicate",
                        "10 ASKED roster.co-opted",
                        "11 ASKED roster.resigned",
                        "12 NOT_A_PERSON roster.not-a-person");
        assertThat(ganzi.number("select count(*) from seat where term_no = 14")).isZero();
        var path = "/api/roster-imports/" + report.id();
        office.post(path + "/commit", body("mode", "ALL_OR_NOTHING")).refused(409, "roster.not-all-good");

        var answered = office.put(
                        path + "/answers",
                        body(
                                "answers",
                                List.of(
                                        body("row", 10, "code", "roster.co-opted", "answer", "IMPORT"),
                                        body("row", 11, "code", "roster.resigned", "answer", "IMPORT_ENDED"))))
                .expect(200);
        assertThat(answered.at("/counts/asked").asInt()).isZero();
        var head = ganzi.historyHead();
        var done = office.post(path + "/commit", body("mode", "GOOD_ROWS")).expect(200);
        assertThat(done.at("/counts/imported").asInt()).isEqualTo(4);
        assertThat(done.at("/counts/people").asInt()).isEqualTo(9);
        assertThat(ganzi.historyHead()).isEqualTo(head + 1);
        office.post(path + "/commit", body("mode", "GOOD_ROWS")).expect(200);
        assertThat(ganzi.historyHead()).isEqualTo(head + 1);
        assertThat(ganzi.number("select count(*) from seat where term_no = 14")).isEqualTo(4);
        assertThat(ganzi.number("select count(*) from seat where status = 'ENDED' and end_reason = 'RESIGNED'"))
                .isEqualTo(1);
        assertThat(ganzi.number("select count(*) from roster_import where file is not null"))
                .isZero();

        var again = upload("名册.csv", MESSY.getBytes(Charset.forName("GBK"))).expect(201);
        assertThat(again.at("/counts/imported").asInt()).isZero();
        assertThat(again.at("/counts/asked").asInt()).isZero();
        assertThat(again.at("/counts/unchanged").asInt()).isEqualTo(4);
        office.post("/api/roster-imports/" + again.id() + "/commit", body("mode", "GOOD_ROWS"))
                .expect(200);
        assertThat(ganzi.number("select count(*) from seat where term_no = 14")).isEqualTo(4);
    }

    @Test
    void what_is_imported_is_activated_by_one_decision() {
        var report = upload("a.csv", csv("姓名,界别,手机,职务", "扎西,教育,19900020001,常务委员", "卓玛,教育,19900020002,委员"))
                .expect(201);
        var path = "/api/roster-imports/" + report.id();
        office.put(path + "/activation", decision()).refused(409, "roster.not-committed");
        office.post(path + "/commit", body("mode", "ALL_OR_NOTHING")).expect(200);
        office.put(path + "/activation", body()).refused(422, "fields.invalid").naming("decisionDocument", "decidedOn");
        assertThat(office.put(path + "/activation", decision())
                        .expect(200)
                        .at("/seats")
                        .asInt())
                .isEqualTo(2);
        assertThat(office.put(path + "/activation", decision())
                        .expect(200)
                        .at("/seats")
                        .asInt())
                .isZero();
        var seats = office.get("/api/seats?status=ACTIVE&role=STANDING_MEMBER").expect(200);
        assertThat(seats.json().findValuesAsText("name")).contains("扎西").doesNotContain("卓玛");
    }

    @Test
    void the_clerk_changes_how_columns_are_read() {
        var report = upload("a.csv", csv("某某县名单", "某人,单位甲,19900020001,教育", "另一人,单位乙,19900020002,教育"))
                .expect(201);
        assertThat(report.at("/counts/people").asInt()).isZero();
        assertThat(report.at("/sheets/0/preview/1/0").asText()).isEqualTo("某人");
        var path = "/api/roster-imports/" + report.id() + "/columns";
        office.put(path, body("sheets", List.of(body("name", "没有", "headerRow", 1, "columns", Map.of("A", "PHONE")))))
                .refused(422, "fields.invalid")
                .naming("sheets[0].name", "sheets[0].columns");

        var read = office.put(
                        path,
                        body(
                                "sheets",
                                List.of(body(
                                        "name",
                                        "",
                                        "headerRow",
                                        1,
                                        "columns",
                                        Map.of("A", "NAME", "B", "EMPLOYMENT", "C", "PHONE", "D", "SECTOR")))))
                .expect(200);

        assertThat(outcomes(read)).containsExactly("2 IMPORTED ", "3 IMPORTED ");
        assertThat(office.get("/api/roster-imports/" + report.id())
                        .expect(200)
                        .at("/counts/imported")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void a_workbook_with_hidden_sheets_rows_and_groups_is_read_as_a_person_would() {
        var bytes = workbook(workbook -> {
            var sheet = workbook.newWorksheet("名册");
            fill(sheet, 0, "委员名册");
            fill(sheet, 1, "序号", "姓名", "界别", "出生年月", "手机号码");
            fill(sheet, 2, 1, "扎西", "教育", "1966.12", 19900020001L);
            fill(sheet, 3, 2, "卓玛", "教育", "1989年4月", 19900020002L);
            sheet.hideRow(3);
            fill(sheet, 4, "合计", 2);
            var hidden = workbook.newWorksheet("旧");
            fill(hidden, 0, "姓名", "界别");
            fill(hidden, 1, "旧人", "教育");
            hidden.setVisibilityState(org.dhatim.fastexcel.VisibilityState.HIDDEN);
        });
        var report = upload("名册.xlsx", bytes).expect(201);
        assertThat(outcomes(report))
                .containsExactly(
                        "1 NOT_A_PERSON roster.not-a-person",
                        "3 IMPORTED ",
                        "4 ASKED roster.row-hidden",
                        "5 NOT_A_PERSON roster.not-a-person");
        assertThat(report.at("/sheets/1/hidden").asBoolean()).isTrue();
    }

    @Test
    void the_report_is_a_table_in_which_no_cell_can_run() {
        var report = upload("a.csv", csv("姓名,界别", "\"@SUM(1)\",=cmd|x")).expect(201);
        var csv =
                office.get("/api/roster-imports/" + report.id() + "/report.csv").expect(200);
        assertThat(csv.header("content-type")).startsWith("text/csv");
        assertThat(csv.text()).startsWith("\uFEFF工作表,行,姓名,结果").contains("不能导入").contains("roster.cell-formula");
        assertThat(csv.text().lines()).noneMatch(line -> line.matches(".*,[=+@-].*"));
    }

    @Test
    void a_changed_row_of_a_known_member_is_asked_about() {
        commit(upload("a.csv", csv("姓名,界别,手机", "扎西,教育,19900020001")).expect(201));
        var report = upload("b.csv", csv("姓名,界别,手机", "扎西,妇联,19900020001", "扎西,妇联,19900020002", "别人,教育,19900020001"))
                .expect(201);
        assertThat(outcomes(report))
                .containsExactly(
                        "2 ASKED roster.told-apart roster.seat-differs",
                        "3 IMPORTED roster.told-apart",
                        "4 REFUSED C roster.phone-duplicate");
        office.put(
                        "/api/roster-imports/" + report.id() + "/answers",
                        body("answers", List.of(body("row", 2, "code", "roster.seat-differs", "answer", "UPDATE"))))
                .expect(200);
        office.put(
                        "/api/roster-imports/" + report.id() + "/answers",
                        body("answers", List.of(body("row", 99, "code", "roster.resigned", "answer", "UPDATE"))))
                .refused(422, "fields.invalid")
                .naming("answers[0].row");
        var done = commit(report);
        assertThat(done.at("/counts/updated").asInt()).isEqualTo(1);
        var namesake = upload("c.csv", csv("姓名,界别,手机", "扎西,妇联,19900020003")).expect(201);
        assertThat(outcomes(namesake)).containsExactly("2 ASKED roster.same-name");
        assertThat(namesake.at("/rows/0/questions/0/seats")).hasSize(2);
        var chosen = namesake.at("/rows/0/questions/0/seats/0/id").asText();
        office.put(
                        "/api/roster-imports/" + namesake.id() + "/answers",
                        body(
                                "answers",
                                List.of(body(
                                        "row",
                                        2,
                                        "code",
                                        "roster.same-name",
                                        "answer",
                                        "SAME_PERSON",
                                        "seatId",
                                        chosen))))
                .expect(200);
        commit(namesake);
        assertThat(office.get("/api/seats/" + chosen + "/phone")
                        .expect(200)
                        .at("/phone")
                        .asText())
                .isEqualTo("19900020003");
        office.put("/api/roster-imports/" + namesake.id() + "/answers", body("answers", List.of()))
                .refused(409, "roster.committed");
    }

    @Test
    void files_that_are_no_rosters_are_refused_by_code() {
        upload("a.xlsx", csv("姓名,界别")).refused(422, "table.not-what-it-says");
        upload("a.csv", zip(new byte[10])).refused(422, "table.not-what-it-says");
        upload("a.xlsx", zip(new byte[100 * 1024 * 1024])).refused(422, "table.bomb");
        upload("a.txt", csv("姓名,界别")).refused(422, "table.kind-unknown");
        upload("a.csv", new byte[0]).refused(400, "request.malformed");
        upload("a.csv", ("姓名,界别\n" + "扎西,教育\n".repeat(5_001)).getBytes(StandardCharsets.UTF_8))
                .refused(422, "roster.too-many-rows");
        assertThat(upload("a.csv", ("姓名,界别\n" + "扎西,教育\n".repeat(5_001)).getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("5002");
    }

    @Test
    void only_the_keepers_of_the_roster_import_and_only_their_own_committees() {
        var report = upload("a.csv", csv("姓名,界别", "扎西,教育")).expect(201);
        ganzi.member("扎西").get("/api/roster-imports/" + report.id()).refused(403, "policy.not-allowed");
        ganzi.staff("提案委", Role.PROPOSAL_STAFF)
                .upload("/api/roster-imports?fileName=a.csv", csv("姓名,界别"))
                .refused(403, "policy.not-allowed");
        Stage.committee()
                .staff("别处", Role.TENANT_ADMIN)
                .get("/api/roster-imports/" + report.id())
                .refused(404, "not-found");
        var id = Ids.next();
        office.upload("/api/roster-imports?fileName=a.csv&id=" + id, csv("姓名,界别", "扎西,教育"))
                .expect(201);
        office.upload("/api/roster-imports?fileName=a.csv&id=" + id, csv("姓名,界别", "扎西,教育"))
                .expect(201);
        office.upload("/api/roster-imports?fileName=b.csv&id=" + id, csv("姓名,界别", "扎西,教育"))
                .refused(409, "id.taken");
        Stage.committee()
                .staff("新来", Role.TENANT_ADMIN)
                .upload("/api/roster-imports?fileName=a.csv", csv("姓名,界别", "扎西,教育"))
                .refused(409, "roster.no-term");
    }

    @Test
    void an_account_behind_a_phone_makes_no_difference() {
        var hash = Stage.shared().bean(cn.tongxin.shared.Crypto.class).keyedHash("19900020077");
        ganzi.inside("update account set phone_hash = ? where id = ?", hash, office.account());
        var known = upload("a.csv", csv("姓名,界别,手机", "扎西,教育,19900020077")).expect(201);
        var unknown = upload("a.csv", csv("姓名,界别,手机", "扎西,教育,19900020078")).expect(201);
        assertThat(known.at("/rows")).isEqualTo(unknown.at("/rows"));
        assertThat(commit(known).at("/rows/0/outcome"))
                .isEqualTo(commit(upload("b.csv", csv("姓名,界别,手机", "卓玛,教育,19900020078"))
                                .expect(201))
                        .at("/rows/0/outcome"));
        assertThat(
                        ganzi.number(
                                "select count(*) from seat_directory d join seat s on s.id = d.seat_id where s.name = '扎西' and d.account_id is not null"))
                .isZero();
    }

    @Test
    void five_thousand_rows_with_three_bad_ones_take_less_than_thirty_seconds() {
        var bytes = workbook(workbook -> {
            var sheet = workbook.newWorksheet("名册");
            fill(sheet, 0, "姓名", "性别", "民族", "出生年月", "界别", "专委会", "手机号码");
            for (var i = 1; i <= 5_000; i++) {
                var sector = i == 100 ? "不存在" : "教育界";
                Object phone = i == 2_000 ? "123" : 13_000_000_000L + i;
                fill(
                        sheet,
                        i,
                        i == 4_999 ? "" : i % 2 == 0 ? "扎西" + (char) (0x4E00 + i) : "卓玛",
                        "男",
                        "藏",
                        "1980.05",
                        sector,
                        "经济委员会、教科卫体委员会",
                        phone);
            }
        });
        var done = assertTimeout(
                Duration.ofSeconds(30), () -> commit(upload("大.xlsx", bytes).expect(201)));
        assertThat(done.at("/counts/imported").asInt()).isEqualTo(4_997);
        assertThat(done.at("/counts/refused").asInt()).isEqualTo(3);
        assertThat(upload("大.xlsx", bytes).expect(201).at("/counts/unchanged").asInt())
                .isEqualTo(4_997);
    }

    private Answer upload(String name, byte[] bytes) {
        return office.upload("/api/roster-imports?fileName=" + URLEncoder.encode(name, StandardCharsets.UTF_8), bytes);
    }

    private Answer commit(Answer report) {
        return office.post("/api/roster-imports/" + report.id() + "/commit", body("mode", "GOOD_ROWS"))
                .expect(200);
    }

    private static List<String> outcomes(Answer report) {
        return StreamSupport.stream(report.at("/rows").spliterator(), false)
                .map(RosterImportTest::said)
                .toList();
    }

    private static String said(JsonNode row) {
        var said = new StringBuilder(row.path("row").asText())
                .append(' ')
                .append(row.path("outcome").asText())
                .append(' ');
        row.path("problems")
                .forEach(problem -> said.append(said.toString().endsWith(" ") ? "" : " ")
                        .append(
                                row.path("outcome").asText().equals("REFUSED")
                                        ? problem.path("column").asText() + " "
                                        : "")
                        .append(problem.path("code").asText()));
        row.path("questions")
                .forEach(question -> said.append(said.toString().endsWith(" ") ? "" : " ")
                        .append(question.path("code").asText()));
        return said.toString();
    }

    private static Map<String, Object> decision() {
        return body("decisionDocument", "政协〔2026〕3号", "decidedOn", "2026-02-01");
    }

    private static byte[] csv(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static void fill(Worksheet sheet, int row, Object... values) {
        for (var i = 0; i < values.length; i++) {
            switch (values[i]) {
                case String text -> sheet.value(row, i, text);
                case Number number -> sheet.value(row, i, number);
                default -> throw new IllegalArgumentException();
            }
        }
    }

    private static byte[] workbook(Consumer<Workbook> fill) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            fill.accept(workbook);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private static byte[] zip(byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(content);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        return out.toByteArray();
    }
}
