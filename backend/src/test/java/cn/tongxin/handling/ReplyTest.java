package cn.tongxin.handling;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.proposal.Story;
import cn.tongxin.shared.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What goes with a reply: more time, talks, promises, and the office's look at it. */
class ReplyTest {
    private final Story story = new Story();

    @Test
    void a_unit_may_ask_once_for_more_time_and_never_for_more_than_the_rules() {
        var assignment = accepted();
        var asks = path(assignment) + "/extension-request";
        var decides = path(assignment) + "/extension-decision";
        story.clerk.put(asks, body()).refused(422, "fields.invalid").naming("until", "reason");
        story.clerk
                .put(asks, body("until", "2026-06-02", "reason", "汛期无法施工"))
                .refused(422, "fields.invalid")
                .naming("until");
        story.clerk
                .put(asks, body("until", "2026-07-03", "reason", "汛期无法施工"))
                .refused(422, "fields.invalid")
                .naming("until");
        story.office.put(asks, body("until", "2026-07-01", "reason", "越权")).refused(403, "policy.not-allowed");
        story.clerk.put(asks, body("until", "2026-07-01", "reason", "点错")).expect(200);
        story.clerk.delete(path(assignment) + "/last-move").expect(200);
        story.clerk.put(asks, body("until", "2026-07-01", "reason", "汛期无法施工")).expect(200);
        story.clerk.put(path(assignment) + "/reply", Story.reply(5)).refused(409, "assignment.move-not-allowed");
        story.clerk.put(decides, body("granted", true)).refused(403, "policy.not-allowed");
        story.office
                .put(decides, body("granted", false))
                .refused(422, "fields.invalid")
                .naming("reason");
        var refused = story.office
                .put(decides, body("granted", false, "reason", "时间充裕"))
                .expect(200);
        assertThat(refused.at("/replyBy").asText()).isEqualTo("2026-06-02");
        assertThat(refused.at("/extension/decision").asText()).isEqualTo("时间充裕");

        story.clerk.put(asks, body("until", "2026-07-02", "reason", "汛期无法施工")).expect(200);
        var granted = story.office
                .put(decides, body("granted", true, "until", "2026-06-20"))
                .expect(200);
        assertThat(granted.at("/replyBy").asText()).isEqualTo("2026-06-20");
        assertThat(granted.at("/status").asText()).isEqualTo("ACCEPTED");
        assertThat(granted.at("/deadlines").has("reply"))
                .as("a day that somebody decided has no explanation")
                .isFalse();
        story.clerk.put(asks, body("until", "2026-07-10", "reason", "再延")).refused(409, "assignment.extensions-used");
    }

    @Test
    void no_number_of_extensions_goes_beyond_six_months() {
        story.setting("handling.extensions", 3);
        story.setting("handling.extension-longest", body("n", 3, "unit", "MONTH"));
        var assignment = accepted();
        story.clerk
                .put(path(assignment) + "/extension-request", body("until", "2026-09-01", "reason", "汛期"))
                .expect(200);
        story.office
                .put(path(assignment) + "/extension-decision", body("granted", true))
                .expect(200);
        var refused = story.clerk
                .put(path(assignment) + "/extension-request", body("until", "2026-09-03", "reason", "再延"))
                .refused(422, "fields.invalid")
                .naming("until");
        assertThat(refused.text()).contains("not after 2026-09-02");
    }

    @Test
    void talks_are_recorded_as_many_as_there_were_and_one_is_needed() {
        var assignment = accepted();
        var silent = Story.reply(2);
        silent.remove("contact");
        story.clerk
                .put(path(assignment) + "/reply", silent)
                .refused(422, "fields.invalid")
                .naming("contact.mode", "contact.on", "contact.who");
        var talk = Ids.next();
        var call = body("id", talk, "mode", "PHONE", "on", "2026-03-02", "who", "多吉与扎西", "text", "约定现场查看");
        story.clerk.post(path(assignment) + "/contacts", call).expect(200);
        story.clerk.post(path(assignment) + "/contacts", call).expect(200);
        story.otherClerk.post(path(assignment) + "/contacts", call).refused(404, "not-found");
        story.tashi.post(path(assignment) + "/contacts", call).refused(403, "policy.not-allowed");
        story.clerk
                .post(path(assignment) + "/contacts", body("mode", "MEET", "on", "2026-03-03", "who", "二人"))
                .refused(422, "fields.invalid")
                .naming("on");
        var twice = story.clerk
                .post(path(assignment) + "/contacts", body("mode", "MEET", "on", "2026-03-01", "who", "局长与扎西"))
                .expect(200);
        assertThat(twice.at("/contacts").findValuesAsText("mode")).containsExactly("MEET", "PHONE");
        var elsewhere = accepted();
        story.clerk.post(path(elsewhere) + "/contacts", call).refused(409, "id.taken");

        story.clerk.put(path(assignment) + "/reply", silent).expect(200);
        assertThat(story.tashi.get(path(assignment)).at("/contacts").size()).isEqualTo(2);
        story.clerk.post(path(assignment) + "/contacts", call).refused(409, "assignment.move-not-allowed");
    }

    @Test
    void promises_name_a_day_to_come_and_somebody_who_answers_for_them() {
        var assignment = accepted();
        var reply = Story.reply(2);
        reply.put("promises", List.of(promise("建成除雪点", "2026-03-02", "养护科"), promise(" ", "2026-10-31", "")));
        story.clerk
                .put(path(assignment) + "/reply", reply)
                .refused(422, "fields.invalid")
                .naming("promises[0].dueOn", "promises[1].text", "promises[1].owner");
        reply.put("promises", List.of(promise("建成除雪点", "2026-10-31", "养护科")));
        story.clerk.put(path(assignment) + "/reply", reply).expect(200);
        story.approve(assignment);
        var promised = story.tashi.get(path(assignment)).expect(200).at("/reply/promises/0");
        assertThat(promised.path("text").asText()).isEqualTo("建成除雪点");
        assertThat(promised.path("dueOn").asText()).isEqualTo("2026-10-31");
        assertThat(promised.path("owner").asText()).isEqualTo("养护科");
    }

    @Test
    void words_of_the_secrecy_list_warn_the_unit_and_the_office_and_never_the_proponent() {
        var assignment = accepted();
        var reply = Story.reply(2);
        reply.put("text", "详见内部文件。");
        reply.put("promises", List.of(promise("建成机密工程", "2026-10-31", "养护科")));
        assertThat(story.clerk
                        .put(path(assignment) + "/reply", reply)
                        .expect(200)
                        .at("/secrecyHits")
                        .toString())
                .isEqualTo("[\"机密\",\"内部文件\"]");
        assertThat(story.office
                        .get(path(assignment))
                        .expect(200)
                        .at("/secrecyHits")
                        .toString())
                .isEqualTo("[\"机密\",\"内部文件\"]");
        story.approve(assignment);
        var told = story.tashi.get(path(assignment)).expect(200);
        assertThat(told.at("/reply/text").asText()).isEqualTo("详见内部文件。");
        assertThat(told.at("/secrecyHits")).isEmpty();
    }

    @Test
    void the_office_sends_a_reply_back_or_corrects_its_grade_and_lets_it_through() {
        var id = story.underReview();
        var assignment = story.assignmentOf(id);
        var reviews = path(assignment) + "/reply-review";
        story.clerk.put(reviews, body("approved", true)).refused(403, "policy.not-allowed");
        story.tashi.put(reviews, body("approved", true)).refused(403, "policy.not-allowed");
        story.office
                .put(reviews, body("approved", false))
                .refused(422, "fields.invalid")
                .naming("reason");
        story.office
                .put(reviews, body("approved", true, "grade", "Z"))
                .refused(422, "fields.invalid")
                .naming("grade");
        story.office.put(reviews, body("approved", false, "reason", "第二条答非所问")).expect(200);
        var back = story.clerk.get(path(assignment)).expect(200);
        assertThat(back.at("/status").asText()).isEqualTo("ACCEPTED");
        assertThat(back.at("/reviewComment").asText()).isEqualTo("第二条答非所问");
        assertThat(back.json().has("reply")).isFalse();
        assertThat(story.tashi.get(path(assignment)).json().has("reviewComment"))
                .as("what passes between office and unit is not the proponent's")
                .isFalse();
        assertThat(story.tashi.get(at(id, "timeline")).expect(200).text())
                .contains("assignment.reply-rejected")
                .doesNotContain("答非所问");
        assertThat(story.office.get("/api/proposals/" + id).at("/status").asText())
                .isEqualTo("HANDLING");

        story.clerk.put(path(assignment) + "/reply", Story.reply(4)).expect(200);
        var passed =
                story.office.put(reviews, body("approved", true, "grade", "A")).expect(200);
        assertThat(passed.at("/reply/grade").asText()).isEqualTo("SOLVED");
        assertThat(passed.at("/reply/correctedFrom").asText()).isEqualTo("IN_PROGRESS");
        story.office.put(reviews, body("approved", true)).refused(409, "assignment.move-not-allowed");
        assertThat(story.tashi.get(path(assignment)).at("/reply/letter").asText())
                .isEqualTo("A");
    }

    @Test
    void without_review_a_reply_goes_straight_to_the_proponent() {
        story.setting("handling.reply-review", false);
        var id = story.underReview();
        assertThat(story.tashi.get("/api/proposals/" + id).at("/status").asText())
                .isEqualTo("AWAITING_FEEDBACK");
        assertThat(story.tashi.get(path(story.assignmentOf(id))).json().has("reply"))
                .isTrue();
    }

    @Test
    void a_reply_that_is_not_let_through_does_not_count_as_replied() {
        var id = story.underReview();
        assertThat(replies()).isZero();
        story.approve(story.assignmentOf(id));
        assertThat(replies()).isEqualTo(1);
    }

    @Test
    void a_unit_says_what_it_thinks_of_the_text_and_only_the_office_reads_it() {
        var id = story.assigned();
        var assignment = story.assignmentOf(id);
        var good = body("quality", "GOOD", "comment", "建议具体可行");
        story.clerk.put(path(assignment) + "/evaluation", good).refused(409, "assignment.not-replied");
        story.clerk.put(path(assignment) + "/acceptance", body()).expect(200);
        story.clerk.put(path(assignment) + "/reply", Story.reply(2)).expect(200);
        story.clerk
                .put(path(assignment) + "/evaluation", body())
                .refused(422, "fields.invalid")
                .naming("quality");
        story.tashi.put(path(assignment) + "/evaluation", good).refused(403, "policy.not-allowed");
        assertThat(story.clerk
                        .put(path(assignment) + "/evaluation", good)
                        .expect(200)
                        .can())
                .contains("evaluate");
        assertThat(story.office.get(path(assignment)).at("/evaluation/quality").asText())
                .isEqualTo("GOOD");
        assertThat(story.tashi.get(path(assignment)).json().has("evaluation")).isFalse();
        assertThat(story.tashi.get(at(id, "timeline")).json().findValuesAsText("kind"))
                .contains("assignment.replied")
                .doesNotContain("assignment.evaluated");
        assertThat(story.office.get(at(id, "timeline")).json().findValuesAsText("kind"))
                .contains("assignment.evaluated");
    }

    private long replies() {
        return story.county.number("select count(*) from evidence_proposal_reply where counts");
    }

    private UUID accepted() {
        var assignment = story.assignmentOf(story.assigned());
        story.clerk.put(path(assignment) + "/acceptance", body()).expect(200);
        return assignment;
    }

    private static Map<String, Object> promise(String text, String dueOn, String owner) {
        return body("text", text, "dueOn", dueOn, "owner", owner);
    }

    private static String path(UUID assignment) {
        return "/api/assignments/" + assignment;
    }
}
