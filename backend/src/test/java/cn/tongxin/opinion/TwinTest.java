package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.at;
import static cn.tongxin.opinion.Newsroom.text;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.proposal.Story;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.tenancy.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A report and a proposal of one author that say the same: a warning, never a refusal, and one of them counts. */
class TwinTest {
    private static final String MATTER = "冬季牧区道路多处塌方，救护车和校车难以通行。养护经费不足，设备老旧，人手短缺，垭口积雪无人清理。".repeat(3);
    private final Newsroom room = new Newsroom();

    @Test
    void a_report_put_in_as_a_proposal_afterwards_counts_once_in_every_figure_as_long_as_the_proposal_stands() {
        var staff = proposalOffice();
        var said = text("牧区道路难行");
        said.put("situation", MATTER);
        said.put("analysis", "");
        said.put("suggestions", "列入养护计划。");
        var report = room.tashi.post("/api/opinion-reports", said).expect(201).id();
        room.tashi
                .put(at(report, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        room.editor.put(at(report, "editing"), body()).expect(200);
        room.editor.put(at(report, "approval-request"), body()).expect(200);
        room.issue(Newsroom.single(report)).expect(200);
        assertThat(counted("opinion_submitted", report)).isEqualTo(1);
        assertThat(counted("opinion_issued", report)).isEqualTo(1);

        var proposal = drafted(room.tashi);
        assertThat(room.tashi
                        .get("/api/proposals/" + proposal.id())
                        .expect(200)
                        .at("/submissionPreview/sameReport")
                        .asText())
                .as("he is warned before")
                .isEqualTo("牧区道路难行");
        assertThat(drafted(room.yangjin).at("/submissionPreview").has("sameReport"))
                .as("another one's words are his own")
                .isFalse();
        var submission = "/api/proposals/" + proposal.id() + "/submission";
        room.tashi.put(submission, body("version", 1, "secrecyConfirmed", true)).expect(200);
        assertThat(counted("proposal_received", proposal.id())).isEqualTo(1);
        assertThat(counted("opinion_submitted", report)).isZero();
        assertThat(counted("opinion_issued", report)).isZero();
        assertThat(room.editor.get(at(report)).at("/sameAsProposal/id").asText())
                .isEqualTo(proposal.id().toString());

        staff.put("/api/proposals/" + proposal.id() + "/returning", body("reason", "案由不当"))
                .expect(200);
        assertThat(counted("opinion_issued", report))
                .as("while it is a draft again")
                .isEqualTo(1);
        room.tashi.put(submission, body("version", 3, "secrecyConfirmed", true)).expect(200);
        assertThat(counted("opinion_issued", report)).isZero();
        room.tashi
                .put("/api/proposals/" + proposal.id() + "/withdrawal", body("version", 4))
                .expect(200);
        assertThat(counted("proposal_received", proposal.id())).isZero();
        assertThat(counted("opinion_submitted", report)).isEqualTo(1);
        assertThat(counted("opinion_issued", report)).isEqualTo(1);
    }

    @Test
    void a_proposal_put_right_to_say_something_else_leaves_the_report_alone() {
        var staff = proposalOffice();
        var said = text("牧区道路难行");
        said.put("situation", MATTER);
        var report = room.tashi.post("/api/opinion-reports", said).expect(201).id();
        room.tashi
                .put(at(report, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        var id = drafted(room.tashi).id();
        room.tashi
                .put("/api/proposals/" + id + "/submission", body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        assertThat(counted("opinion_submitted", report)).isZero();
        staff.put("/api/proposals/" + id + "/returning", body("reason", "请补充调研"))
                .expect(200);
        var other = Story.text("关于敬老院的建议");
        other.put("situation", "县敬老院屋顶漏雨，冬季取暖不足，老人们盼望尽快修缮，增加护理人员和床位，改善伙食。".repeat(3));
        other.put("suggestions", List.of("安排修缮经费", "增加护理人员"));
        other.put("version", 3);
        room.tashi.put("/api/proposals/" + id, other).expect(200);
        room.tashi
                .put("/api/proposals/" + id + "/submission", body("version", 4, "secrecyConfirmed", true))
                .expect(200);
        assertThat(counted("opinion_submitted", report)).isEqualTo(1);
        assertThat(room.editor.get(at(report)).json().has("sameAsProposal")).isFalse();
    }

    @Test
    void a_text_that_is_a_proposal_too_warns_and_never_blocks() {
        proposalOffice();
        var proposal = drafted(room.tashi).id();
        room.tashi
                .put("/api/proposals/" + proposal + "/submission", body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        var same = room.tashi
                .post("/api/opinion-reports", body("title", "牧区道路难行", "situation", MATTER, "suggestions", "列入养护计划。"))
                .expect(201);
        assertThat(same.at("/sameAsProposal/id").asText()).isEqualTo(proposal.toString());
        room.tashi
                .put(at(same.id(), "submission"), body("secrecyConfirmed", true))
                .expect(200);
        assertThat(room.editor.get(at(same.id())).at("/sameAsProposal/title").asText())
                .isEqualTo("关于牧区道路的建议");
        assertThat(room.committee.number(
                        "select count(*) from evidence_opinion_submitted where not counts and why_not = 'proposal:"
                                + proposal + "'"))
                .isEqualTo(1);
        assertThat(room.tashi.get(at(room.draft("乡镇退烧药断货"))).json().has("sameAsProposal"))
                .isFalse();
    }

    /** The same words as a proposal, as its draft then is. */
    private Answer drafted(Person author) {
        return author.post(
                        "/api/proposals",
                        body(
                                "title",
                                "关于牧区道路的建议",
                                "category",
                                "ECONOMY",
                                "situation",
                                MATTER,
                                "analysis",
                                "",
                                "suggestions",
                                List.of("列入养护计划")))
                .expect(201);
    }

    private Person proposalOffice() {
        var staff = room.committee.staff("提案室", Role.PROPOSAL_STAFF);
        staff.post("/api/terms", body("no", 14)).expect(201);
        staff.post(
                        "/api/sessions",
                        body("termNo", 14, "sessionNo", 2, "opensOn", "2026-01-15", "closesOn", "2026-01-18"))
                .expect(201);
        return staff;
    }

    private long counted(String kind, UUID source) {
        return room.committee.number(
                "select count(*) from evidence_" + kind + " where counts and source_id = ?", source);
    }
}
