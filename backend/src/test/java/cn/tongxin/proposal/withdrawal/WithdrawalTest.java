package cn.tongxin.proposal.withdrawal;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.proposal.Story;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** After filing the proponent asks for withdrawal, and the office decides. */
class WithdrawalTest {
    private static final String REASON = "问题已经解决";

    private final Story story = new Story();

    private Answer ask(UUID id) {
        return story.tashi.put(at(id, "withdrawal-request"), body("reason", REASON));
    }

    private static List<String> can(Person who, UUID id) {
        return who.get("/api/proposals/" + id)
                .expect(200)
                .json()
                .path("can")
                .valueStream()
                .map(each -> each.asText())
                .toList();
    }

    @Test
    void the_office_grants_it_and_the_proposal_is_withdrawn_for_the_proponents_reason() {
        var id = story.assigned();
        assertThat(can(story.tashi, id)).contains("ask-withdrawal").doesNotContain("withdraw");
        assertThat(can(story.yangjin.committee().staff("次仁", Role.PROPOSAL_STAFF), id))
                .doesNotContain("decide-withdrawal");
        ask(id).expect(200);
        assertThat(can(story.tashi, id)).contains("take-back-request").doesNotContain("ask-withdrawal");
        assertThat(can(story.office, id)).contains("decide-withdrawal");
        assertThat(story.office.get("/api/todo").expect(200).text()).contains("DECIDE_WITHDRAWAL", id.toString());
        ask(id).refused(409, "withdrawal.asked");

        var granted = story.office
                .put(at(id, "withdrawal-decision"), body("granted", true))
                .expect(200);
        assertThat(granted.at("/status").asText()).isEqualTo("WITHDRAWN");
        assertThat(story.clerk.get("/api/assignments").expect(200).text()).doesNotContain(id.toString());
        assertThat(story.county.number(
                        "select count(*) from proposal_case where proposal_id = ? and void_on is not null", id))
                .isEqualTo(1);
        assertThat(told(story.tashi).getFirst()).startsWith("您撤回提案");
        assertThat(story.tashi.get(at(id, "timeline")).expect(200).text()).contains(REASON);
        assertThat(story.office.get("/api/todo").expect(200).text()).doesNotContain("DECIDE_WITHDRAWAL");
    }

    @Test
    void refused_the_proponent_reads_why_and_may_ask_again() {
        var id = story.filed();
        ask(id).expect(200);
        story.office
                .put(at(id, "withdrawal-decision"), body("granted", false))
                .refused(422, "fields.invalid")
                .naming("reason");
        story.office
                .put(at(id, "withdrawal-decision"), body("granted", false, "reason", "还有一处没有解决"))
                .expect(200);
        var shown = story.tashi.get("/api/proposals/" + id).expect(200);
        assertThat(shown.at("/status").asText()).isEqualTo("FILED");
        assertThat(shown.at("/withdrawalRequest/state").asText()).isEqualTo("REFUSED");
        assertThat(shown.at("/withdrawalRequest/decision").asText()).isEqualTo("还有一处没有解决");
        assertThat(told(story.tashi).getFirst()).endsWith("的申请未获同意");
        story.office.put(at(id, "withdrawal-decision"), body("granted", true)).refused(409, "withdrawal.not-asked");
        ask(id).expect(200);
        story.tashi.delete(at(id, "withdrawal-request")).expect(200);
        story.tashi.delete(at(id, "withdrawal-request")).refused(409, "withdrawal.not-asked");
        assertThat(story.office.get("/api/todo").expect(200).text()).doesNotContain("DECIDE_WITHDRAWAL");
    }

    @Test
    void it_is_asked_for_by_the_proponent_alone_after_filing_and_before_the_first_reply() {
        var submitted = story.submitted();
        ask(submitted).refused(403, "policy.not-allowed");
        var id = story.assigned();
        story.tashi
                .put(at(id, "withdrawal-request"), body("reason", " "))
                .refused(422, "fields.invalid")
                .naming("reason");
        story.clerk.put(at(id, "withdrawal-request"), body("reason", REASON)).refused(403, "policy.not-allowed");
        story.tashi.put(at(id, "withdrawal-decision"), body("granted", true)).refused(403, "policy.not-allowed");
        ask(id).expect(200);
        var assignment = "/api/assignments/" + story.assignmentOf(id);
        story.clerk.put(assignment + "/acceptance", body()).expect(200);
        story.clerk.put(assignment + "/reply", Story.reply(2)).expect(200);
        story.office
                .put(at(id, "withdrawal-decision"), body("granted", true))
                .refused(409, "proposal.move-not-allowed");
        story.office
                .put(at(id, "withdrawal-decision"), body("granted", false, "reason", "承办单位已经答复"))
                .expect(200);
        ask(id).refused(409, "proposal.move-not-allowed");
        assertThat(can(story.tashi, id)).doesNotContain("ask-withdrawal");
    }

    private static List<String> told(Person person) {
        Stage.shared().bean(Readers.class).catchUp(person.committee().id());
        return person.get("/api/inbox").expect(200).json().findValuesAsText("title");
    }
}
