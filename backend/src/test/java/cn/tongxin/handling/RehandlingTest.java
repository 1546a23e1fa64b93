package cn.tongxin.handling;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.proposal.Story.later;
import static cn.tongxin.proposal.Story.toUnits;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.proposal.Story;
import cn.tongxin.stage.Person;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A proponent who is not satisfied gets another answer, and in the end a meeting. */
class RehandlingTest {
    private final Story story = new Story();

    @Test
    void twice_not_satisfied_and_once_more_ends_face_to_face_as_unresolved() {
        var id = story.replied();
        var assignment = story.assignmentOf(id);
        rate(assignment, "NOT_SATISFIED");
        var fed = story.office.get("/api/proposals/" + id).expect(200);
        assertThat(fed.can()).contains("rehandle").doesNotContain("close", "consult");
        assertThat(todo(story.office)).contains("REHANDLE").doesNotContain("CLOSE");
        story.office.put(at(id, "closing"), body()).refused(409, "proposal.not-satisfied");
        story.office.put(at(id, "consultation"), minutes(false)).refused(409, "proposal.move-not-allowed");
        story.tashi.put(at(id, "rehandling"), body()).refused(403, "policy.not-allowed");

        for (var round = 2; round <= 3; round++) {
            var again = story.office
                    .put(at(id, "rehandling"), body("reason", "提案者不满意"))
                    .expect(200);
            assertThat(again.at("/status").asText()).isEqualTo("REHANDLING");
            assertThat(again.at("/assignments/0/round").asInt()).isEqualTo(round);
            assertThat(again.at("/assignments/0/replyBy").asText())
                    .as("three months")
                    .isEqualTo("2026-06-02");
            assertThat(todo(story.clerk)).contains("REPLY");
            story.clerk
                    .put(path(assignment) + "/return-request", body("reason", "不再属于我局"))
                    .refused(409, "assignment.return-window-over");
            replyOnceMore(assignment);
            var asked = story.tashi.get("/api/proposals/" + id).expect(200).at("/assignments/0/rehandling");
            assertThat(asked.path("lastRound").asBoolean()).isEqualTo(round == 3);
            rate(assignment, "NOT_SATISFIED");
        }
        story.office.put(at(id, "rehandling"), body()).refused(409, "proposal.move-not-allowed");
        story.office.put(at(id, "closing"), body()).refused(409, "proposal.not-satisfied");
        assertThat(todo(story.office)).contains("CONSULT").doesNotContain("REHANDLE");
        story.office
                .put(at(id, "consultation"), body())
                .refused(422, "fields.invalid")
                .naming("on", "attendees", "minutes");
        var closed = story.office.put(at(id, "consultation"), minutes(false)).expect(200);
        assertThat(closed.at("/status").asText()).isEqualTo("CLOSED");
        assertThat(closed.at("/handled/unresolved").asBoolean()).isTrue();
        var shown = story.tashi.get("/api/proposals/" + id).expect(200);
        assertThat(shown.at("/handled/consultation/minutes").asText()).isEqualTo("双方当面协商，提案者保留意见。");
        assertThat(shown.at("/assignments/0/earlier").size()).isEqualTo(2);
        assertThat(shown.at("/assignments/0/earlier/0/rating/result").asText()).isEqualTo("NOT_SATISFIED");
        assertThat(story.county.number("select count(*) from handling_reply where released_at is not null"))
                .isEqualTo(3);
    }

    @Test
    void a_first_reply_that_came_late_stays_late_when_a_new_round_moves_the_day() {
        var id = story.assigned();
        var assignment = story.assignmentOf(id);
        story.clerk.put(path(assignment) + "/acceptance", body()).expect(200);
        Story.later(Duration.ofDays(100), () -> {
            story.clerk.put(path(assignment) + "/reply", Story.reply(2)).expect(200);
            story.approve(assignment);
            assertThat(inTime(assignment)).isEqualTo("false");
            rate(assignment, "NOT_SATISFIED");
            story.office.put(at(id, "rehandling"), body()).expect(200);
            replyOnceMore(assignment);
            assertThat(inTime(assignment)).isEqualTo("false");
        });
        var prompt = story.assignmentOf(story.replied());
        assertThat(inTime(prompt)).isEqualTo("true");
    }

    @Test
    void the_new_day_is_explained_as_the_first_one_was() {
        var id = story.replied();
        var assignment = story.assignmentOf(id);
        rate(assignment, "NOT_SATISFIED");
        story.office.put(at(id, "rehandling"), body()).expect(200);
        var again = story.clerk.get(path(assignment)).expect(200);
        assertThat(again.at("/replyBy").asText()).isEqualTo("2026-06-02");
        var found = again.at("/deadlines/reply");
        assertThat(found.path("date").asText()).isEqualTo("2026-06-02");
        assertThat(found.at("/explanation/start").asText()).isEqualTo("2026-03-02");
        assertThat(found.at("/explanation/rule").asText()).isEqualTo("3 个月");
        assertThat(again.at("/deadlines/accept/date").asText()).isNotBlank();

        story.clerk
                .put(path(assignment) + "/extension-request", body("until", "2026-06-20", "reason", "汛期"))
                .expect(200);
        var extended = story.office
                .put(path(assignment) + "/extension-decision", body("granted", true))
                .expect(200);
        assertThat(extended.at("/deadlines").has("reply"))
                .as("somebody has decided")
                .isFalse();
    }

    @Test
    void a_second_answer_that_satisfies_closes_the_case() {
        var id = story.replied();
        var assignment = story.assignmentOf(id);
        rate(assignment, "NOT_SATISFIED");
        story.office.put(at(id, "rehandling"), body()).expect(200);
        story.tashi
                .put(path(assignment) + "/rating", body("attitude", "SATISFIED", "result", "SATISFIED"))
                .refused(409, "assignment.not-replied");
        replyOnceMore(assignment);
        rate(assignment, "SATISFIED");
        var closed = story.office.put(at(id, "closing"), body()).expect(200);
        assertThat(closed.at("/handled/unresolved").asBoolean()).isFalse();
        assertThat(story.county.number(
                        "select count(*) from evidence_proposal_rating where detail ->> 'result' = 'SATISFIED'"))
                .as("the last round's word counts, once")
                .isEqualTo(1);
        assertThat(story.county.number("select count(*) from evidence_proposal_rating"))
                .isEqualTo(1);
    }

    @Test
    void only_the_units_that_did_not_satisfy_start_again_and_the_leader_with_its_assistants() {
        var separate = story.filed();
        story.office
                .put(at(separate, "assignment"), toUnits(story.unit, "SEPARATE", story.otherUnit, "SEPARATE"))
                .expect(200);
        var good = story.assignmentOf(separate, story.unit);
        var bad = story.assignmentOf(separate, story.otherUnit);
        reply(good, story.clerk);
        reply(bad, story.otherClerk);
        rate(good, "SATISFIED");
        rate(bad, "NOT_SATISFIED");
        story.office.put(at(separate, "rehandling"), body()).expect(200);
        assertThat(story.office.get(path(good)).at("/status").asText()).isEqualTo("REPLY_ACCEPTED");
        assertThat(story.office.get(path(bad)).at("/status").asText()).isEqualTo("ACCEPTED");

        var led = story.filed();
        story.office
                .put(at(led, "assignment"), toUnits(story.unit, "LEAD", story.otherUnit, "ASSIST"))
                .expect(200);
        var lead = story.assignmentOf(led, story.unit);
        var assist = story.assignmentOf(led, story.otherUnit);
        story.otherClerk.put(path(assist) + "/acceptance", body()).expect(200);
        story.otherClerk
                .put(path(assist) + "/opinion", body("text", "同意", "signer", "局长", "signedOn", "2026-03-02"))
                .expect(200);
        reply(lead, story.clerk);
        rate(lead, "NOT_SATISFIED");
        story.office.put(at(led, "rehandling"), body()).expect(200);
        assertThat(story.office.get(path(assist)).at("/status").asText()).isEqualTo("ACCEPTED");
        assertThat(story.office.get(path(assist)).at("/round").asInt()).isEqualTo(2);
    }

    @Test
    void dissatisfaction_with_the_attitude_alone_is_noted_unless_the_committee_says_otherwise() {
        var noted = story.replied();
        story.tashi
                .put(
                        path(story.assignmentOf(noted)) + "/rating",
                        body("attitude", "NOT_SATISFIED", "result", "SATISFIED"))
                .expect(200);
        story.office.put(at(noted, "rehandling"), body()).refused(409, "proposal.move-not-allowed");
        story.office.put(at(noted, "closing"), body()).expect(200);

        story.setting("handling.rehandling-trigger", "RESULT_OR_ATTITUDE");
        var again = story.replied();
        var asked = "/assignments/0/rehandling";
        assertThat(story.tashi
                        .get("/api/proposals/" + again)
                        .at(asked + "/byAttitude")
                        .asBoolean())
                .isTrue();
        assertThat(story.clerk.get(path(story.assignmentOf(again))).json().has("rehandling"))
                .as("whoever is not asked to rate")
                .isFalse();
        story.tashi
                .put(
                        path(story.assignmentOf(again)) + "/rating",
                        body("attitude", "NOT_SATISFIED", "result", "SATISFIED"))
                .expect(200);
        assertThat(todo(story.office)).contains("REHANDLE");
        story.office.put(at(again, "rehandling"), body()).expect(200);
    }

    @Test
    void a_rating_may_change_within_the_days_after_closing_and_keeps_its_versions() {
        var id = story.replied();
        var assignment = story.assignmentOf(id);
        rate(assignment, "SATISFIED");
        later(Duration.ofDays(40), () -> {
            story.office.put(at(id, "closing"), body()).expect(200);
        });
        later(Duration.ofDays(60), () -> {
            rate(assignment, "BASICALLY_SATISFIED");
            assertThat(story.office.get(path(assignment)).at("/rating/version").asInt())
                    .isEqualTo(2);
            assertThat(story.office.get("/api/proposals/" + id).at("/status").asText())
                    .isEqualTo("CLOSED");
        });
        assertThat(counted("proposal.satisfied")).as("the last word counts").isZero();
        assertThat(counted("proposal.basically_satisfied")).isEqualTo(1);
        later(
                Duration.ofDays(75),
                () -> story.tashi
                        .put(path(assignment) + "/rating", body("attitude", "SATISFIED", "result", "SATISFIED"))
                        .refused(409, "assignment.rating-window-over"));
        assertThat(story.county.number("select count(*) from handling_rating")).isEqualTo(2);
    }

    @Test
    void what_was_closed_unresolved_offers_a_change_of_the_rating_as_long_as_it_is_taken() {
        story.setting("handling.rehandlings", 1);
        var id = story.replied();
        var assignment = story.assignmentOf(id);
        rate(assignment, "NOT_SATISFIED");
        story.office.put(at(id, "rehandling"), body()).expect(200);
        replyOnceMore(assignment);
        rate(assignment, "NOT_SATISFIED");
        var closed = story.office.put(at(id, "consultation"), minutes(false)).expect(200);
        assertThat(closed.at("/handled/unresolved").asBoolean()).isTrue();
        assertThat(story.tashi.get(path(assignment)).expect(200).can()).contains("rate");
        rate(assignment, "BASICALLY_SATISFIED");
        var after = story.office.get("/api/proposals/" + id).expect(200);
        assertThat(after.at("/status").asText()).isEqualTo("CLOSED");
        assertThat(after.at("/handled/unresolved").asBoolean())
                .as("what the meeting came to stays as it was written down")
                .isTrue();
        later(Duration.ofDays(90), () -> {
            assertThat(story.tashi.get(path(assignment)).expect(200).can()).doesNotContain("rate");
            assertThat(story.office.get(path(assignment)).expect(200).can()).doesNotContain("rate");
            story.tashi
                    .put(path(assignment) + "/rating", body("attitude", "SATISFIED", "result", "SATISFIED"))
                    .refused(409, "assignment.rating-window-over");
        });
    }

    @Test
    void when_the_proponent_has_left_the_next_who_signed_rates_and_where_nobody_is_left_the_committee() {
        var id = story.replied();
        var assignment = story.assignmentOf(id);
        var nobodys = story.assignmentOf(story.replied());
        story.county.inside(
                "insert into proposal_cosigner (proposal_id, seat_id, position, signed_on) values (?, ?, 1,"
                        + " '2026-03-01')",
                id,
                story.yangjin.seat());
        story.yangjin
                .put(path(assignment) + "/rating", body("attitude", "SATISFIED", "result", "SATISFIED"))
                .refused(403, "policy.not-allowed");
        story.county.inside("update seat set status = 'ENDED' where id = ?", story.tashi.seat());
        assertThat(todo(story.yangjin)).contains("RATE");
        var rated = story.yangjin
                .put(path(assignment) + "/rating", body("attitude", "SATISFIED", "result", "BASICALLY_SATISFIED"))
                .expect(200);
        assertThat(rated.at("/rating/onBehalf").asBoolean()).isFalse();

        story.county.inside("update seat set status = 'ENDED' where id = ?", story.yangjin.seat());
        story.yangjin
                .put(path(assignment) + "/rating", body("attitude", "SATISFIED", "result", "SATISFIED"))
                .expect(403);
        story.office
                .put(path(assignment) + "/rating", body("attitude", "SATISFIED", "result", "SATISFIED"))
                .refused(409, "rating.given-by-proponent");
        var committee = story.office
                .put(
                        path(nobodys) + "/rating",
                        body("attitude", "SATISFIED", "result", "SATISFIED", "toldHow", "提案委员会会议议定"))
                .expect(200);
        assertThat(committee.at("/rating/onBehalf").asBoolean()).isTrue();
        assertThat(story.county.number("select count(*) from handling_rating where seat_id is null"))
                .isEqualTo(1);
    }

    @Test
    void the_feedback_form_asks_more_than_two_questions_and_a_shared_browser_is_flagged() {
        var id = story.assigned();
        var assignment = story.assignmentOf(id);
        story.clerk.put(path(assignment) + "/acceptance", body()).expect(200);
        story.clerk
                .with(
                        "PUT",
                        path(assignment) + "/reply",
                        Story.reply(2),
                        headers -> headers.header("Cookie", "tongxin_device=0190aaaa-0000-7000-8000-000000000001.old"))
                .expect(200);
        story.approve(assignment);
        later(
                Duration.ofMinutes(5),
                () -> story.tashi
                        .with(
                                "PUT",
                                path(assignment) + "/rating",
                                body(
                                        "attitude", "SATISFIED",
                                        "result", "SATISFIED",
                                        "onPoint", "BASICALLY_ON_POINT",
                                        "visited", "NOT_VISITED",
                                        "leaderReplied", true,
                                        "contactMode", "PHONE",
                                        "comment", "电话沟通过一次"),
                                headers -> headers.header(
                                        "Cookie", "tongxin_device=0190aaaa-0000-7000-8000-000000000001.new"))
                        .expect(200));
        var rating = story.office.get(path(assignment)).expect(200).at("/rating");
        assertThat(rating.path("onPoint").asText()).isEqualTo("BASICALLY_ON_POINT");
        assertThat(rating.path("visited").asText()).isEqualTo("NOT_VISITED");
        assertThat(rating.path("leaderReplied").asBoolean()).isTrue();
        assertThat(rating.path("contactMode").asText()).isEqualTo("PHONE");
        assertThat(rating.path("flags").toString())
                .contains("SAME_DEVICE")
                .doesNotContain("WITHIN_A_MINUTE", "UNIT_CLERK");
    }

    private int counted(String key) {
        for (var figure : story.office
                .get("/api/indicators?basis=session&period=14-2")
                .expect(200)
                .json()) {
            if (figure.path("key").asText().equals(key)) {
                return figure.path("n").asInt();
            }
        }
        return 0;
    }

    private void replyOnceMore(UUID assignment) {
        var version = story.clerk.get(path(assignment)).expect(200).version();
        story.clerk.put(path(assignment) + "/reply", Story.reply(version)).expect(200);
        story.approve(assignment);
    }

    private void reply(UUID assignment, Person clerk) {
        clerk.put(path(assignment) + "/acceptance", body()).expect(200);
        clerk.put(path(assignment) + "/reply", Story.reply(2)).expect(200);
        story.approve(assignment);
    }

    private void rate(UUID assignment, String result) {
        story.tashi
                .put(path(assignment) + "/rating", body("attitude", "SATISFIED", "result", result))
                .expect(200);
    }

    private String inTime(UUID assignment) {
        return story.county.number(
                                "select count(*) from evidence_proposal_reply where source_id = ? and detail ->> 'onTime' = 'true'",
                                assignment)
                        == 1
                ? "true"
                : "false";
    }

    private static Object minutes(boolean resolved) {
        return body("on", "2026-03-02", "attendees", "扎西、县交通运输局", "minutes", "双方当面协商，提案者保留意见。", "resolved", resolved);
    }

    private static String todo(Person person) {
        return person.get("/api/todo")
                .expect(200)
                .json()
                .findValuesAsText("verb")
                .toString();
    }

    private static String path(UUID assignment) {
        return "/api/assignments/" + assignment;
    }
}
