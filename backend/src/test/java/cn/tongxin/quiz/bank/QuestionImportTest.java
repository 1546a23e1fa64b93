package cn.tongxin.quiz.bank;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** A table of questions comes into the bank: looked at, taken in part or whole, and the same file again. */
class QuestionImportTest {
    private static final String MESSY = """
            政协知识题库,,,,,,,,
            题型,题干,选项A,选项B,选项C,答案,分值,解析,标签
            单选题,人民政协的两大主题是？,团结和民主,民主和监督,,A,2,,基本知识、统战
            多选,政协的主要职能有,政治协商,民主监督,参政议政,"A、b、C",3分,见章程,基本知识
            判断题,政协是国家权力机关,,,,错,1,,基本知识
            填空题,第一届政协会议召开于____年,,,,1949|一九四九,1,,历史
            问答题,谈谈体会,,,,略,,,
            单选题,选项有空,甲,,丙,A,1,,
            单选题,答案不在选项里,甲,乙,,D,1,,
            单选题,分值不对,甲,乙,,A,很多,,
            单选题,"=HYPERLINK(""http://x"")",甲,乙,,A,1,,
            判断题,政协是国家权力机关,,,,对,1,,
            ,,,,,,,,
            """;

    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);

    @Test
    void a_look_keeps_nothing_and_names_row_column_and_code() {
        var look =
                send("题库.csv", "LOOK", MESSY.getBytes(Charset.forName("GBK"))).expect(200);
        assertThat(outcomes(look))
                .containsExactly(
                        "3 ADDED",
                        "4 ADDED",
                        "5 ADDED",
                        "6 ADDED",
                        "7 REFUSED A:kind:unknown",
                        "8 REFUSED C:options:required",
                        "9 REFUSED F:answer:not-a-key",
                        "10 REFUSED G:points:out-of-range",
                        "11 REFUSED B:text:formula",
                        "12 REFUSED -:text:doubled");
        assertThat(county.number("select count(*) from question")).isZero();
        assertThat(county.number("select count(*) from history where kind = 'question.imported'"))
                .isZero();
    }

    @Test
    void all_or_nothing_takes_nothing_while_a_row_is_at_fault_and_good_rows_take_the_good() {
        var file = MESSY.getBytes(StandardCharsets.UTF_8);
        var refused = send("题库.csv", "ALL_OR_NOTHING", file).refused(409, "question.not-all-good");
        assertThat(refused.at("/refused").asInt()).isEqualTo(6);
        assertThat(county.number("select count(*) from question")).isZero();

        var taken = send("题库.csv", "GOOD_ROWS", file).expect(200);
        assertThat(taken.at("/added").asInt()).isEqualTo(4);
        assertThat(county.number("select count(*) from question")).isEqualTo(4);
        var multiple = office.get("/api/questions?kind=MULTIPLE").expect(200);
        assertThat(multiple.at("/items/0/answer").toString()).isEqualTo("[\"A\",\"B\",\"C\"]");
        assertThat(multiple.at("/items/0/points").decimalValue()).isEqualByComparingTo("3");
        assertThat(office.get("/api/questions?kind=FILL").at("/items/0/answer").toString())
                .isEqualTo("[\"1949\",\"一九四九\"]");
        assertThat(office.get("/api/questions").at("/items/0/no").asInt()).isEqualTo(4);
    }

    @Test
    void the_same_file_again_changes_nothing_and_another_key_for_a_known_question_is_refused() {
        send("题库.csv", "GOOD_ROWS", MESSY.getBytes(StandardCharsets.UTF_8)).expect(200);
        var head = county.historyHead();
        var again = send("题库.csv", "GOOD_ROWS", MESSY.getBytes(StandardCharsets.UTF_8))
                .expect(200);
        assertThat(again.at("/added").asInt()).isZero();
        assertThat(again.at("/unchanged").asInt()).isEqualTo(4);
        assertThat(county.historyHead()).isEqualTo(head);

        var other = """
                题型,题干,选项A,选项B,答案
                单选题,人民政协的两大主题是？,团结和民主,民主和监督,B
                """;
        assertThat(outcomes(send("改.csv", "GOOD_ROWS", other.getBytes(StandardCharsets.UTF_8))
                        .expect(200)))
                .containsExactly("2 REFUSED -:text:differs");
        var id = office.get("/api/questions?kind=SINGLE").at("/items/0/id").asText();
        office.put("/api/questions/" + id + "/withdrawal", "{}").expect(200);
        assertThat(outcomes(send("改.csv", "LOOK", other.getBytes(StandardCharsets.UTF_8))
                        .expect(200)))
                .containsExactly("2 REFUSED -:text:withdrawn");
    }

    @Test
    void a_workbook_brings_other_languages_and_its_formulas_are_not_run() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "测试", "1.0")) {
            var sheet = book.newWorksheet("题库");
            var headings = List.of("题 型*", "题干", "A", "B", "正确答案", "题干（藏文）", "选项A(藏文)", "选项B(藏文)", "分值");
            var rows = List.of(
                    List.of("单选题", "会议在哪里召开？", "北京", "南京", "Ａ", "ཚོགས་འདུ་གང་དུ་འཚོགས།", "པེ་ཅིན།", "ནན་ཅིན།"),
                    List.of("单选题", "译文少一个选项", "北京", "南京", "A", "ཚོགས་འདུ།", "པེ་ཅིན།", ""));
            for (var i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
            }
            for (var i = 0; i < rows.size(); i++) {
                for (var j = 0; j < rows.get(i).size(); j++) {
                    sheet.value(i + 1, j, rows.get(i).get(j));
                }
                sheet.value(i + 1, 8, 2.5);
            }
            sheet.value(3, 0, "判断题");
            sheet.value(3, 1, "公式");
            sheet.formula(3, 4, "1+1");
        }
        var taken = send("题库.xlsx", "GOOD_ROWS", out.toByteArray()).expect(200);
        assertThat(outcomes(taken))
                .containsExactly(
                        "2 ADDED",
                        "3 REFUSED F:variants.BO:not-as-many",
                        "4 REFUSED E:answer:formula E:answer:not-a-key");
        var question = office.get("/api/questions").expect(200).at("/items/0");
        assertThat(question.at("/variants/0/options/0").asText()).isEqualTo("པེ་ཅིན།");
        assertThat(question.at("/points").decimalValue()).isEqualByComparingTo("2.5");
    }

    @Test
    void what_is_no_table_of_questions_is_refused_whole() {
        send("题库.csv", "LOOK", "姓名,电话\n扎西,1\n".getBytes(StandardCharsets.UTF_8)).refused(422, "question.no-heading");
        send("题库.xlsx", "LOOK", "题型".getBytes(StandardCharsets.UTF_8)).refused(422, "table.not-what-it-says");
        send("题库.doc", "LOOK", "题型".getBytes(StandardCharsets.UTF_8)).refused(422, "table.kind-unknown");
        var many = new StringBuilder("题型,题干,答案\n");
        for (var i = 0; i <= 5000; i++) {
            many.append("判断题,第").append(i).append("题,对\n");
        }
        send("题库.csv", "LOOK", many.toString().getBytes(StandardCharsets.UTF_8)).refused(422, "table.too-many-rows");
        county.member("扎西")
                .upload("/api/question-imports?fileName=a.csv", MESSY.getBytes(StandardCharsets.UTF_8))
                .refused(403, "policy.not-allowed");
    }

    private Answer send(String name, String mode, byte[] file) {
        return office.upload(
                "/api/question-imports?mode=" + mode + "&fileName=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                file);
    }

    private static List<String> outcomes(Answer report) {
        return StreamSupport.stream(report.at("/rows").spliterator(), false)
                .map(row -> row.path("row").asText() + " " + row.path("outcome").asText()
                        + StreamSupport.stream(row.path("faults").spliterator(), false)
                                .map(fault -> " " + fault.path("column").asText("-") + ":"
                                        + fault.path("field").asText() + ":"
                                        + fault.path("code").asText())
                                .collect(Collectors.joining()))
                .toList();
    }
}
