package cn.tongxin.quiz;

import static cn.tongxin.stage.Person.body;

import cn.tongxin.schedule.Schedule;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** A county that quizzes its members: an office that keeps the bank, two members, and a clock to move. */
final class Examination {
    final TestCommittee county = Stage.committee();
    final Person office = county.staff("央宗", Role.STUDY_STAFF);
    final Person tashi = county.member("扎西");
    final Person droma = county.member("卓玛");
    final Instant now = county.stage().clock.instant();
    private final Map<String, UUID> questions = new HashMap<>();

    UUID single(String text, String key, String... tags) {
        return question("SINGLE", text, List.of(key), List.of("甲", "乙", "丙"), tags);
    }

    UUID multiple(String text, List<String> key) {
        return question("MULTIPLE", text, key, List.of("甲", "乙", "丙", "丁"));
    }

    /** The bank has each text once. */
    UUID question(String kind, String text, List<String> key, List<String> options, String... tags) {
        return questions.computeIfAbsent(
                text,
                _ -> office.post(
                                "/api/questions",
                                body(
                                        "kind", kind,
                                        "text", text,
                                        "options", options,
                                        "answer", key,
                                        "explanation", "见章程",
                                        "tags", List.of(tags)))
                        .expect(201)
                        .id());
    }

    /** Two questions of 40 and 60 points, open for a day. */
    Map<String, Object> plan(Object... changes) {
        var plan = body(
                "title",
                "章程知识问答",
                "opensAt",
                now,
                "closesAt",
                now.plus(Duration.ofDays(1)),
                "parts",
                List.of(
                        body("questionId", single("第一题", "B"), "points", 40),
                        body("questionId", multiple("第二题", List.of("A", "C")), "points", 60)));
        plan.putAll(body(changes));
        return plan;
    }

    String drafted(Object... changes) {
        return "/api/quizzes/"
                + office.post("/api/quizzes", plan(changes)).expect(201).id();
    }

    String published(Object... changes) {
        var quiz = drafted(changes);
        publish(quiz).expect(200);
        return quiz;
    }

    Answer publish(String quiz) {
        return office.put(quiz + "/publication", body("version", version(quiz)));
    }

    int version(String quiz) {
        return office.get(quiz).expect(200).version();
    }

    Answer begin(Person member, String quiz) {
        return member.post(quiz + "/attempts", body("id", Ids.next()));
    }

    static String path(Answer attempt) {
        return "/api/quiz-attempts/" + attempt.id();
    }

    Answer answer(Person member, Answer attempt, int place, Object... answer) {
        return member.put(
                path(attempt) + "/answers/" + place,
                body("answer", List.of(answer), "device", "phone of " + member.name()));
    }

    /** Answers both questions and hands in. */
    Answer take(Person member, String quiz, String first, List<String> second) {
        var attempt = begin(member, quiz).expect(201);
        answer(member, attempt, 1, first).expect(200);
        answer(member, attempt, 2, second.toArray()).expect(200);
        return member.put(path(attempt) + "/submission", body()).expect(200);
    }

    /** What time does in this county by now. */
    void time() {
        Stage.shared().bean(Schedule.class).in(county.id());
    }

    void later(Duration time, Runnable then) {
        var clock = Stage.shared().clock;
        var before = clock.instant();
        clock.pass(time);
        try {
            then.run();
        } finally {
            clock.set(before);
        }
    }

    static List<String> texts(Answer answer, String pointer, String name) {
        var texts = new ArrayList<String>();
        StreamSupport.stream(answer.at(pointer).spliterator(), false)
                .forEach(each -> texts.add(each.path(name).asText()));
        return texts;
    }
}
