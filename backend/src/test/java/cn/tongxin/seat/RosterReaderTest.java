package cn.tongxin.seat;

import static cn.tongxin.seat.RosterOutcome.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.tongxin.document.Cell;
import cn.tongxin.document.Sheet;
import cn.tongxin.document.TableRefused;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whole tables: which rows are people, what they say, and what becomes of them. */
class RosterReaderTest {

    private static final Map<String, UUID> SECTORS =
            Map.of("经济", UUID.randomUUID(), "教育", UUID.randomUUID(), "中国共产党", UUID.randomUUID());
    private static final Map<String, UUID> COMMITTEES = Map.of("提案委员会", UUID.randomUUID(), "经济委员会", UUID.randomUUID());

    @Test
    void the_heading_is_found_below_titles_and_totals_notes_and_blanks_are_nobody() {
        var reading = read("""
                政协某某县第十届委员会委员名册
                （2023年1月）
                序号|姓 名|性 别|民族|出生年月|所属界别|手机号码（必填）|备 注
                1|扎　西|男|藏|1980.03|经济界|19900010001
                2|李强|女|汉族|1981.04|教育|199-0001-0002|
                3
                姓名：|姓名|性别||||手机
                |小计：2人
                合    计|2
                注：本表由委员联络委填报
                填表人：王某|||||审核人：李某
                """);

        assertThat(reading.people()).extracting(RosterRow::name).containsExactly("扎西", "李强");
        assertThat(reading.people().getFirst().problems()).isEmpty();
        assertThat(reading.nobodies())
                .extracting(nobody -> nobody.kind().name())
                .containsExactly("TITLE", "TITLE", "NUMBER_ONLY", "HEADER_REPEATED", "TOTAL", "TOTAL", "NOTE", "NOTE");
    }

    @Test
    void a_sector_may_stand_above_its_people() {
        var reading = read("""
                姓名|单位及职务|联系电话
                中国共产党界（2人）
                扎西|某局|19900010001
                卓玛（女，藏族）|某局|19900010002
                教育界
                李强|某校|19900010003
                """);

        assertThat(reading.people())
                .extracting(RosterRow::sectorId)
                .containsExactly(SECTORS.get("中国共产党"), SECTORS.get("中国共产党"), SECTORS.get("教育"));
        assertThat(reading.people().get(1).name()).isEqualTo("卓玛");
        assertThat(reading.people().get(1).sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void two_heading_rows_are_one_and_the_mobile_number_wins() {
        var reading = read("""
                姓名|界别|联系方式||职务
                ||办公电话|手机|
                扎西|经济|0836-2822123|19900010001|委员
                李强|教育|0836-2822124|19900010002|常委
                """);

        assertThat(reading.people()).extracting(RosterRow::phone).containsExactly("19900010001", "19900010002");
        assertThat(reading.people()).extracting(RosterRow::rank).containsExactly(Rank.MEMBER, Rank.STANDING_MEMBER);
    }

    @Test
    void a_post_is_not_taken_for_a_rank() {
        var reading = read("姓名|单位|职务|界别\n扎西|某局|局长|经济\n");
        assertThat(reading.people().getFirst().employment()).isEqualTo("某局 局长");
    }

    @Test
    void what_the_law_does_not_let_us_keep_is_not_read() {
        var reading = read("姓名|界别|身份证号|宗教信仰|家庭住址|政治面貌\n扎西|经济|513300198001010011|无|某路|群众\n");
        assertThat(reading.people().getFirst().columns().keySet())
                .containsExactlyInAnyOrder(RosterField.NAME, RosterField.SECTOR);
    }

    @Test
    void every_wrong_cell_of_a_row_is_named() {
        var row = read("姓名|性别|民族|出生年月|界别|专委会|手机\n=1+1|未知|火星族|1966|火星|火星委|123\n")
                .people()
                .getFirst();
        assertThat(row.problems())
                .extracting(problem -> problem.column() + " " + problem.what().code())
                .containsExactly(
                        "A roster.cell-formula",
                        "B roster.sex-invalid",
                        "C roster.ethnicity-unknown",
                        "D roster.birth-invalid",
                        "E roster.sector-unknown",
                        "F roster.special-committee-unknown",
                        "G roster.phone-invalid");
    }

    @Test
    void the_person_after_the_5000th_is_refused_by_row() {
        var rows = new ArrayList<Sheet.Row>();
        rows.add(row(1, "姓名", "界别"));
        for (var i = 2; i <= 5_002; i++) {
            rows.add(row(i, "扎西", "经济"));
        }
        assertThatThrownBy(() -> read(new Sheet("名册", false, rows)))
                .isInstanceOf(TableRefused.class)
                .hasMessageContaining("row 5002")
                .hasMessageContaining("5,001st");
    }

    @Test
    void namesakes_are_told_apart_by_phone_and_asked_about_without_one() {
        var people = read("""
                姓名|界别|手机
                扎西|经济|19900010001
                扎西|教育|19900010002
                卓玛|教育|
                卓玛|经济|
                李强|经济|19900010001
                扎西|经济|19900010001
                """).people();
        var verdicts = check(people, List.of(), Map.of());

        assertThat(verdicts)
                .extracting(RosterCheck.Verdict::outcome)
                .containsExactly(IMPORTED, IMPORTED, ASKED, ASKED, REFUSED, REFUSED);
        assertThat(verdicts.get(2).questions())
                .extracting(question -> question.what().code())
                .containsExactly("roster.phone-missing", "roster.same-name");
        assertThat(verdicts.get(4).problems().getFirst().what().code()).isEqualTo("roster.phone-duplicate");
        assertThat(verdicts.get(4).problems().getFirst().column()).isEqualTo("C");
        assertThat(verdicts.get(5).problems().getFirst().what().code()).isEqualTo("roster.row-duplicate");
    }

    @Test
    void resigned_and_co_opted_people_are_asked_about() {
        var people = read("姓名|界别|手机|备注\n扎西|经济|19900010001|辞去委员\n卓玛|教育|19900010002|2023年6月增补\n")
                .people();
        assertThat(check(people, List.of(), Map.of()))
                .extracting(RosterCheck.Verdict::outcome)
                .containsOnly(ASKED);

        var answered = check(
                people,
                List.of(),
                Map.of(
                        "!2", Map.of("roster.resigned", new RosterCheck.Answer(RosterAnswer.IMPORT_ENDED, null)),
                        "!3", Map.of("roster.co-opted", new RosterCheck.Answer(RosterAnswer.SKIP, null))));
        assertThat(answered).extracting(RosterCheck.Verdict::outcome).containsExactly(IMPORTED, SKIPPED);
        assertThat(answered.getFirst().asEnded()).isTrue();
    }

    @Test
    void a_seat_that_is_there_is_unchanged_asked_about_or_keeps_its_phone() {
        var seat = known("扎西", "19900010001", SECTORS.get("经济"));
        assertThat(check(read("姓名|界别|手机\n扎西|经济|19900010001\n").people(), List.of(seat), Map.of())
                        .getFirst()
                        .outcome())
                .isEqualTo(UNCHANGED);
        assertThat(check(read("姓名|界别|手机\n扎西|教育|19900010001\n").people(), List.of(seat), Map.of())
                        .getFirst()
                        .questions()
                        .getFirst()
                        .what())
                .isEqualTo(RosterProblem.SEAT_DIFFERS);
        assertThat(check(read("姓名|界别|手机\n卓玛|教育|19900010001\n").people(), List.of(seat), Map.of())
                        .getFirst()
                        .problems()
                        .getFirst()
                        .what())
                .isEqualTo(RosterProblem.PHONE_TAKEN);
        var namesake = check(read("姓名|界别|手机\n扎西|教育|19900010009\n").people(), List.of(seat), Map.of())
                .getFirst();
        assertThat(namesake.questions().getFirst().what()).isEqualTo(RosterProblem.SAME_NAME);
        assertThat(namesake.questions().getFirst().seats()).containsExactly(seat.id());
    }

    @Property(tries = 200)
    void no_cell_whatsoever_breaks_the_reader_and_every_person_has_one_verdict(@ForAll List<List<String>> cells) {
        var rows = new ArrayList<Sheet.Row>();
        rows.add(row(1, "姓名", "界别", "手机", "出生年月", "专委会", "备注"));
        for (var i = 0; i < cells.size(); i++) {
            rows.add(row(i + 2, cells.get(i).toArray(String[]::new)));
        }
        var people = read(new Sheet("", false, rows)).people();
        var first = check(people, List.of(), Map.of());
        assertThat(first)
                .extracting(verdict -> verdict.row().number())
                .containsExactlyElementsOf(
                        people.stream().map(RosterRow::number).toList());

        var decided = new HashMap<String, RosterCheck.Decided>();
        first.stream()
                .filter(verdict -> verdict.outcome() == IMPORTED)
                .forEach(verdict -> decided.put(verdict.fingerprint(), new RosterCheck.Decided(IMPORTED, null)));
        var second = new RosterCheck(List.of(), decided, phone -> phone, content -> content).check(people, Map.of());
        assertThat(second).extracting(RosterCheck.Verdict::outcome).doesNotContain(IMPORTED);
    }

    private static List<RosterCheck.Verdict> check(
            List<RosterRow> people,
            List<RosterCheck.Known> seats,
            Map<String, Map<String, RosterCheck.Answer>> answers) {
        return new RosterCheck(seats, Map.of(), phone -> phone, content -> content).check(people, answers);
    }

    private static RosterCheck.Known known(String name, String phone, UUID sector) {
        return new RosterCheck.Known(
                UUID.randomUUID(),
                name,
                phone,
                false,
                null,
                null,
                null,
                null,
                sector,
                java.util.Set.of(),
                Rank.MEMBER,
                null);
    }

    private static RosterReader.Reading read(String table) {
        var rows = new ArrayList<Sheet.Row>();
        var lines = table.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            rows.add(row(i + 1, lines.get(i).split("\\|", -1)));
        }
        return read(new Sheet("", false, rows));
    }

    private static RosterReader.Reading read(Sheet sheet) {
        var layouts = new HashMap<String, RosterLayout>();
        RosterLayout.find(sheet).ifPresent(layout -> layouts.put(sheet.name(), layout));
        return new RosterReader(SECTORS, COMMITTEES, YearMonth.of(2026, 1)).read(List.of(sheet), layouts);
    }

    private static Sheet.Row row(int number, String... cells) {
        return new Sheet.Row(
                number,
                false,
                Arrays.stream(cells).map(cell -> (Cell) new Cell.Text(cell)).toList());
    }
}
