package cn.tongxin.quiz.bank;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The bank is kept by study staff, and nobody else sees a key in it. */
class QuestionTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);

    @Test
    void a_question_is_written_changed_withdrawn_and_brought_back() {
        var id = Ids.next();
        var question = office.post("/api/questions", single("id", id)).expect(201);
        assertThat(question.at("/no").asInt()).isEqualTo(1);
        assertThat(question.at("/answer/0").asText()).isEqualTo("B");
        assertThat(question.can()).containsExactly("edit", "withdraw");
        assertThat(office.post("/api/questions", single("id", id)).expect(201).id())
                .isEqualTo(id);
        office.post("/api/questions", single("text", "人民政协 成立于哪一年？")).refused(409, "question.there");

        var path = "/api/questions/" + id;
        var changed = office.put(path, single("version", 1, "points", 2.5, "tags", List.of("统战", "历史")))
                .expect(200);
        assertThat(changed.at("/points").decimalValue()).isEqualByComparingTo("2.5");
        office.put(path, single("version", 1)).refused(409, "question.version");
        assertThat(office.get("/api/question-tags").expect(200).text()).contains("统战", "历史");

        var withdrawn = office.put(path + "/withdrawal", body()).expect(200);
        assertThat(withdrawn.can()).containsExactly("restore");
        assertThat(office.get("/api/questions").expect(200).at("/items")).isEmpty();
        assertThat(office.get("/api/question-tags").expect(200).json()).isEmpty();
        assertThat(office.get("/api/questions?withdrawn=true&count=true")
                        .expect(200)
                        .at("/total")
                        .asInt())
                .isEqualTo(1);
        office.delete(path + "/withdrawal").expect(200);
        office.delete(path + "/withdrawal").expect(200);
        assertThat(county.number("select count(*) from history where kind like 'question.%'"))
                .isEqualTo(4);
    }

    @Test
    void every_script_and_what_looks_like_markup_stay_as_they_were_written() {
        var tibetan = "སྲིད་གྲོས་ཚོགས་འདུ། ༡༩༤༩";
        var odd = "<script>alert(1)</script> 𬭎㛃 👩‍👩‍👧 & \"引号\"";
        var question = office.post(
                        "/api/questions",
                        single(
                                "text",
                                odd,
                                "variants",
                                List.of(
                                        variant("BO", tibetan),
                                        variant("UG", "سىياسىي كېڭەش 1949-يىل"),
                                        variant("KO", "정협은 언제 창립되었는가?"))))
                .expect(201);
        assertThat(question.at("/text").asText()).isEqualTo(odd);
        assertThat(question.at("/variants/0/text").asText()).isEqualTo(tibetan);
        assertThat(question.at("/variants")).hasSize(3);
        var found = office.get("/api/questions?kind=SINGLE&tag=%E5%8E%86%E5%8F%B2&q=%3Cscript")
                .expect(200);
        assertThat(found.at("/items")).hasSize(1);
        assertThat(office.get("/api/questions?q=%25").expect(200).at("/items")).isEmpty();
    }

    @Test
    void what_is_wrong_with_a_question_is_named_at_its_field() {
        office.post("/api/questions", body()).refused(422, "fields.invalid").naming("kind", "text");
        office.post(
                        "/api/questions",
                        single(
                                "text", "长".repeat(1001),
                                "options", List.of("同", " 同 "),
                                "answer", List.of("C"),
                                "points", 1.005,
                                "tags", List.of("标".repeat(31)),
                                "variants", List.of(body("language", "BO", "text", "字", "options", List.of("一"))),
                                "explanation", "长".repeat(2001)))
                .refused(422, "fields.invalid")
                .naming("text", "options", "answer", "points", "tags", "variants.BO", "explanation");
        office.post("/api/questions", body("kind", "FILL", "text", "题", "answer", List.of("。")))
                .refused(422, "fields.invalid")
                .naming("answer");
        office.post("/api/questions", body("kind", "TRUE_FALSE", "text", "题", "answer", List.of("TRUE", "FALSE")))
                .refused(422, "fields.invalid")
                .naming("answer");
        office.get("/api/questions?after=MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAwfHg")
                .refused(400, "page.cursor");
    }

    @Test
    void the_list_goes_on_from_page_to_page() {
        for (var i = 0; i < 5; i++) {
            office.post("/api/questions", single("text", "第" + i + "题")).expect(201);
        }
        var first = office.get("/api/questions?limit=3&count=true").expect(200);
        assertThat(first.at("/total").asInt()).isEqualTo(5);
        assertThat(first.at("/items/0/text").asText()).isEqualTo("第4题");
        var rest = office.get(
                        "/api/questions?limit=3&after=" + first.at("/next").asText())
                .expect(200);
        assertThat(rest.at("/items")).hasSize(2);
        assertThat(rest.at("/items/1/text").asText()).isEqualTo("第0题");
        assertThat(rest.json().has("next")).isFalse();
    }

    @Test
    void members_guests_and_other_staff_never_see_the_bank() {
        var question = office.post("/api/questions", single()).expect(201);
        for (var person : List.of(county.member("扎西"), county.guest("客人"), county.staff("提案", Role.PROPOSAL_STAFF))) {
            person.get("/api/questions").refused(403, "policy.not-allowed");
            person.get("/api/question-tags").refused(403, "policy.not-allowed");
            person.get("/api/questions/" + question.id()).refused(403, "policy.not-allowed");
            person.post("/api/questions", single()).refused(403, "policy.not-allowed");
        }
    }

    private static Map<String, Object> single(Object... changes) {
        var question = body(
                "kind",
                "SINGLE",
                "text",
                "人民政协成立于哪一年？",
                "options",
                List.of("1948年", "1949年", "1954年"),
                "answer",
                List.of("B"),
                "explanation",
                "1949年9月，中国人民政治协商会议第一届全体会议召开。",
                "tags",
                List.of("历史"));
        question.putAll(body(changes));
        return question;
    }

    private static Map<String, Object> variant(String language, String text) {
        return body("language", language, "text", text, "options", List.of("1", "2", "3"), "explanation", text);
    }
}
