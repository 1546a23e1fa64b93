package cn.tongxin.proposal.cosigning;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.proposal.Story.text;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.proposal.Story;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Members without a phone sign on paper, and the office enters it. */
class PaperSignatureTest {
    private final Story story = new Story();
    private final Person lamu = story.county.member("拉姆");

    /** What 扎西 handed in on paper, as the office typed it. */
    private UUID typed() {
        var written = text("关于修缮敬老院的建议");
        written.put("onBehalfOf", story.tashi.seat());
        return story.office.post("/api/proposals", written).expect(201).id();
    }

    private static Map<String, Object> paper(int version, boolean signed, Person... who) {
        return new HashMap<>(body(
                "version",
                version,
                "seats",
                List.of(who).stream().map(Person::seat).toList(),
                "signed",
                signed,
                "on",
                "2026-03-02",
                "paperNo",
                "提案卷〔2026〕3号"));
    }

    private static Answer enter(Person who, UUID id, Map<String, Object> said) {
        return who.post(at(id, "paper-signatures"), said);
    }

    private static String signature(Answer shown, Person of, String field) {
        for (var one : shown.expect(200).at("/cosigners")) {
            if (one.path("id").asText().equals(of.seat().toString())) {
                return one.at(field).asText();
            }
        }
        return "";
    }

    @Test
    void those_whose_names_stand_on_the_paper_propose_beside_the_lead_and_are_told() {
        var id = typed();
        var entered = enter(story.office, id, paper(1, true, story.yangjin, lamu));
        assertThat(signature(entered, story.yangjin, "/state")).isEqualTo("SIGNED");
        assertThat(signature(entered, story.yangjin, "/signedOn")).isEqualTo("2026-03-02");
        assertThat(signature(entered, story.yangjin, "/paper/enteredBy")).isEqualTo("卓玛");
        assertThat(signature(entered, story.yangjin, "/paper/no")).isEqualTo("提案卷〔2026〕3号");

        story.office
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        assertThat(story.county.number(
                        "select count(*) from evidence_proposal_received where source_id = ? and role = 'COSIGNER'",
                        id))
                .isEqualTo(2);
        assertThat(story.yangjin.get(at(id, "timeline")).expect(200).json().findValuesAsText("whom"))
                .as("who reads it sees for whom the office entered it")
                .contains("央金", "拉姆");
        assertThat(told(story.yangjin)).contains("工作人员已按您的书面材料，代您录入对提案《关于修缮敬老院的建议》的联名");
        assertThat(told(story.tashi)).contains("央金已联名您的提案《关于修缮敬老院的建议》", "拉姆已联名您的提案《关于修缮敬老院的建议》");
        enter(story.office, id, paper(2, true, story.county.member("平措"))).refused(409, "cosigning.not-now");
    }

    @Test
    void a_wrong_entry_is_taken_back_by_the_office_alone_and_may_be_made_again() {
        var id = typed();
        enter(story.office, id, paper(1, true, lamu)).expect(200);
        story.tashi.delete(at(id, "cosigners/" + lamu.seat())).refused(409, "cosigning.not-now");
        story.office.delete(at(id, "cosigners/" + lamu.seat())).expect(200);
        assertThat(signature(story.office.get("/api/proposals/" + id), lamu, "/state"))
                .isEmpty();
        enter(story.office, id, paper(1, true, lamu)).expect(200);
    }

    @Test
    void whom_a_member_asks_on_his_phone_may_answer_on_paper() {
        var id = story.draft();
        story.tashi
                .put(at(id, "cosigners"), body("seats", List.of(story.yangjin.seat(), lamu.seat())))
                .expect(200);
        var waiting = story.office
                .get("/api/cosigning-requests/" + story.yangjin.seat())
                .expect(200);
        assertThat(waiting.at("/0/proposalId").asText()).isEqualTo(id.toString());
        assertThat(waiting.at("/0/version").asInt()).isEqualTo(2);
        story.tashi.get("/api/cosigning-requests/" + story.yangjin.seat()).refused(403, "policy.not-allowed");

        enter(story.office, id, paper(1, true, story.yangjin)).refused(409, "proposal.version");
        enter(story.office, id, paper(2, true, story.yangjin)).expect(200);
        enter(story.office, id, paper(2, false, lamu)).expect(200);
        var shown = story.tashi.get("/api/proposals/" + id);
        assertThat(signature(shown, story.yangjin, "/state")).isEqualTo("SIGNED");
        assertThat(signature(shown, lamu, "/state")).isEqualTo("DECLINED");
        assertThat(story.yangjin.get(at(id, "timeline")).expect(200).text())
                .as("that another did not sign is between him and the lead")
                .doesNotContain("decline-entered");
        assertThat(story.office
                        .get("/api/cosigning-requests/" + lamu.seat())
                        .expect(200)
                        .json())
                .isEmpty();
    }

    @Test
    void a_paper_of_a_day_within_the_time_counts_though_it_is_entered_later() {
        var id = story.draft();
        story.tashi
                .put(at(id, "cosigners"), body("seats", List.of(lamu.seat())))
                .expect(200);
        story.county.inside("update proposal_cosigner set answer_by = '2026-03-01' where seat_id = ?", lamu.seat());
        var said = paper(2, true, lamu);
        enter(story.office, id, said).refused(409, "cosigning.too-late");
        said.put("on", "2026-03-01");
        enter(story.office, id, said).expect(200);
    }

    @Test
    void a_signature_names_its_paper_and_only_the_office_enters_it_for_those_who_stand_on_it() {
        var id = typed();
        var without = paper(1, true, lamu);
        without.put("paperNo", " ");
        enter(story.office, id, without).refused(422, "fields.invalid").naming("paperNo");
        var future = paper(1, true, lamu);
        future.put("on", "2027-03-02");
        enter(story.office, id, future).refused(422, "fields.invalid").naming("on");
        enter(story.office, id, paper(1, true)).refused(422, "fields.invalid").naming("seats");
        enter(story.office, id, paper(1, true, story.tashi))
                .refused(422, "fields.invalid")
                .naming("seats[0]");
        enter(story.office, id, paper(1, false, lamu))
                .refused(422, "fields.invalid")
                .naming("seats[0]");
        enter(story.office, id, paper(1, true, lamu, story.tashi, lamu))
                .refused(422, "fields.invalid")
                .naming("seats[2]");
        enter(story.office, id, paper(1, true, lamu, story.tashi))
                .refused(422, "fields.invalid")
                .naming("seats[1]");
        enter(story.tashi, id, paper(1, true, lamu)).refused(403, "policy.not-allowed");
        var other = story.county.staff("次仁", Role.PROPOSAL_STAFF);
        enter(other, id, paper(1, true, lamu)).expect(200);
        enter(story.office, story.draft(), paper(1, true, lamu)).refused(404, "not-found");
    }

    @Test
    void the_scan_is_read_by_whoever_signed_on_it_the_lead_and_the_office() {
        var id = typed();
        var scan = story.office
                .upload("/api/files?name=paper.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
        var said = paper(1, true, lamu);
        said.remove("paperNo");
        said.put("paperFileId", scan);
        enter(story.office, id, said).expect(200);
        var ticket = "/api/files/" + scan + "/tickets";
        lamu.post(ticket, null).expect(201);
        story.tashi.post(ticket, null).expect(201);
        story.yangjin.post(ticket, null).refused(404, "not-found");
    }

    private static List<String> told(Person person) {
        Stage.shared().bean(Readers.class).catchUp(person.committee().id());
        return person.get("/api/inbox").expect(200).json().findValuesAsText("title");
    }
}
