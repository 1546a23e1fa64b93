package cn.tongxin.quiz;

import static cn.tongxin.quiz.Examination.path;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A member takes a quiz: on a weak network, on two devices, to the last minute; and learns the keys when it is over. */
class AttemptTest {
    private final Examination exam = new Examination();

    @Test
    void a_member_begins_answers_one_by_one_and_hands_in() {
        var quiz = exam.published();
        var attempt = exam.begin(exam.tashi, quiz).expect(201);
        assertThat(attempt.at("/status").asText()).isEqualTo("STARTED");
        assertThat(Examination.texts(attempt, "/items", "text")).containsExactly("第一题", "第二题");
        assertThat(attempt.at("/items/0").has("answer")).isFalse();

        var saved = exam.answer(exam.tashi, attempt, 1, "B").expect(200);
        assertThat(saved.at("/answer/0").asText()).isEqualTo("B");
        assertThat(saved.at("/revision").asInt()).isEqualTo(1);
        exam.answer(exam.tashi, attempt, 1, "B").expect(200);
        assertThat(exam.answer(exam.tashi, attempt, 1)
                        .expect(200)
                        .at("/revision")
                        .asInt())
                .isEqualTo(2);
        exam.answer(exam.tashi, attempt, 1, "B").expect(200);
        exam.answer(exam.tashi, attempt, 2, "C", "A").expect(200);

        var done = exam.tashi.put(path(attempt) + "/submission", body()).expect(200);
        assertThat(done.at("/attempt/status").asText()).isEqualTo("SUBMITTED");
        assertThat(done.at("/attempt/points").decimalValue()).isEqualByComparingTo("100");
        assertThat(done.at("/attempt/passed").asBoolean()).isTrue();
        exam.tashi.put(path(attempt) + "/submission", body()).expect(200);
        exam.answer(exam.tashi, attempt, 1, "A").refused(409, "quiz.attempt-finished");
        var mine = exam.tashi.get(quiz).expect(200);
        assertThat(mine.at("/mine/best").decimalValue()).isEqualByComparingTo("100");
        assertThat(mine.at("/mine/lastId").asText()).isEqualTo(attempt.id().toString());
        assertThat(mine.can()).isEmpty();
        exam.begin(exam.tashi, quiz).refused(409, "quiz.attempts-used");
    }

    @Test
    void what_is_no_answer_is_refused_and_nothing_of_it_is_kept() {
        var attempt = exam.begin(exam.tashi, exam.published()).expect(201);
        for (var nonsense : List.of("D", "a", "AB", "TRUE", "")) {
            exam.answer(exam.tashi, attempt, 1, nonsense).refused(422, "fields.invalid");
        }
        exam.answer(exam.tashi, attempt, 1, "A", "B")
                .refused(422, "fields.invalid")
                .naming("answer");
        exam.answer(exam.tashi, attempt, 2, "A", "A")
                .refused(422, "fields.invalid")
                .naming("answer");
        exam.answer(exam.tashi, attempt, 3, "A").refused(404, "not-found");
        exam.tashi
                .put(path(attempt) + "/answers/1", body("answer", List.of("A"), "device", "x".repeat(65)))
                .refused(422, "fields.invalid")
                .naming("device");
        exam.tashi
                .put(
                        path(attempt) + "/submission",
                        body("answers", List.of(body("place", 1, "answer", List.of("A")), body("place", 9))))
                .refused(422, "fields.invalid")
                .naming("answers[1]");
        assertThat(exam.tashi.get(path(attempt)).expect(200).at("/items/0").has("answer"))
                .isFalse();
    }

    @Test
    void the_same_id_twice_is_one_row_a_second_beside_it_is_not_begun_and_anothers_is_not_there() {
        var quiz = exam.published("attempts", -1);
        var id = Ids.next();
        exam.tashi.post(quiz + "/attempts", body("id", id)).expect(201);
        assertThat(exam.tashi
                        .post(quiz + "/attempts", body("id", id))
                        .expect(201)
                        .id())
                .isEqualTo(id);
        assertThat(exam.county.number("select count(*) from quiz_attempt")).isEqualTo(1);
        assertThat(exam.begin(exam.tashi, quiz)
                        .refused(409, "quiz.attempt-open")
                        .at("/attemptId")
                        .asText())
                .isEqualTo(id.toString());
        assertThat(exam.tashi.get(quiz).expect(200).can()).containsExactly("resume");
        assertThat(exam.tashi.get(quiz).at("/mine/openId").asText()).isEqualTo(id.toString());

        var attempt = "/api/quiz-attempts/" + id;
        for (var stranger : List.of(exam.droma, exam.office, exam.county.guest("客人"))) {
            stranger.get(attempt).refused(404, "not-found");
            stranger.put(attempt + "/answers/1", body("answer", List.of("A"))).refused(404, "not-found");
            stranger.put(attempt + "/submission", body()).refused(404, "not-found");
        }
        exam.droma.post(quiz + "/attempts", body("id", id)).refused(409, "id.taken");
        exam.tashi.post(exam.published() + "/attempts", body("id", id)).refused(409, "id.taken");
    }

    @Test
    void starting_before_or_after_the_window_is_refused() {
        var quiz = exam.published("opensAt", exam.now.plusSeconds(3600), "minutes", 30);
        assertThat(exam.tashi.get(quiz).expect(200).at("/phase").asText()).isEqualTo("UPCOMING");
        exam.begin(exam.tashi, quiz).refused(409, "quiz.not-open");
        exam.later(Duration.ofHours(1), () -> {
            var attempt = exam.begin(exam.tashi, quiz).expect(201);
            assertThat(attempt.at("/endsAt").asText())
                    .isEqualTo(exam.now.plusSeconds(5400).toString());
        });
        exam.later(
                Duration.ofHours(24).minusMinutes(5),
                () -> assertThat(exam.begin(exam.droma, quiz)
                                .expect(201)
                                .at("/endsAt")
                                .asText())
                        .as("the window ends it before its minutes do")
                        .isEqualTo(exam.now.plus(Duration.ofDays(1)).toString()));
        exam.later(
                Duration.ofDays(1),
                () -> exam.begin(exam.county.member("白玛"), quiz).refused(409, "quiz.over"));
    }

    @Test
    void once_n_a_day_and_without_end() {
        var endless = exam.published("attempts", -1);
        var twice = exam.published("attempts", 2, "closesAt", exam.now.plus(Duration.ofDays(3)));
        for (var i = 0; i < 3; i++) {
            exam.take(exam.tashi, endless, "A", List.of("A"));
        }
        assertThat(exam.tashi.get(twice).expect(200).at("/mine/left").asInt()).isEqualTo(2);
        exam.take(exam.tashi, twice, "A", List.of("A"));
        exam.take(exam.tashi, twice, "B", List.of("A"));
        exam.begin(exam.tashi, twice).refused(409, "quiz.attempts-used");
        exam.later(Duration.ofDays(1), () -> {
            exam.take(exam.tashi, twice, "A", List.of("B"));
            var mine = exam.tashi.get(twice).expect(200);
            assertThat(mine.at("/mine/left").asInt()).isEqualTo(1);
            assertThat(mine.at("/mine/finished").asInt()).isEqualTo(3);
            assertThat(mine.at("/mine/best").decimalValue())
                    .as("the best of all")
                    .isEqualByComparingTo("40");
        });
    }

    @Test
    void an_attempt_goes_on_on_another_device_the_last_writer_wins_and_is_told() {
        var attempt = exam.begin(exam.tashi, exam.published("shuffle", true)).expect(201);
        var old = body("answer", List.of("A"), "device", "旧手机", "revision", 0);
        var fresh = body("answer", List.of("B"), "device", "平板", "revision", 0);
        var answer = path(attempt) + "/answers/" + place(attempt, "第一题");
        assertThat(exam.tashi.put(answer, old).expect(200).at("/overwritten")).isEmpty();
        var second = exam.tashi.put(answer, fresh).expect(200);
        assertThat(second.at("/overwritten/answer/0").asText()).isEqualTo("A");
        assertThat(second.at("/answer/0").asText()).isEqualTo("B");
        var resumed = exam.tashi.get(path(attempt)).expect(200);
        assertThat(Examination.texts(resumed, "/items", "text"))
                .as("both devices show the same order")
                .isEqualTo(Examination.texts(attempt, "/items", "text"));
        assertThat(resumed.at("/items/0/options")).isEqualTo(attempt.at("/items/0/options"));

        old.put("revision", 2);
        assertThat(exam.tashi.put(answer, old).expect(200).at("/overwritten"))
                .as("it has seen what the other wrote")
                .isEmpty();
        var late = exam.tashi
                .put(
                        path(attempt) + "/submission",
                        body(
                                "device",
                                "平板",
                                "answers",
                                List.of(body(
                                        "place", place(attempt, "第一题"),
                                        "answer", List.of("C"),
                                        "revision", 2))))
                .expect(200);
        assertThat(late.at("/overwritten/0/answer/0").asText()).isEqualTo("A");
        assertThat(late.at("/attempt/status").asText()).isEqualTo("SUBMITTED");
    }

    @Test
    void answers_kept_without_a_signal_are_taken_until_ten_minutes_after_the_end() {
        var quiz = exam.published("minutes", 20);
        var attempt = exam.begin(exam.tashi, quiz).expect(201);
        exam.answer(exam.tashi, attempt, 1, "B").expect(200);
        var kept = body("device", "手机", "answers", List.of(body("place", 2, "answer", List.of("A", "C"))));
        exam.later(Duration.ofMinutes(21), () -> {
            exam.answer(exam.tashi, attempt, 2, "A").refused(409, "quiz.time-over");
            exam.time();
            assertThat(exam.tashi.get(path(attempt)).expect(200).at("/status").asText())
                    .isEqualTo("STARTED");
        });
        exam.later(Duration.ofMinutes(30), () -> {
            var done = exam.tashi.put(path(attempt) + "/submission", kept).expect(200);
            assertThat(done.at("/attempt/points").decimalValue()).isEqualByComparingTo("100");
        });

        var late = exam.begin(exam.droma, quiz).expect(201);
        exam.answer(exam.droma, late, 1, "B").expect(200);
        exam.later(Duration.ofMinutes(31), () -> {
            exam.droma.put(path(late) + "/submission", kept).refused(409, "quiz.time-over");
            exam.time();
            exam.time();
            var ended = exam.droma.get(path(late)).expect(200);
            assertThat(ended.at("/status").asText()).isEqualTo("EXPIRED");
            assertThat(ended.at("/points").decimalValue()).isEqualByComparingTo("40");
            assertThat(ended.at("/finishedAt").asText())
                    .isEqualTo(ended.at("/endsAt").asText());
            exam.droma.put(path(late) + "/submission", kept).refused(409, "quiz.attempt-finished");
        });
    }

    @Test
    void an_attempt_that_time_has_not_ended_yet_ends_when_the_next_is_begun() {
        var quiz = exam.published("minutes", 5, "attempts", -1);
        var first = exam.begin(exam.tashi, quiz).expect(201);
        exam.later(Duration.ofMinutes(16), () -> {
            exam.begin(exam.tashi, quiz).expect(201);
            assertThat(exam.tashi.get(path(first)).expect(200).at("/status").asText())
                    .isEqualTo("EXPIRED");
        });
    }

    @Test
    void more_time_for_the_quiz_is_more_time_for_who_is_under_way() {
        var quiz = exam.published();
        var attempt = exam.begin(exam.tashi, quiz).expect(201);
        var longer = exam.plan("closesAt", exam.now.plus(Duration.ofDays(2)));
        longer.put("version", exam.version(quiz));
        exam.office.put(quiz, longer).expect(200);
        assertThat(exam.tashi.get(path(attempt)).expect(200).at("/endsAt").asText())
                .isEqualTo(exam.now.plus(Duration.ofDays(2)).toString());
    }

    @Test
    void no_key_is_seen_before_the_quiz_is_over_for_everybody() {
        var quiz = exam.published();
        var secret = exam.published("showsAnswers", false);
        var attempt = exam.take(exam.tashi, quiz, "A", List.of("A"));
        var hidden = exam.take(exam.tashi, secret, "B", List.of("A", "C"));
        assertThat(attempt.at("/attempt/showsKeys").asBoolean()).isFalse();
        for (var time :
                List.of(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(1).plusMinutes(10))) {
            exam.later(time, () -> {
                var item = exam.tashi
                        .get("/api/quiz-attempts/" + attempt.at("/attempt/id").asText())
                        .expect(200)
                        .at("/items/0");
                assertThat(item.fieldNames()).toIterable().doesNotContain("key", "awarded", "explanation");
            });
        }
        exam.later(Duration.ofDays(1).plusMinutes(11), () -> {
            var over = exam.tashi
                    .get("/api/quiz-attempts/" + attempt.at("/attempt/id").asText())
                    .expect(200);
            assertThat(over.at("/items/0/key/0").asText()).isEqualTo("B");
            assertThat(over.at("/items/0/awarded").decimalValue()).isZero();
            assertThat(over.at("/items/0/explanation").asText()).isEqualTo("见章程");
            assertThat(exam.tashi
                            .get("/api/quiz-attempts/"
                                    + hidden.at("/attempt/id").asText())
                            .expect(200)
                            .at("/items/0")
                            .has("key"))
                    .isFalse();
        });
    }

    @Test
    void a_shuffled_attempt_is_marked_by_what_the_letters_showed() {
        var quiz = exam.published("shuffle", true, "attempts", -1);
        for (var round = 0; round < 6; round++) {
            var attempt = exam.begin(exam.tashi, quiz).expect(201);
            for (var at = 0; at < 2; at++) {
                var item = attempt.at("/items/" + at);
                var right = item.path("text").asText().equals("第一题") ? List.of("乙") : List.of("甲", "丙");
                var letters = right.stream()
                        .map(text -> {
                            var options = item.path("options");
                            for (var i = 0; i < options.size(); i++) {
                                if (options.get(i).asText().equals(text)) {
                                    return String.valueOf((char) ('A' + i));
                                }
                            }
                            throw new AssertionError(text);
                        })
                        .toArray();
                exam.answer(exam.tashi, attempt, at + 1, letters).expect(200);
            }
            assertThat(exam.tashi
                            .put(path(attempt) + "/submission", body())
                            .expect(200)
                            .at("/attempt/points")
                            .decimalValue())
                    .isEqualByComparingTo("100");
        }
    }

    private static int place(cn.tongxin.stage.Answer attempt, String text) {
        return Examination.texts(attempt, "/items", "text").indexOf(text) + 1;
    }
}
