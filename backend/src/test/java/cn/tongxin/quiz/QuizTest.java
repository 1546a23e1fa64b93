package cn.tongxin.quiz;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Role;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The office drafts a quiz, publishes it with a paper, changes it, takes it back, closes it. */
class QuizTest {
    private final Examination exam = new Examination();

    @Test
    void a_quiz_is_drafted_previewed_published_taken_back_and_deleted() {
        var id = Ids.next();
        var plan = exam.plan("id", id);
        var draft = exam.office.post("/api/quizzes", plan).expect(201);
        assertThat(draft.id()).isEqualTo(id);
        assertThat(draft.can()).containsExactly("edit", "publish", "delete");
        assertThat(draft.at("/questions").asInt()).isEqualTo(2);
        assertThat(draft.at("/passPoints").decimalValue()).isEqualByComparingTo("60");
        assertThat(exam.office.post("/api/quizzes", plan).expect(201).id()).isEqualTo(id);

        var quiz = "/api/quizzes/" + id;
        exam.tashi.get(quiz).refused(404, "not-found");
        assertThat(exam.tashi.get("/api/quizzes").expect(200).at("/items")).isEmpty();
        var preview = exam.office.get(quiz + "/papers").expect(200);
        assertThat(preview.at("/0/items/1/key").toString()).isEqualTo("[\"A\",\"C\"]");
        assertThat(preview.at("/0/faults")).isEmpty();
        assertThat(preview.at("/0").has("no")).isFalse();

        var published = exam.publish(quiz).expect(200);
        assertThat(published.at("/status").asText()).isEqualTo("PUBLISHED");
        assertThat(published.can()).containsExactly("edit", "publish", "withdraw", "correct");
        var seen = exam.tashi.get(quiz).expect(200);
        assertThat(seen.can()).containsExactly("take");
        assertThat(seen.json().has("parts")).isFalse();
        assertThat(seen.json().has("participation")).isFalse();
        exam.office.delete(quiz).refused(409, "quiz.move-not-allowed");
        exam.office.put(quiz + "/publication", body("version", 1)).refused(409, "quiz.version");

        var back = exam.office.send("DELETE", quiz + "/publication", body("version", published.version()));
        assertThat(back.expect(200).at("/status").asText()).isEqualTo("DRAFT");
        exam.tashi.get(quiz).refused(404, "not-found");
        exam.office.delete(quiz).expect(204);
        exam.office.get(quiz).refused(404, "not-found");
        assertThat(exam.county.number("select count(*) from history where kind like 'quiz.%'"))
                .isEqualTo(4);
    }

    @Test
    void zero_questions_points_that_do_not_sum_and_too_few_to_draw_cannot_be_published() {
        var empty = exam.drafted("parts", List.of());
        assertThat(exam.office
                        .get(empty + "/papers")
                        .expect(200)
                        .at("/0/faults/0/code")
                        .asText())
                .isEqualTo("quiz.no-questions");
        exam.publish(empty).refused(422, "quiz.no-questions").naming("parts");

        var unequal = exam.drafted("totalPoints", 90, "passPoints", 54);
        var refused = exam.publish(unequal).refused(422, "quiz.points-do-not-sum");
        assertThat(refused.at("/have").decimalValue()).isEqualByComparingTo("100");
        assertThat(refused.at("/need").decimalValue()).isEqualByComparingTo("90");

        exam.single("抽一", "A", "统战");
        exam.single("抽二", "A", "统战");
        var thin = exam.drafted("parts", List.of(body("tag", "统战", "draws", 4, "points", 25)));
        var few = exam.publish(thin).refused(422, "quiz.too-few-to-draw").naming("parts[0]");
        assertThat(few.at("/have").asInt()).isEqualTo(2);
        exam.single("抽三", "A", "统战");
        exam.single("抽四", "A", "统战");
        exam.publish(thin).expect(200);

        var withdrawn = exam.single("将撤回", "A");
        var quiz = exam.drafted("parts", List.of(body("questionId", withdrawn, "points", 100)));
        exam.office.put("/api/questions/" + withdrawn + "/withdrawal", body()).expect(200);
        exam.publish(quiz).refused(422, "quiz.question-withdrawn").naming("parts[0]");
        assertThat(exam.tashi.get("/api/quizzes").expect(200).at("/items")).hasSize(1);
    }

    @Test
    void a_question_of_two_tags_is_asked_once_and_drawn_papers_differ() {
        var fixed = exam.single("必答", "A", "统战");
        for (var i = 0; i < 30; i++) {
            exam.single("题" + i, "A", "统战", "历史");
        }
        var quiz = exam.published(
                "attempts",
                -1,
                "parts",
                List.of(body("tag", "统战", "draws", 8, "points", 10), body("questionId", fixed, "points", 20)));
        var papers = exam.office.get(quiz + "/papers").expect(200);
        assertThat(Examination.texts(papers, "/0/items", "text")).hasSize(31).doesNotHaveDuplicates();
        var both = exam.drafted(
                "parts",
                List.of(body("tag", "统战", "draws", 5, "points", 10), body("tag", "历史", "draws", 5, "points", 10)));
        exam.publish(both).refused(422, "quiz.too-few-to-draw").naming("parts[1]");

        var one = exam.begin(exam.tashi, quiz).expect(201);
        var other = exam.begin(exam.droma, quiz).expect(201);
        assertThat(Examination.texts(one, "/items", "text"))
                .hasSize(9)
                .doesNotHaveDuplicates()
                .contains("必答")
                .isNotEqualTo(Examination.texts(other, "/items", "text"));
    }

    @Test
    void a_change_after_the_first_attempt_makes_a_new_version_and_old_attempts_keep_theirs() {
        var quiz = exam.published("attempts", -1);
        var three = exam.single("第三题", "C");
        var changed = exam.plan("parts", List.of(body("questionId", three, "points", 100)));
        changed.put("version", exam.version(quiz));
        exam.office.put(quiz, changed).expect(200);
        var papers = exam.office.get(quiz + "/papers").expect(200);
        assertThat(papers.json()).hasSize(1);
        assertThat(papers.at("/0/no").asInt()).isEqualTo(1);
        assertThat(papers.at("/0/items/0/text").asText()).isEqualTo("第三题");

        var old = exam.begin(exam.tashi, quiz).expect(201);
        changed.put("version", exam.version(quiz));
        changed.put("parts", List.of(body("questionId", exam.single("第四题", "A"), "points", 100)));
        changed.put("passPoints", 100);
        exam.office.put(quiz, changed).expect(200);
        assertThat(Examination.texts(exam.office.get(quiz + "/papers").expect(200), "", "no"))
                .containsExactly("2", "1");
        assertThat(Examination.texts(exam.begin(exam.droma, quiz).expect(201), "/items", "text"))
                .containsExactly("第四题");
        assertThat(Examination.texts(exam.tashi.get(Examination.path(old)).expect(200), "/items", "text"))
                .containsExactly("第三题");
        exam.answer(exam.tashi, old, 1, "C").expect(200);
        var done = exam.tashi.put(Examination.path(old) + "/submission", body()).expect(200);
        assertThat(done.at("/attempt/points").decimalValue()).isEqualByComparingTo("100");
        assertThat(done.at("/attempt/passPoints").decimalValue()).isEqualByComparingTo("60");

        changed.put("version", exam.version(quiz));
        changed.put("title", "只改题目名称");
        assertThat(exam.office.put(quiz, changed).expect(200).can()).contains("close");
        assertThat(exam.office.get(quiz + "/papers").expect(200).json()).hasSize(2);
    }

    @Test
    void a_changed_bank_reaches_a_published_quiz_only_when_it_is_published_again() {
        var question = exam.single("原题", "A");
        var quiz = exam.published("parts", List.of(body("questionId", question, "points", 100)));
        exam.begin(exam.tashi, quiz).expect(201);
        exam.office
                .put(
                        "/api/questions/" + question,
                        body(
                                "version",
                                1,
                                "kind",
                                "SINGLE",
                                "text",
                                "改过的题",
                                "options",
                                List.of("甲", "乙"),
                                "answer",
                                List.of("B")))
                .expect(200);
        assertThat(exam.office
                        .get(quiz + "/papers")
                        .expect(200)
                        .at("/0/items/0/text")
                        .asText())
                .isEqualTo("原题");
        exam.publish(quiz).expect(200);
        var papers = exam.office.get(quiz + "/papers").expect(200);
        assertThat(Examination.texts(papers, "", "no")).containsExactly("2", "1");
        assertThat(papers.at("/0/items/0/text").asText()).isEqualTo("改过的题");
        assertThat(papers.at("/1/items/0/text").asText()).isEqualTo("原题");
    }

    @Test
    void what_is_wrong_with_a_plan_is_named_at_its_field() {
        exam.office.post("/api/quizzes", body()).refused(422, "fields.invalid").naming("title", "opensAt", "closesAt");
        exam.office
                .post(
                        "/api/quizzes",
                        exam.plan(
                                "title",
                                "长".repeat(61),
                                "closesAt",
                                exam.now.minusSeconds(1),
                                "minutes",
                                0,
                                "attempts",
                                -2,
                                "passPoints",
                                101,
                                "parts",
                                List.of(
                                        body("questionId", Ids.next(), "points", 1),
                                        body("tag", " ", "points", 1),
                                        body("tag", "统战", "draws", 0, "points", 1),
                                        body("points", 1),
                                        body("tag", "历史", "points", 0.001))))
                .refused(422, "fields.invalid")
                .naming(
                        "title",
                        "closesAt",
                        "minutes",
                        "attempts",
                        "passPoints",
                        "parts[0]",
                        "parts[1]",
                        "parts[2]",
                        "parts[3]",
                        "parts[4]");
        var quiz = exam.published();
        var sooner = exam.plan("closesAt", exam.now.plusSeconds(60));
        sooner.put("version", exam.version(quiz));
        exam.office.put(quiz, sooner).refused(422, "fields.invalid").naming("closesAt");
        var late = exam.drafted("opensAt", exam.now.minusSeconds(60), "closesAt", exam.now.minusSeconds(1));
        exam.publish(late).refused(422, "fields.invalid").naming("closesAt");
    }

    @Test
    void only_study_staff_keep_quizzes_and_guests_see_none() {
        var quiz = exam.published();
        var guest = exam.county.guest("外来委员");
        guest.get("/api/quizzes").refused(403, "policy.not-allowed");
        guest.get(quiz).refused(404, "not-found");
        guest.post(quiz + "/attempts", body()).refused(404, "not-found");
        exam.office.post(quiz + "/attempts", body()).refused(403, "policy.not-allowed");
        for (var person : List.of(exam.tashi, exam.county.staff("提案", Role.PROPOSAL_STAFF))) {
            person.post("/api/quizzes", exam.plan()).refused(403, "policy.not-allowed");
            person.put(quiz + "/closing", body("version", 2)).refused(403, "policy.not-allowed");
            person.get(quiz + "/papers").refused(403, "policy.not-allowed");
            person.get(quiz + "/participants").refused(403, "policy.not-allowed");
            person.get(quiz + "/corrections").refused(403, "policy.not-allowed");
        }
    }

    @Test
    void the_list_goes_on_from_page_to_page_and_by_status() {
        for (var i = 0; i < 3; i++) {
            exam.drafted("title", "第" + i + "期", "opensAt", exam.now.minusSeconds(100 - i));
        }
        exam.published("title", "已发布");
        var first = exam.office.get("/api/quizzes?limit=2").expect(200);
        assertThat(Examination.texts(first, "/items", "title")).containsExactly("已发布", "第2期");
        assertThat(Examination.texts(
                        exam.office.get("/api/quizzes?limit=2&after="
                                + first.at("/next").asText()),
                        "/items",
                        "title"))
                .containsExactly("第1期", "第0期");
        assertThat(exam.office.get("/api/quizzes?status=PUBLISHED").expect(200).at("/items"))
                .hasSize(1);
        exam.office.get("/api/quizzes?after=eA").refused(400, "page.cursor");
    }

    @Test
    void staff_see_how_many_took_part_and_how_each_question_fared_and_names_only_where_it_is_assessed() {
        var quiz = exam.published("attempts", -1);
        exam.take(exam.tashi, quiz, "B", List.of("A", "C"));
        exam.take(exam.droma, quiz, "A", List.of("A"));
        exam.take(exam.droma, quiz, "B", List.of("A"));
        var shown = exam.office.get(quiz).expect(200);
        assertThat(shown.at("/participation/n").asInt()).isEqualTo(2);
        assertThat(shown.at("/participation/passed").asInt()).isEqualTo(1);
        assertThat(shown.at("/members").asInt()).isEqualTo(2);
        var items = exam.office.get(quiz + "/papers").expect(200).at("/0/items");
        assertThat(items.at("/0/shown").asInt()).isEqualTo(3);
        assertThat(items.at("/0/right").asInt()).isEqualTo(2);
        assertThat(items.at("/0/chosen").toString()).isEqualTo("{\"A\":1,\"B\":2}");
        assertThat(items.at("/1/chosen/A").asInt()).isEqualTo(3);
        assertThat(items.at("/1/mean").decimalValue()).isEqualByComparingTo("20");
        exam.office.get(quiz + "/participants").refused(409, "quiz.not-assessed");
        assertThat(exam.county.number("select count(*) from history where kind like 'quiz.attempt%'"))
                .isZero();

        var assessed = exam.published("assessed", true, "attempts", -1);
        exam.take(exam.tashi, assessed, "B", List.of("A", "C"));
        exam.take(exam.tashi, assessed, "A", List.of("B"));
        var named = exam.office.get(assessed + "/participants").expect(200);
        assertThat(named.json()).hasSize(1);
        assertThat(named.at("/0/name").asText()).isEqualTo("扎西");
        assertThat(named.at("/0/attempts").asInt()).isEqualTo(2);
        assertThat(named.at("/0/best").decimalValue()).isEqualByComparingTo("100");
        assertThat(exam.county.number("select count(*) from history where kind = 'quiz.attempt-submitted'"))
                .isEqualTo(2);
    }

    @Test
    void what_two_people_or_more_filled_in_is_shown_without_names() {
        var fill = exam.question("FILL", "政协的主题是团结和____", List.of("民主"), List.of());
        var quiz = exam.published(
                "attempts",
                -1,
                "parts",
                List.of(
                        body("questionId", fill, "points", 60),
                        body("questionId", exam.single("第一题", "B"), "points", 40)));
        var pema = exam.county.member("白玛");
        exam.take(exam.tashi, quiz, "民主", List.of("B"));
        exam.take(exam.droma, quiz, "民主 ", List.of("B"));
        exam.take(exam.tashi, quiz, "民主政治", List.of("B"));
        exam.take(pema, quiz, "民主政治", List.of("B"));
        for (var i = 0; i < 2; i++) {
            exam.take(pema, quiz, "只有一人这样写", List.of("B"));
        }
        var item = exam.office.get(quiz + "/papers").expect(200).at("/0/items/0");
        assertThat(item.path("given")
                        .valueStream()
                        .map(each -> each.path("text").asText() + " "
                                + each.path("people").asInt() + " "
                                + each.path("accepted").asBoolean()))
                .containsExactlyInAnyOrder("民主 2 true", "民主政治 2 false");
        assertThat(item.toString()).doesNotContain("只有一人");
    }

    @Test
    void a_sum_of_half_a_milliard_digits_is_refused_and_costs_nothing() {
        for (var absurd : List.of("1e-500000000", "1e500000000")) {
            exam.office
                    .post("/api/quizzes", exam.plan("totalPoints", new BigDecimal(absurd)))
                    .refused(422, "fields.invalid")
                    .naming("totalPoints");
        }
    }

    @Test
    void a_quiz_is_closed_by_hand_or_by_time_and_then_nothing_changes_it() {
        var quiz = exam.published();
        var attempt = exam.begin(exam.tashi, quiz).expect(201);
        exam.office
                .send("DELETE", quiz + "/publication", body("version", exam.version(quiz)))
                .refused(409, "quiz.begun");
        var closed = exam.office
                .put(quiz + "/closing", body("version", exam.version(quiz)))
                .expect(200);
        assertThat(closed.at("/status").asText()).isEqualTo("CLOSED");
        assertThat(exam.tashi
                        .get(Examination.path(attempt))
                        .expect(200)
                        .at("/endsAt")
                        .asText())
                .isEqualTo(exam.now.toString());
        var plan = exam.plan();
        plan.put("version", closed.version());
        exam.office.put(quiz, plan).refused(409, "quiz.move-not-allowed");
        exam.publish(quiz).refused(409, "quiz.move-not-allowed");
        exam.begin(exam.droma, quiz).refused(409, "quiz.over");

        var early = exam.published("opensAt", exam.now.plusSeconds(60));
        exam.office
                .put(early + "/closing", body("version", exam.version(early)))
                .refused(409, "quiz.not-open");
        var timed = exam.published();
        exam.later(Duration.ofDays(2), () -> {
            exam.time();
            exam.time();
            assertThat(exam.office.get(timed).expect(200).at("/status").asText())
                    .isEqualTo("CLOSED");
        });
        assertThat(exam.county.number("select count(*) from history where kind = 'quiz.closed' and client = 'SYSTEM'"))
                .isEqualTo(2);
    }
}
