package cn.tongxin.quiz;

import static cn.tongxin.quiz.Examination.path;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A key was wrong: it is put right with a reason, every attempt on it is marked anew, and the log says what that did. */
class CorrectionTest {
    private final Examination exam = new Examination();
    private final String quiz = exam.published("attempts", -1, "partial", true);

    @Test
    void every_attempt_on_the_question_is_marked_anew_and_the_log_says_how_many_changed() {
        var wronged = exam.take(exam.tashi, quiz, "C", List.of("A"));
        var favoured = exam.take(exam.droma, quiz, "B", List.of("A", "C"));
        var underWay = exam.begin(exam.tashi, quiz).expect(201);
        exam.take(exam.county.member("白玛"), quiz, "A", List.of("A", "C"));
        assertThat(points(exam.tashi, wronged)).isEqualTo("30");

        var item = item(0);
        var id = Ids.next();
        var log =
                correct(item, "id", id, "key", List.of("C"), "reason", "章程第三条").expect(200);
        assertThat(log.at("/0/oldKey/0").asText()).isEqualTo("B");
        assertThat(log.at("/0/newKey/0").asText()).isEqualTo("C");
        assertThat(log.at("/0/who").asText()).isEqualTo("央宗");
        assertThat(log.at("/0/attempts").asInt()).isEqualTo(3);
        assertThat(log.at("/0/changed").asInt()).isEqualTo(2);
        assertThat(points(exam.tashi, wronged)).isEqualTo("70");
        assertThat(points(exam.droma, favoured)).isEqualTo("60");
        assertThat(exam.tashi.get(quiz).expect(200).at("/mine/passed").asBoolean())
                .isTrue();

        assertThat(correct(item, "id", id, "key", List.of("C"), "reason", "章程第三条")
                        .expect(200)
                        .json())
                .hasSize(1);
        correct(item, "key", List.of("C"), "reason", "再来一次").refused(409, "quiz.key-same");
        exam.answer(exam.tashi, underWay, 1, "C").expect(200);
        assertThat(exam.tashi
                        .put(path(underWay) + "/submission", body())
                        .expect(200)
                        .at("/attempt/points")
                        .decimalValue())
                .isEqualByComparingTo("40");
        assertThat(exam.county.number("select count(*) from history where kind = 'quiz.corrected'"))
                .isEqualTo(1);
        assertThat(exam.office.get(quiz + "/corrections").expect(200).json()).hasSize(1);

        correct(item, "key", List.of("B"), "reason", "改回").expect(200);
        assertThat(points(exam.tashi, wronged)).isEqualTo("30");
        assertThat(points(exam.droma, favoured)).isEqualTo("100");
    }

    @Test
    void a_correction_reaches_older_papers_and_the_bank_so_that_it_never_comes_back() {
        var old = exam.take(exam.tashi, quiz, "C", List.of("A", "C"));
        var view = exam.office.get(quiz).expect(200);
        var parts = List.of(
                body("questionId", view.at("/parts/0/questionId").asText(), "points", 50),
                body("questionId", view.at("/parts/1/questionId").asText(), "points", 50));
        var plan = exam.plan("parts", parts, "attempts", -1, "partial", true);
        plan.put("version", view.version());
        exam.office.put(quiz, plan).expect(200);
        assertThat(points(exam.tashi, old)).isEqualTo("60");
        correct(item(0), "key", List.of("C"), "reason", "章程第三条").expect(200);
        assertThat(points(exam.tashi, old)).isEqualTo("100");
        assertThat(exam.office
                        .get("/api/questions/" + view.at("/parts/0/questionId").asText())
                        .expect(200)
                        .at("/answer/0")
                        .asText())
                .isEqualTo("C");
        exam.publish(quiz).expect(200);
        var papers = exam.office.get(quiz + "/papers").expect(200);
        assertThat(Examination.texts(papers, "", "no")).containsExactly("2", "1");
        assertThat(papers.at("/0/items/0/key/0").asText()).isEqualTo("C");
    }

    @Test
    void members_learn_of_a_quiz_and_who_was_asked_the_question_that_its_key_was_wrong() {
        exam.take(exam.tashi, quiz, "C", List.of("A"));
        correct(item(0), "key", List.of("C"), "reason", "章程第三条").expect(200);
        exam.publish(quiz).expect(200);
        Stage.shared().bean(Readers.class).catchUp(exam.county.id());
        assertThat(titles(exam.tashi)).containsExactly("知识问答“章程知识问答”的一道题更正了答案，您的成绩已重新计算", "新的知识问答：“章程知识问答”");
        assertThat(titles(exam.droma)).containsExactly("新的知识问答：“章程知识问答”");
        assertThat(titles(exam.office)).isEmpty();
    }

    @Test
    void a_correction_needs_a_reason_a_key_and_the_office() {
        var item = item(0);
        correct(item, "key", List.of("C")).refused(422, "fields.invalid").naming("reason");
        correct(item, "key", List.of("D"), "reason", "错")
                .refused(422, "fields.invalid")
                .naming("key");
        correct(item, "reason", "错").refused(422, "fields.invalid").naming("key");
        correct(Ids.next().toString(), "key", List.of("C"), "reason", "错").refused(404, "not-found");
        exam.tashi
                .put(quiz + "/items/" + item + "/key", body("key", List.of("C"), "reason", "错"))
                .refused(403, "policy.not-allowed");
    }

    private Answer correct(String item, Object... body) {
        return exam.office.put(quiz + "/items/" + item + "/key", body(body));
    }

    private static List<String> titles(Person person) {
        return Examination.texts(person.get("/api/inbox").expect(200), "/items", "title");
    }

    private String item(int at) {
        return exam.office
                .get(quiz + "/papers")
                .expect(200)
                .at("/0/items/" + at + "/id")
                .asText();
    }

    private static String points(Person member, Answer taken) {
        return member.get("/api/quiz-attempts/" + taken.at("/attempt/id").asText())
                .expect(200)
                .at("/points")
                .decimalValue()
                .stripTrailingZeros()
                .toPlainString();
    }
}
