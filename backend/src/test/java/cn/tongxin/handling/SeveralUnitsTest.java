package cn.tongxin.handling;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.proposal.Story.later;
import static cn.tongxin.proposal.Story.toUnits;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.proposal.Story;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One unit leads and others assist, or several answer separately. */
class SeveralUnitsTest {
    private final Story story = new Story();

    @Test
    void roles_that_do_not_go_together_are_refused() {
        var id = story.filed();
        var third = story.office
                .post("/api/units", body("name", "县财政局", "validFrom", "2020-01-01"))
                .expect(201)
                .id();
        assign(id, story.unit, "LEAD", story.unit, "ASSIST").refused(422, "assignment.unit-has-it");
        assign(id, story.unit, "LEAD", story.otherUnit, "SEPARATE").refused(422, "assignment.roles-clash");
        assign(id, story.unit, "LEAD", story.otherUnit, "LEAD").refused(422, "assignment.roles-clash");
        assign(id, story.unit, "SOLE", story.otherUnit, "ASSIST").refused(422, "assignment.roles-clash");
        assign(id, story.unit, "ASSIST").refused(422, "assignment.no-lead").naming("units");
        assertThat(story.office.get("/api/proposals/" + id).at("/assignments").size())
                .as("nothing of what was refused stays")
                .isZero();

        assign(id, story.unit, "LEAD", story.otherUnit, "ASSIST").expect(200);
        assign(id, third, "LEAD").refused(422, "assignment.roles-clash");
        assign(id, story.otherUnit, "ASSIST").refused(422, "assignment.unit-has-it");
        assertThat(assign(id, third, "ASSIST").expect(200).at("/assignments").size())
                .isEqualTo(3);
    }

    @Test
    void an_assistant_may_still_be_let_go_after_the_leader_has_replied() {
        var id = coHandled();
        var lead = story.assignmentOf(id, story.unit);
        var assist = story.assignmentOf(id, story.otherUnit);
        story.otherClerk
                .put(path(assist) + "/return-request", body("reason", "不属本单位职责"))
                .expect(200);
        reply(lead, story.clerk, 1).expect(200);
        story.approve(lead);
        story.office
                .put(path(assist) + "/return-decision", body("granted", true, "reason", "同意退办"))
                .expect(200);
        assertThat(story.office.get(path(assist)).at("/status").asText()).isEqualTo("RETURNED");
        assertThat(story.office.get("/api/proposals/" + id).at("/status").asText())
                .as("what the leader replied stands")
                .isEqualTo("AWAITING_FEEDBACK");
    }

    @Test
    void an_assistant_tells_the_leader_its_opinion_and_the_leader_replies() {
        var id = coHandled();
        var lead = story.assignmentOf(id, story.unit);
        var assist = story.assignmentOf(id, story.otherUnit);
        var seen = story.otherClerk.get(path(assist)).expect(200);
        assertThat(seen.at("/replyBy").asText()).as("30 days").isEqualTo("2026-04-01");
        assertThat(seen.at("/others/0/role").asText()).isEqualTo("LEAD");
        assertThat(seen.can()).contains("accept").doesNotContain("reply");
        story.otherClerk.put(path(assist) + "/acceptance", body()).expect(200);
        story.otherClerk.put(path(assist) + "/reply", Story.reply(2)).refused(409, "assignment.move-not-allowed");
        story.otherClerk
                .put(path(assist) + "/opinion", body())
                .refused(422, "fields.invalid")
                .naming("text", "signer", "signedOn");
        story.clerk.put(path(lead) + "/opinion", opinion()).refused(409, "assignment.move-not-allowed");

        assertThat(story.clerk.get(path(lead)).at("/opinionsMissing/0").asText())
                .isEqualTo("县农业农村局");
        story.otherClerk.put(path(assist) + "/opinion", opinion()).expect(200);
        story.otherClerk.delete(path(assist) + "/last-move").expect(200);
        assertThat(story.otherClerk
                        .put(path(assist) + "/opinion", opinion())
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("OPINION_GIVEN");
        var leads = story.clerk.get(path(lead)).expect(200);
        assertThat(leads.at("/opinionsMissing").size()).isZero();
        assertThat(leads.at("/opinions/0/text").asText()).isEqualTo("同意列入农村公路养护计划。");
        assertThat(leads.at("/opinions/0/unitName").asText()).isEqualTo("县农业农村局");
        assertThat(story.tashi.get(path(assist)).expect(200).at("/opinions").size())
                .as("an opinion is for the leading unit")
                .isZero();

        assertThat(leads.at("/opinions/0/secrecyHits")).isEmpty();

        reply(lead, story.clerk, 1).expect(200);
        story.approve(lead);
        assertThat(status(id)).isEqualTo("AWAITING_FEEDBACK");
        story.tashi.put(path(lead) + "/rating", rating("SATISFIED")).expect(200);
        assertThat(status(id)).isEqualTo("FEEDBACK_IN");
    }

    @Test
    void words_of_the_secrecy_list_in_an_opinion_warn_who_gave_it_the_leader_and_the_office() {
        var id = coHandled();
        var assist = story.assignmentOf(id, story.otherUnit);
        story.otherClerk.put(path(assist) + "/acceptance", body()).expect(200);
        var opinion = opinion();
        opinion.put("text", "同意，详见内部文件。");
        var given = story.otherClerk.put(path(assist) + "/opinion", opinion).expect(200);
        var lead = story.assignmentOf(id, story.unit);
        for (var seen : List.of(
                given,
                story.clerk.get(path(lead)).expect(200),
                story.office.get(path(lead)).expect(200))) {
            assertThat(seen.at("/opinions/0/secrecyHits").toString()).isEqualTo("[\"内部文件\"]");
        }
    }

    @Test
    void the_leader_is_warned_of_missing_opinions_or_refused_as_the_setting_says() {
        var warned = coHandled();
        var lead = story.assignmentOf(warned, story.unit);
        reply(lead, story.clerk, 1).expect(200);
        assertThat(story.county.number(
                        "select count(*) from history_payload p join history h on h.id = p.history_id"
                                + " where h.subject_id = ? and p.payload like '%withoutOpinions%县农业农村局%'",
                        lead))
                .isEqualTo(1);

        story.setting("handling.reply-gate", "REFUSE");
        var refused = coHandled();
        var gated = story.assignmentOf(refused, story.unit);
        var answer = reply(gated, story.clerk, 1).refused(409, "reply.opinions-missing");
        assertThat(answer.at("/units/0").asText()).isEqualTo("县农业农村局");
        var assist = story.assignmentOf(refused, story.otherUnit);
        story.otherClerk.put(path(assist) + "/acceptance", body()).expect(200);
        story.otherClerk.put(path(assist) + "/opinion", opinion()).expect(200);
        story.clerk.put(path(gated) + "/reply", Story.reply(2)).expect(200);
    }

    @Test
    void closing_does_not_wait_for_an_opinion_that_never_came() {
        var id = coHandled();
        var lead = story.assignmentOf(id, story.unit);
        var assist = story.assignmentOf(id, story.otherUnit);
        reply(lead, story.clerk, 1).expect(200);
        story.approve(lead);
        story.tashi.put(path(lead) + "/rating", rating("SATISFIED")).expect(200);
        story.office.put(at(id, "closing"), body()).expect(200);
        assertThat(story.office.get(path(assist)).at("/status").asText()).isEqualTo("CANCELLED");
        story.otherClerk.get(path(assist)).refused(404, "not-found");
    }

    @Test
    void unfiling_takes_it_from_an_assistant_that_has_told_its_opinion_too() {
        var id = opined();
        var assist = story.assignmentOf(id, story.otherUnit);
        story.office
                .send("DELETE", at(id, "filing"), body("reason", "经复核不符合立案条件"))
                .expect(200);
        assertTakenFromTheAssistant(assist);

        story.office.put(at(id, "filing"), body()).expect(200);
        var anew = assign(id, story.otherUnit, "SOLE").expect(200);
        assertThat(anew.at("/status").asText()).isEqualTo("HANDLING");
        assertThat(anew.at("/assignments").size()).as("two of before, one now").isEqualTo(3);
    }

    @Test
    void merging_and_withdrawing_take_it_from_an_assistant_that_has_told_its_opinion_too() {
        var merged = opined();
        var ofMerged = story.assignmentOf(merged, story.otherUnit);
        story.office
                .post("/api/proposal-mergers", body("into", story.filed(), "ids", List.of(merged)))
                .expect(200);
        assertTakenFromTheAssistant(ofMerged);

        var withdrawn = opined();
        var ofWithdrawn = story.assignmentOf(withdrawn, story.otherUnit);
        story.office.put(at(withdrawn, "withdrawal"), body("reason", "提案者来函撤回")).expect(200);
        assertTakenFromTheAssistant(ofWithdrawn);
    }

    private UUID opined() {
        var id = coHandled();
        var assist = story.assignmentOf(id, story.otherUnit);
        story.otherClerk.put(path(assist) + "/acceptance", body()).expect(200);
        story.otherClerk.put(path(assist) + "/opinion", opinion()).expect(200);
        return id;
    }

    /** With notice and out of its sight; no text is lost. */
    private void assertTakenFromTheAssistant(UUID assist) {
        assertThat(story.office.get(path(assist)).expect(200).at("/status").asText())
                .isEqualTo("CANCELLED");
        story.otherClerk.get(path(assist)).refused(404, "not-found");
        assertThat(story.otherClerk.get("/api/assignments").expect(200).text()).doesNotContain(assist.toString());
        assertThat(story.county.number("select count(*) from handling_opinion where assignment_id = ?", assist))
                .isEqualTo(1);
        Stage.shared().bean(Readers.class).catchUp(story.county.id());
        assertThat(story.otherClerk
                        .get("/api/inbox")
                        .expect(200)
                        .at("/items/0/title")
                        .asText())
                .isEqualTo("《关于改善牧区冬季道路通行条件的建议》的交办已取消");
    }

    @Test
    void separate_units_each_reply_and_each_is_rated() {
        var id = story.filed();
        assign(id, story.unit, "SEPARATE", story.otherUnit, "SEPARATE").expect(200);
        var first = story.assignmentOf(id, story.unit);
        var second = story.assignmentOf(id, story.otherUnit);
        reply(first, story.clerk, 1).expect(200);
        story.approve(first);
        assertThat(status(id)).isEqualTo("HANDLING");
        story.tashi.put(path(first) + "/rating", rating("SATISFIED")).expect(200);
        reply(second, story.otherClerk, 1).expect(200);
        assertThat(status(id)).isEqualTo("REPLY_REVIEW");
        story.approve(second);
        assertThat(status(id)).isEqualTo("AWAITING_FEEDBACK");
        story.tashi.put(path(second) + "/rating", rating("BASICALLY_SATISFIED")).expect(200);
        assertThat(status(id)).isEqualTo("FEEDBACK_IN");
    }

    @Test
    void the_days_that_a_returning_unit_had_it_are_kept_and_the_new_clock_starts_new() {
        var id = coHandled();
        var lead = story.assignmentOf(id, story.unit);
        later(Duration.ofDays(3), () -> {
            story.clerk
                    .put(path(lead) + "/return-request", body("reason", "不属本单位职责"))
                    .expect(200);
        });
        later(Duration.ofDays(8), () -> {
            story.office
                    .put(path(lead) + "/return-decision", body("granted", true, "reason", "同意"))
                    .expect(200);
            assertThat(status(id)).as("an assistant still has it").isEqualTo("HANDLING");
            assertThat(story.office.get("/api/todo").expect(200).json().toString())
                    .as("it waits for somebody to lead")
                    .contains("\"ASSIGN\"");
            var third = story.office
                    .post("/api/units", body("name", "县公路段", "validFrom", "2020-01-01"))
                    .expect(201)
                    .id();
            var assigned = assign(id, third, "LEAD").expect(200);
            assertThat(assigned.at("/handled/daysLostToReturn").asInt()).isEqualTo(8);
            var anew = story.office.get(path(story.assignmentOf(id, third))).expect(200);
            assertThat(anew.at("/assignedOn").asText()).isEqualTo("2026-03-10");
            assertThat(anew.at("/replyBy").asText()).isEqualTo("2026-06-10");
        });
    }

    private UUID coHandled() {
        var id = story.filed();
        assign(id, story.unit, "LEAD", story.otherUnit, "ASSIST").expect(200);
        return id;
    }

    private Answer assign(UUID proposal, Object... unitsAndRoles) {
        return story.office.put(at(proposal, "assignment"), toUnits(unitsAndRoles));
    }

    private static Answer reply(UUID assignment, Person clerk, int version) {
        clerk.put(path(assignment) + "/acceptance", body("version", version)).expect(200);
        return clerk.put(path(assignment) + "/reply", Story.reply(version + 1));
    }

    private String status(UUID proposal) {
        return story.office.get("/api/proposals/" + proposal).at("/status").asText();
    }

    private static Map<String, Object> opinion() {
        return body("text", "同意列入农村公路养护计划。", "signer", "副局长", "signedOn", "2026-03-02");
    }

    private static Object rating(String result) {
        return body("attitude", "SATISFIED", "result", result);
    }

    private static String path(UUID assignment) {
        return "/api/assignments/" + assignment;
    }
}
