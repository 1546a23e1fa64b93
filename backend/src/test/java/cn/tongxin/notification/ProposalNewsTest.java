package cn.tongxin.notification;

import static cn.tongxin.notification.TodoTest.todo;
import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.proposal.Story;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everybody has to do and is told on a proposal's way. */
class ProposalNewsTest {
    private static final String TITLE = "关于改善牧区冬季道路通行条件的建议";

    private final Story story = new Story();

    @Test
    void each_step_waits_for_one_person_and_is_done_when_it_is_taken() {
        var id = story.draft();
        assertThat(todo(story.tashi)).containsExactly("FINISH_DRAFT 1");
        story.tashi
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        assertThat(todo(story.tashi)).isEmpty();
        assertThat(todo(story.office)).containsExactly("ACCEPT 1");
        story.office.put(at(id, "acceptance"), body()).expect(200);
        assertThat(todo(story.office)).containsExactly("REVIEW 1");
        assertThat(todo(story.county.staff("审查人", Role.PROPOSAL_REVIEWER))).containsExactly("REVIEW 1");
        story.office.put(at(id, "review"), body("stage", 1)).expect(200);
        story.office.put(at(id, "review"), body("stage", 2)).expect(200);
        assertThat(todo(story.office)).containsExactly("DECIDE 1");
        story.office.put(at(id, "filing"), body()).expect(200);
        assertThat(todo(story.office)).containsExactly("ASSIGN 1");
        story.office.put(at(id, "assignment"), Story.toUnit(story.unit)).expect(200);
        assertThat(todo(story.office)).isEmpty();

        var assignment = "/api/assignments/" + story.assignmentOf(id);
        assertThat(todo(story.clerk)).containsExactly("SIGN_FOR 1");
        assertThat(todo(story.otherClerk)).isEmpty();
        story.clerk.put(assignment + "/acceptance", body()).expect(200);
        assertThat(todo(story.clerk)).containsExactly("REPLY 1");
        story.clerk.put(assignment + "/reply", Story.reply(2)).expect(200);
        assertThat(todo(story.clerk)).isEmpty();
        assertThat(todo(story.tashi)).isEmpty();
        assertThat(todo(story.office)).containsExactly("REVIEW_REPLY 1");
        story.approve(story.assignmentOf(id));
        assertThat(todo(story.office)).isEmpty();
        assertThat(todo(story.tashi)).containsExactly("RATE 1");
        assertThat(todo(story.yangjin)).isEmpty();
        story.tashi
                .put(assignment + "/rating", body("attitude", "SATISFIED", "result", "SATISFIED"))
                .expect(200);
        assertThat(todo(story.tashi)).isEmpty();
        assertThat(todo(story.office)).containsExactly("CLOSE 1");
        story.office.put(at(id, "closing"), body()).expect(200);
        assertThat(todo(story.office)).isEmpty();

        assertThat(told(story.tashi))
                .containsExactly(
                        "您的提案《" + TITLE + "》已办结",
                        "县交通运输局已答复您的提案《" + TITLE + "》，请您评价",
                        "您的提案《" + TITLE + "》已交办",
                        "您的提案《" + TITLE + "》已立案，案号 14-2-0001",
                        "您的提案《" + TITLE + "》已接收，进入审查");
        assertThat(told(story.clerk))
                .containsExactly(
                        "提案者已评价《" + TITLE + "》的答复：办理结果满意，办理态度满意",
                        "《" + TITLE + "》的答复已通过审核，送提案者评价",
                        "收到交办提案《" + TITLE + "》");
        assertThat(told(story.otherClerk)).isEmpty();
        assertThat(told(story.yangjin)).isEmpty();
    }

    @Test
    void what_is_sent_back_or_not_filed_says_why_and_where_it_goes() {
        var back = story.submitted();
        story.office.put(at(back, "returning"), body("reason", "请补充数据")).expect(200);
        assertThat(todo(story.tashi)).containsExactly("REVISE 1");
        assertThat(inbox(story.tashi).at("/items/0/text").asText()).isEqualTo("原因：请补充数据");

        var not = story.inLastStage();
        story.office
                .put(at(not, "non-filing"), body("reason", "ACADEMIC", "disposition", "TO_OPINION_REPORT"))
                .expect(200);
        assertThat(told(story.tashi).getFirst()).isEqualTo("您的提案《" + TITLE + "》不予立案，转为社情民意信息");
    }

    @Test
    void a_late_unit_is_urged_and_a_return_is_decided() {
        var id = story.assigned();
        var assignment = story.assignmentOf(id);
        story.county.inside(
                "update handling_assignment set reply_by = date '2026-03-01', accept_by = date '2026-03-01' where id ="
                        + " ?",
                assignment);
        assertThat(todo(story.office)).containsExactly("URGE 1");
        var late = story.clerk.get("/api/todo").expect(200);
        assertThat(late.at("/groups/0/overdue").asInt()).isEqualTo(1);
        assertThat(late.at("/groups/0/items/0/overdue").asBoolean()).isTrue();
        assertThat(late.at("/groups/0/items/0/dueOn").asText()).isEqualTo("2026-03-01");
        story.clerk
                .put("/api/assignments/" + assignment + "/return-request", body("reason", "不属职责"))
                .expect(200);
        assertThat(todo(story.office)).containsExactly("DECIDE_RETURN 1");
        story.office
                .put("/api/assignments/" + assignment + "/return-decision", body("granted", false, "reason", "确属职责"))
                .expect(200);
        assertThat(told(story.clerk).getFirst()).isEqualTo("《" + TITLE + "》的退办申请未获同意，请继续办理");
    }

    @Test
    void a_member_is_told_what_was_written_in_his_name() {
        var text = Story.text("代录的提案");
        text.put("onBehalfOf", story.tashi.seat());
        var id = story.office.post("/api/proposals", text).expect(201).id();
        story.office
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        assertThat(told(story.tashi)).containsExactly("工作人员已代您提交提案《代录的提案》");
        assertThat(told(story.office)).isEmpty();
    }

    @Test
    void who_signed_is_told_that_the_lead_withdrew_it_and_the_lead_is_not() {
        var id = signed();
        story.tashi.put(at(id, "withdrawal"), body("reason", "情况已有变化")).expect(200);
        assertThat(told(story.yangjin).getFirst()).isEqualTo("扎西已撤回您联名的提案《" + TITLE + "》");
        assertThat(inbox(story.yangjin).at("/items/0/text").asText()).isEqualTo("原因：情况已有变化");
        assertThat(told(story.tashi)).noneMatch(title -> title.contains("撤回"));
    }

    @Test
    void the_lead_and_who_signed_are_told_that_staff_withdrew_it() {
        var id = signed();
        story.office.put(at(id, "withdrawal"), body("reason", "提案者来函撤回")).expect(200);
        assertThat(told(story.tashi).getFirst()).isEqualTo("工作人员已撤回您的提案《" + TITLE + "》");
        assertThat(told(story.yangjin).getFirst()).isEqualTo("工作人员已撤回您联名的提案《" + TITLE + "》");
    }

    @Test
    void what_is_withdrawn_as_the_lead_asked_is_told_so() {
        var id = signed();
        story.office.put(at(id, "acceptance"), body()).expect(200);
        story.office.put(at(id, "review"), body("stage", 1)).expect(200);
        story.office.put(at(id, "review"), body("stage", 2)).expect(200);
        story.office.put(at(id, "filing"), body()).expect(200);
        story.tashi.put(at(id, "withdrawal-request"), body("reason", "情况已有变化")).expect(200);
        story.office.put(at(id, "withdrawal-decision"), body("granted", true)).expect(200);
        assertThat(told(story.tashi).getFirst()).isEqualTo("您撤回提案《" + TITLE + "》的申请已获同意，提案已撤回");
        assertThat(told(story.yangjin).getFirst()).isEqualTo("应扎西申请，您联名的提案《" + TITLE + "》已撤回");
    }

    @Test
    void a_bodys_other_clerk_is_told_who_of_it_withdrew_its_proposal() {
        var affairs = story.county.staff("委员科", Role.MEMBER_AFFAIRS);
        var league = story.county.staff("县工商联", Role.ORG_ACCOUNT).seat();
        affairs.put(
                        "/api/organizations/" + league,
                        body("kind", "ORGANIZATION", "clerks", List.of(story.tashi.seat(), story.yangjin.seat())))
                .expect(200);
        var seal = story.tashi
                .upload("/api/files?name=seal.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
        var text = Story.text(TITLE);
        text.put("onBehalfOf", league);
        text.put("sealFileId", seal);
        var id = story.tashi.post("/api/proposals", text).expect(201).id();
        story.tashi
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        story.tashi.put(at(id, "withdrawal"), body()).expect(200);
        assertThat(told(story.yangjin).getFirst()).isEqualTo("扎西已撤回您所在单位的提案《" + TITLE + "》");
    }

    @Test
    void who_signed_or_was_asked_is_told_of_a_draft_that_is_gone() {
        var lamu = story.county.member("拉姆");
        var droma = story.county.member("卓嘎");
        var id = story.draft();
        story.tashi
                .put(at(id, "cosigners"), body("seats", List.of(story.yangjin.seat(), lamu.seat(), droma.seat())))
                .expect(200);
        story.yangjin
                .put(at(id, "signature"), body("version", 2, "signed", true))
                .expect(200);
        droma.put(at(id, "signature"), body("version", 2, "signed", false, "comment", "不分管此项工作"))
                .expect(200);
        story.tashi.delete("/api/proposals/" + id).expect(204);
        for (var person : List.of(story.yangjin, lamu)) {
            assertThat(told(person).getFirst()).isEqualTo("扎西已撤回请您联名的提案《" + TITLE + "》，该提案不再提交");
        }
        assertThat(told(droma)).noneMatch(title -> title.contains("撤回"));
        assertThat(told(story.tashi)).noneMatch(title -> title.contains("撤回"));
    }

    @Test
    void who_was_asked_to_sign_what_came_back_is_told_that_it_was_withdrawn() {
        var lamu = story.county.member("拉姆");
        var id = signed();
        story.office.put(at(id, "returning"), body("reason", "请补充数据")).expect(200);
        story.tashi
                .put(at(id, "cosigners"), body("seats", List.of(lamu.seat())))
                .expect(200);
        story.tashi.put(at(id, "withdrawal"), body()).expect(200);
        assertThat(told(story.yangjin).getFirst()).isEqualTo("扎西已撤回您联名的提案《" + TITLE + "》");
        assertThat(told(lamu).getFirst()).isEqualTo("扎西已撤回请您联名的提案《" + TITLE + "》，该提案不再提交");
    }

    @Test
    void a_draft_that_nobody_was_asked_to_sign_leaves_no_word_of_its_text_behind() {
        var id = story.draft();
        story.tashi.delete("/api/proposals/" + id).expect(204);
        assertThat(story.county.number(
                        "select count(*) from history_payload p join history h on h.id = p.history_id"
                                + " where h.subject_id = ? and p.payload like '%牧区%'",
                        id))
                .isZero();
    }

    /** Handed in by the one and signed by the other. */
    private UUID signed() {
        var id = story.draft();
        story.tashi
                .put(at(id, "cosigners"), body("seats", List.of(story.yangjin.seat())))
                .expect(200);
        story.yangjin
                .put(at(id, "signature"), body("version", 2, "signed", true))
                .expect(200);
        story.tashi
                .put(at(id, "submission"), body("version", 2, "secrecyConfirmed", true))
                .expect(200);
        return id;
    }

    private static List<String> told(Person person) {
        return inbox(person).json().findValuesAsText("title");
    }

    private static cn.tongxin.stage.Answer inbox(Person person) {
        Stage.shared().bean(Readers.class).catchUp(person.committee().id());
        return person.get("/api/inbox").expect(200);
    }
}
