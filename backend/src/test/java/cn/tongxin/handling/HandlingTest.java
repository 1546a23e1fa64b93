package cn.tongxin.handling;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.proposal.Story.later;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.proposal.Story;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Person;
import cn.tongxin.tenancy.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A unit accepts or returns, replies, and is rated. */
class HandlingTest {
    private final Story story = new Story();

    @Test
    void a_unit_accepts_and_replies_and_the_proponent_rates_and_the_case_is_closed() {
        var id = story.assigned();
        var assignment = story.assignmentOf(id);
        var seen = story.clerk.get("/api/assignments/" + assignment).expect(200);
        assertThat(seen.at("/number").asText()).isEqualTo("14-2-0001");
        assertThat(seen.at("/suggestions").size()).isEqualTo(2);
        assertThat(seen.can()).containsExactly("accept", "request-return", "contact", "hold-consultation");
        assertThat(seen.at("/acceptBy").asText()).isEqualTo("2026-03-05");
        assertThat(seen.at("/returnBy").asText()).isEqualTo("2026-03-09");
        assertThat(seen.at("/replyBy").asText()).isEqualTo("2026-06-02");
        assertThat(seen.at("/deadlines/giveBack/explanation/skipped").size()).isEqualTo(2);

        story.clerk.put(move(assignment, "acceptance"), body("version", 1)).expect(200);
        assertThat(story.tashi.get("/api/proposals/" + id).at("/status").asText())
                .isEqualTo("HANDLING");
        story.tashi.put(move(assignment, "rating"), rating("SATISFIED")).refused(409, "assignment.not-replied");
        var replied = story.clerk.put(move(assignment, "reply"), Story.reply(2)).expect(200);
        assertThat(replied.at("/reply/letter").asText()).isEqualTo("B");
        assertThat(replied.at("/reply/grade").asText()).isEqualTo("IN_PROGRESS");
        assertThat(replied.at("/contacts/0/mode").asText()).isEqualTo("MEET");
        assertThat(story.tashi.get("/api/proposals/" + id).at("/status").asText())
                .isEqualTo("REPLY_REVIEW");
        assertThat(story.tashi.get("/api/assignments/" + assignment).json().has("reply"))
                .as("what is under review is not the proponent's yet")
                .isFalse();
        story.tashi.put(move(assignment, "rating"), rating("SATISFIED")).refused(409, "assignment.not-replied");
        story.approve(assignment);
        assertThat(story.tashi.get("/api/proposals/" + id).at("/status").asText())
                .isEqualTo("AWAITING_FEEDBACK");
        story.office.put(at(id, "closing"), body()).refused(409, "proposal.move-not-allowed");

        story.tashi
                .put(move(assignment, "rating"), rating("BASICALLY_SATISFIED"))
                .expect(200);
        var fed = story.office.get("/api/proposals/" + id).expect(200);
        assertThat(fed.at("/status").asText()).isEqualTo("FEEDBACK_IN");
        assertThat(fed.at("/assignments/0/rating/attitude").asText()).isEqualTo("SATISFIED");
        assertThat(fed.at("/assignments/0/rating/result").asText()).isEqualTo("BASICALLY_SATISFIED");
        assertThat(fed.can()).contains("close");
        assertThat(story.office
                        .put(at(id, "closing"), body())
                        .expect(200)
                        .at("/closedOn")
                        .asText())
                .isEqualTo("2026-03-02");
        assertThat(story.tashi.get(at(id, "timeline")).expect(200).json().findValuesAsText("kind"))
                .contains(
                        "assignment.sent",
                        "proposal.assigned",
                        "assignment.accepted",
                        "assignment.replied",
                        "proposal.replied",
                        "assignment.reply-approved",
                        "proposal.reply-reviewed",
                        "assignment.rated",
                        "proposal.feedback-in",
                        "proposal.closed");
    }

    @Test
    void a_reply_names_what_it_leaves_out() {
        var assignment = accepted();
        var reply = Story.reply(2);
        reply.put("answers", List.of(body("no", 1, "text", "已列入计划。")));
        var refused = story.clerk.put(move(assignment, "reply"), reply).refused(422, "reply.suggestion-unanswered");
        assertThat(refused.at("/missing/0").asInt()).isEqualTo(2);
        refused.naming("suggestions[2]");

        reply.put("answers", List.of(body("no", 1, "text", "一"), body("no", 2, "text", " ")));
        story.clerk.put(move(assignment, "reply"), reply).refused(422, "reply.suggestion-unanswered");
        reply.put("answers", List.of(body("no", 1, "text", "一"), body("no", 3, "text", "三")));
        story.clerk
                .put(move(assignment, "reply"), reply)
                .refused(422, "fields.invalid")
                .naming("answers[1].no");
        story.clerk
                .put(move(assignment, "reply"), body("version", 2))
                .refused(422, "fields.invalid")
                .naming("docNo", "text", "grade", "contact.mode", "contact.on", "contact.who", "signer", "signedOn");
        var later = Story.reply(2);
        later.put("grade", "Z");
        later.put("signedOn", "2026-03-03");
        story.clerk
                .put(move(assignment, "reply"), later)
                .refused(422, "fields.invalid")
                .naming("grade", "signedOn");
        story.clerk.put(move(assignment, "reply"), Story.reply(1)).refused(409, "assignment.version");
        story.clerk.put(move(assignment, "reply"), Story.reply(2)).expect(200);
        story.clerk.put(move(assignment, "reply"), Story.reply(3)).refused(409, "assignment.move-not-allowed");
    }

    @Test
    void a_return_goes_to_another_unit_and_the_first_loses_sight() {
        var id = story.assigned();
        var first = story.assignmentOf(id);
        story.clerk
                .put(move(first, "return-request"), body())
                .refused(422, "fields.invalid")
                .naming("reason");
        story.clerk
                .put(move(first, "return-request"), body("reason", "不属本单位职责"))
                .expect(200);
        story.clerk
                .put(move(first, "return-decision"), body("granted", true, "reason", "同意"))
                .refused(403, "policy.not-allowed");
        story.office
                .put(move(first, "return-decision"), body("granted", true))
                .refused(422, "fields.invalid")
                .naming("reason");
        story.office
                .put(move(first, "return-decision"), body("granted", true, "reason", "同意", "unitId", story.unit))
                .refused(422, "fields.invalid")
                .naming("unitId");
        story.office
                .put(move(first, "return-decision"), body("granted", true, "reason", "同意", "unitId", Ids.next()))
                .refused(404, "not-found");
        var decided = story.office
                .put(
                        move(first, "return-decision"),
                        body("granted", true, "reason", "职责在农业农村局", "unitId", story.otherUnit))
                .expect(200);
        assertThat(decided.at("/status").asText()).isEqualTo("RETURNED");

        story.clerk.get("/api/assignments/" + first).refused(404, "not-found");
        story.clerk.get("/api/proposals/" + id).refused(404, "not-found");
        story.clerk.get(at(id, "timeline")).refused(404, "not-found");
        assertThat(story.clerk.get(move(first, "timeline")).expect(200).json().findValuesAsText("kind"))
                .as("his own line is left to him")
                .containsExactly("assignment.return-requested");
        story.otherClerk.get(move(first, "timeline")).refused(404, "not-found");

        var second = story.assignmentOf(id);
        assertThat(story.otherClerk
                        .get("/api/assignments/" + second)
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("SENT");
        assertThat(story.office.get("/api/proposals/" + id).at("/status").asText())
                .isEqualTo("HANDLING");
        assertThat(story.county.number("select count(*) from handling_assignment where replaces_id = ?", first))
                .isEqualTo(1);
    }

    @Test
    void a_return_may_be_refused_or_leave_the_proposal_to_be_assigned_anew() {
        var refused = story.assigned();
        var staying = story.assignmentOf(refused);
        story.clerk
                .put(move(staying, "return-request"), body("reason", "不属本单位职责"))
                .expect(200);
        assertThat(story.office
                        .put(move(staying, "return-decision"), body("granted", false, "reason", "主要职责在你单位"))
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("ACCEPTED");

        var granted = story.assigned();
        var leaving = story.assignmentOf(granted);
        story.clerk
                .put(move(leaving, "return-request"), body("reason", "不属本单位职责"))
                .expect(200);
        story.office
                .put(move(leaving, "return-decision"), body("granted", true, "reason", "另行研究"))
                .expect(200);
        assertThat(story.office.get("/api/proposals/" + granted).at("/status").asText())
                .isEqualTo("FILED");
        story.office.put(at(granted, "assignment"), Story.toUnit(story.unit)).expect(200);
    }

    @Test
    void after_the_days_to_return_silence_is_acceptance() {
        var assignment = story.assignmentOf(story.assigned());
        later(Duration.ofDays(8), () -> {
            var seen = story.clerk.get("/api/assignments/" + assignment).expect(200);
            assertThat(seen.at("/acceptedBySilence").asBoolean()).isTrue();
            assertThat(seen.can())
                    .containsExactly("accept", "reply", "request-extension", "contact", "hold-consultation");
            story.clerk
                    .put(move(assignment, "return-request"), body("reason", "晚了"))
                    .refused(409, "assignment.return-window-over");
            story.clerk.put(move(assignment, "reply"), Story.reply(1)).expect(200);
        });
    }

    @Test
    void a_proposal_goes_to_a_unit_that_is_there() {
        var id = story.filed();
        story.office
                .put(at(id, "assignment"), body())
                .refused(422, "fields.invalid")
                .naming("units");
        story.office.put(at(id, "assignment"), Story.toUnit(Ids.next())).refused(404, "not-found");
        story.office.put(at(id, "assignment"), Story.toUnit(new Story().unit)).refused(404, "not-found");
        story.office
                .put(
                        at(id, "assignment"),
                        body("units", List.of(body("unitId", story.unit, "role", "SOLE", "replyBy", "2026-03-01"))))
                .refused(422, "fields.invalid")
                .naming("units[0].replyBy");
        var ended = story.office
                .post("/api/units", body("name", "县畜牧局", "validFrom", "2020-01-01"))
                .expect(201);
        story.office
                .put(
                        "/api/units/" + ended.id(),
                        body(
                                "version",
                                1,
                                "name",
                                "县畜牧局",
                                "system",
                                "GOVERNMENT",
                                "validFrom",
                                "2020-01-01",
                                "validTo",
                                "2026-01-01"))
                .expect(200);
        story.office.put(at(id, "assignment"), Story.toUnit(ended.id())).refused(422, "unit.ended");
        story.tashi.put(at(id, "assignment"), Story.toUnit(story.unit)).refused(403, "policy.not-allowed");
        story.office.put(at(id, "assignment"), Story.toUnit(story.unit)).expect(200);
        story.office.put(at(id, "assignment"), Story.toUnit(story.otherUnit)).refused(422, "assignment.roles-clash");
    }

    @Test
    void a_list_is_searched_by_number_and_words_among_what_its_reader_sees() {
        var id = story.assigned();
        var number = story.office
                .get("/api/proposals/" + id)
                .expect(200)
                .at("/caseNo")
                .asText();
        for (var words : List.of(number, "除雪", "除雪 扎西")) {
            assertThat(found(story.clerk, words)).as(words).isEqualTo(1);
            assertThat(found(story.office, words)).as(words).isEqualTo(1);
            assertThat(found(story.otherClerk, words)).as(words).isZero();
        }
        assertThat(found(story.clerk, "除雪 制氧机")).isZero();
        assertThat(found(story.clerk, "，。")).isZero();
    }

    private static int found(Person reader, String words) {
        return reader.get("/api/assignments?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .expect(200)
                .at("/items")
                .size();
    }

    @Test
    void only_the_unit_itself_acts_and_others_see_nothing() {
        var id = story.assigned();
        var assignment = story.assignmentOf(id);
        for (var other : List.of(story.otherClerk, story.yangjin, story.county.guest("客人"))) {
            other.get("/api/assignments/" + assignment).refused(404, "not-found");
            other.put(move(assignment, "acceptance"), body()).refused(404, "not-found");
            other.put(move(assignment, "rating"), rating("SATISFIED")).refused(404, "not-found");
        }
        story.tashi.put(move(assignment, "acceptance"), body()).refused(403, "policy.not-allowed");
        story.office.put(move(assignment, "reply"), Story.reply(1)).refused(403, "policy.not-allowed");
        story.yangjin.get("/api/assignments").refused(403, "policy.not-allowed");
        assertThat(story.otherClerk
                        .get("/api/assignments?count=true")
                        .expect(200)
                        .at("/total")
                        .asInt())
                .isZero();
        assertThat(story.clerk
                        .get("/api/assignments?status=SENT")
                        .expect(200)
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(assignment.toString());
        assertThat(story.office
                        .get("/api/assignments?due=SOON")
                        .expect(200)
                        .at("/items")
                        .size())
                .isZero();
        later(Duration.ofDays(100), () -> {
            assertThat(story.office
                            .get("/api/assignments?due=OVERDUE")
                            .at("/items/0/overdue")
                            .asBoolean())
                    .isTrue();
            assertThat(story.office
                            .get("/api/proposals?overdue=true")
                            .at("/items/0/overdue")
                            .asBoolean())
                    .isTrue();
        });
    }

    @Test
    void the_list_is_narrowed_to_a_session() {
        var assignment = story.assignmentOf(story.assigned());
        assertThat(story.office
                        .get("/api/assignments?session=14-2")
                        .expect(200)
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(assignment.toString());
        for (var other : List.of("14-1", "15-2", "x")) {
            assertThat(story.office
                            .get("/api/assignments?count=true&session=" + other)
                            .expect(200)
                            .at("/total")
                            .asInt())
                    .isZero();
        }
    }

    @Test
    void what_is_late_is_late_while_it_waits_for_more_time_too() {
        var assignment = story.assignmentOf(story.assigned());
        story.clerk.put(move(assignment, "acceptance"), body()).expect(200);
        assertThat(overdue()).isZero();
        story.clerk
                .put(move(assignment, "extension-request"), body("until", "2026-07-01", "reason", "汛期无法施工"))
                .expect(200);
        later(Duration.ofDays(100), () -> assertThat(overdue()).isEqualTo(1));
    }

    private int overdue() {
        return story.office
                .get("/api/proposals?overdue=true&count=true")
                .expect(200)
                .at("/total")
                .asInt();
    }

    @Test
    void a_later_rating_replaces_the_earlier_and_odd_ones_are_flagged() {
        var id = story.replied();
        var assignment = story.assignmentOf(id);
        story.tashi
                .put(move(assignment, "rating"), body("attitude", "NO_RESPONSE"))
                .refused(422, "fields.invalid")
                .naming("attitude", "result");
        story.clerk.put(move(assignment, "rating"), rating("SATISFIED")).refused(403, "policy.not-allowed");
        story.tashi.put(move(assignment, "rating"), rating("NOT_SATISFIED")).expect(200);
        later(
                Duration.ofMinutes(2),
                () -> story.tashi
                        .put(move(assignment, "rating"), rating("SATISFIED"))
                        .expect(200));

        var rating = story.office.get("/api/assignments/" + assignment).at("/rating");
        assertThat(rating.path("version").asInt()).isEqualTo(2);
        assertThat(rating.path("result").asText()).isEqualTo("SATISFIED");
        assertThat(story.county.number("select count(*) from handling_rating where latest"))
                .isEqualTo(1);
        assertThat(story.county.number(
                        "select count(*) from handling_rating where version = 1 and 'WITHIN_A_MINUTE' = any (flags)"))
                .isEqualTo(1);
        assertThat(story.county.number(
                        "select count(*) from handling_rating where version = 2 and 'WITHIN_A_MINUTE' = any (flags)"))
                .isZero();
        assertThat(story.tashi
                        .get("/api/assignments/" + assignment)
                        .at("/rating/flags")
                        .size())
                .as("flags are for the office")
                .isZero();
    }

    @Test
    void a_rating_from_the_units_address_is_flagged() {
        var assignment = story.assignmentOf(story.replied());
        story.tashi.put(move(assignment, "rating"), rating("SATISFIED")).expect(200);
        assertThat(flags(assignment)).contains("SAME_ADDRESS");
        story.county.inside("update handling_reply set ip = '10.3.5.8' where assignment_id = ?", assignment);
        story.tashi.put(move(assignment, "rating"), rating("SATISFIED")).expect(200);
        assertThat(flags(assignment)).doesNotContain("SAME_ADDRESS");
    }

    private String flags(UUID assignment) {
        return story.office
                .get("/api/assignments/" + assignment)
                .expect(200)
                .at("/rating/flags")
                .toString();
    }

    @Test
    void a_rating_by_somebody_of_the_unit_is_flagged() {
        var id = story.replied();
        var assignment = story.assignmentOf(id);
        var desk = story.county.seatFor(story.tashi, Role.UNIT_CLERK);
        story.county.inside("update seat_role set unit_id = ? where seat_id = ?", story.unit, desk.seat());
        story.tashi.put(move(assignment, "rating"), rating("SATISFIED")).expect(200);
        assertThat(story.office
                        .get("/api/assignments/" + assignment)
                        .at("/rating/flags")
                        .toString())
                .contains("UNIT_CLERK");
    }

    @Test
    void the_office_enters_a_rating_from_paper_and_puts_its_own_right_until_the_proponent_rates_himself() {
        var assignment = story.assignmentOf(story.replied());
        assertThat(story.office.get("/api/assignments/" + assignment).can()).contains("rate");
        var paper = story.office
                .put(move(assignment, "rating"), paper("NOT_SATISFIED"))
                .expect(200);
        assertThat(paper.at("/rating/onBehalf").asBoolean()).isTrue();
        assertThat(paper.at("/rating/toldHow").asText()).isEqualTo("书面征询意见表");
        assertThat(story.tashi
                        .get("/api/assignments/" + assignment)
                        .at("/rating/toldHow")
                        .asText())
                .isEqualTo("书面征询意见表");
        assertThat(story.county.number("select count(*) from history_payload where payload like '%toldHow%书面征询意见表%'"))
                .isEqualTo(1);
        assertThat(paper.can()).contains("rate");
        story.office.put(move(assignment, "rating"), paper("SATISFIED")).expect(200);

        var own = story.tashi
                .put(move(assignment, "rating"), rating("BASICALLY_SATISFIED"))
                .expect(200);
        assertThat(own.at("/rating/onBehalf").asBoolean()).isFalse();
        assertThat(own.can()).contains("rate");
        assertThat(story.office.get("/api/assignments/" + assignment).can()).doesNotContain("rate");
        story.office.put(move(assignment, "rating"), paper("NOT_SATISFIED")).refused(409, "rating.given-by-proponent");
        var holds = story.tashi.get("/api/assignments/" + assignment).at("/rating");
        assertThat(holds.path("result").asText()).isEqualTo("BASICALLY_SATISFIED");
        assertThat(holds.path("version").asInt()).isEqualTo(3);
        story.tashi.put(move(assignment, "rating"), rating("SATISFIED")).expect(200);
    }

    @Test
    void the_office_says_how_the_proponent_told_it_and_he_himself_is_not_asked() {
        var assignment = story.assignmentOf(story.replied());
        story.office
                .put(move(assignment, "rating"), rating("SATISFIED"))
                .refused(422, "fields.invalid")
                .naming("toldHow");
        for (var said : List.of("  ", "话".repeat(201))) {
            story.office
                    .put(
                            move(assignment, "rating"),
                            body("attitude", "SATISFIED", "result", "SATISFIED", "toldHow", said))
                    .refused(422, "fields.invalid")
                    .naming("toldHow");
        }
        var own =
                story.tashi.put(move(assignment, "rating"), paper("SATISFIED")).expect(200);
        assertThat(own.at("/rating").has("toldHow")).as("it is his own word").isFalse();
    }

    @Test
    void the_office_may_enter_a_rating_where_time_noted_silence() {
        var assignment = story.assignmentOf(story.replied());
        later(Duration.ofDays(30), () -> {
            story.time();
            var silent = story.office.get("/api/assignments/" + assignment).expect(200);
            assertThat(silent.at("/rating/result").asText()).isEqualTo("NO_RESPONSE");
            assertThat(silent.can()).contains("rate");
            story.office.put(move(assignment, "rating"), paper("SATISFIED")).expect(200);
        });
    }

    @Test
    void silence_closes_the_case_as_no_response_and_never_as_satisfied() {
        var id = story.replied();
        later(Duration.ofDays(30), () -> {
            story.office.put(at(id, "closing"), body()).expect(200);
            assertThat(story.county.number(
                            "select count(*) from handling_rating where result = 'NO_RESPONSE' and seat_id is null"))
                    .isEqualTo(1);
            var assignment = story.assignmentOf(id);
            story.tashi.put(move(assignment, "rating"), rating("NOT_SATISFIED")).expect(200);
            assertThat(story.office.get("/api/proposals/" + id).at("/status").asText())
                    .isEqualTo("CLOSED");
        });
        later(
                Duration.ofDays(90),
                () -> story.tashi
                        .put(move(story.assignmentOf(id), "rating"), rating("SATISFIED"))
                        .refused(409, "assignment.rating-window-over"));
    }

    @Test
    void a_clerk_takes_a_wrong_click_back_until_somebody_has_acted_on_it() {
        var id = story.assigned();
        var assignment = story.assignmentOf(id);
        story.clerk
                .put(move(assignment, "return-request"), body("reason", "点错了"))
                .expect(200);
        assertThat(story.clerk
                        .delete(move(assignment, "last-move"))
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("SENT");
        story.clerk.delete(move(assignment, "last-move")).refused(409, "assignment.acted-on");
        story.clerk.put(move(assignment, "acceptance"), body()).expect(200);
        story.clerk.put(move(assignment, "reply"), Story.reply(4)).expect(200);
        assertThat(story.clerk
                        .delete(move(assignment, "last-move"))
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("ACCEPTED");
        assertThat(story.office.get("/api/proposals/" + id).at("/status").asText())
                .isEqualTo("HANDLING");
        assertThat(story.clerk.get("/api/assignments/" + assignment).json().has("reply"))
                .isFalse();
        story.clerk.put(move(assignment, "reply"), Story.reply(6)).expect(200);
        story.approve(assignment);
        assertThat(story.office
                        .delete(move(assignment, "last-move"))
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("REPLIED");
        story.approve(assignment);
        story.tashi.put(move(assignment, "rating"), rating("SATISFIED")).expect(200);
        story.clerk.delete(move(assignment, "last-move")).refused(409, "assignment.acted-on");
        story.office.delete(move(assignment, "last-move")).refused(409, "assignment.acted-on");
    }

    private UUID accepted() {
        var assignment = story.assignmentOf(story.assigned());
        story.clerk.put(move(assignment, "acceptance"), body()).expect(200);
        return assignment;
    }

    private static String move(UUID assignment, String what) {
        return "/api/assignments/" + assignment + "/" + what;
    }

    private static Object rating(String result) {
        return body("attitude", "SATISFIED", "result", result);
    }

    private static Object paper(String result) {
        return body("attitude", "SATISFIED", "result", result, "toldHow", "书面征询意见表");
    }
}
