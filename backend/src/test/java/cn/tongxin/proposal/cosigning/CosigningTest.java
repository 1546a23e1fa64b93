package cn.tongxin.proposal.cosigning;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.proposal.Story.text;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.identity.Callers;
import cn.tongxin.proposal.Story;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Others sign a proposal beside its lead, or support it later. */
class CosigningTest {
    private final Story story = new Story();
    private final Person lamu = story.county.member("拉姆");

    private UUID asked(Person... people) {
        var id = story.draft();
        ask(id, people).expect(200);
        return id;
    }

    private Answer ask(UUID id, Person... people) {
        return story.tashi.put(
                at(id, "cosigners"),
                body("seats", List.of(people).stream().map(Person::seat).toList()));
    }

    private static Answer sign(Person who, UUID id, int version) {
        return who.put(at(id, "signature"), body("version", version, "signed", true));
    }

    private static String state(Answer shown, Person of) {
        for (var one : shown.expect(200).at("/cosigners")) {
            if (one.path("id").asText().equals(of.seat().toString())) {
                return one.path("state").asText();
            }
        }
        return "";
    }

    @Test
    void the_lead_names_the_day_to_answer_or_the_usual_one_is_told_beforehand() {
        var id = story.draft();
        var usual = story.tashi.get("/api/proposals/" + id).expect(200).at("/submissionPreview/cosignBy");
        assertThat(ask(id, lamu).expect(200).at("/cosigners/0/answerBy").asText())
                .isEqualTo(usual.asText())
                .hasSize(10);
        var today = LocalDate.now(story.county.stage().clock);
        var seats = List.of(story.yangjin.seat());
        for (var outside : List.of(today.minusDays(1), today.plusDays(31))) {
            story.tashi
                    .put(at(id, "cosigners"), body("seats", seats, "answerBy", outside.toString()))
                    .refused(422, "fields.invalid");
        }
        var chosen = today.plusDays(30).toString();
        var asked = story.tashi
                .put(at(id, "cosigners"), body("seats", seats, "answerBy", chosen))
                .expect(200);
        assertThat(asked.at("/cosigners").findValuesAsText("answerBy"))
                .containsExactlyInAnyOrder(usual.asText(), chosen);
    }

    @Test
    void a_member_who_was_asked_reads_signs_and_proposes_beside_the_lead() {
        var id = asked(story.yangjin, lamu);
        assertThat(story.tashi.get("/api/proposals/" + id).at("/status").asText())
                .isEqualTo("CO_SIGNING");
        assertThat(story.yangjin
                        .get("/api/cosigning-requests")
                        .expect(200)
                        .at("/0/state")
                        .asText())
                .isEqualTo("ASKED");
        assertThat(story.yangjin.get("/api/todo").expect(200).text()).contains("COSIGN", id.toString());
        story.office.get("/api/proposals/" + id).refused(404, "not-found");

        sign(story.yangjin, id, 2).expect(200);
        lamu.put(at(id, "signature"), body("version", 2, "signed", false, "comment", "不分管此项工作"))
                .expect(200);
        lamu.get("/api/proposals/" + id).refused(404, "not-found");
        assertThat(state(story.yangjin.get("/api/proposals/" + id), lamu)).isEmpty();
        assertThat(state(story.tashi.get("/api/proposals/" + id), lamu)).isEqualTo("DECLINED");

        story.tashi
                .put(at(id, "submission"), body("version", 2, "secrecyConfirmed", true))
                .expect(200);
        assertThat(story.county.number(
                        "select count(*) from evidence_proposal_received where source_id = ? and role = 'COSIGNER'",
                        id))
                .isEqualTo(1);
        assertThat(story.tashi.get(at(id, "timeline")).json().findValuesAsText("kind"))
                .containsExactly(
                        "proposal.drafted",
                        "proposal.cosigners-asked",
                        "proposal.signed",
                        "proposal.signature-declined",
                        "proposal.submitted");
        assertThat(story.yangjin.get(at(id, "timeline")).expect(200).text())
                .as("why somebody else did not sign")
                .contains("proposal.submitted")
                .doesNotContain("不分管此项工作", "拉姆");
    }

    @Test
    void the_lead_closes_early_and_what_nobody_answered_lapses() {
        var id = asked(story.yangjin, lamu);
        sign(story.yangjin, id, 2).expect(200);
        story.tashi
                .put(at(id, "submission"), body("version", 2, "secrecyConfirmed", true))
                .expect(200);
        assertThat(state(story.tashi.get("/api/proposals/" + id), lamu)).isEqualTo("LAPSED");
        sign(lamu, id, 3).refused(404, "not-found");
        sign(story.yangjin, id, 3).refused(409, "cosigning.not-now");
    }

    @Test
    void after_the_deadline_nobody_signs_and_the_name_drops_off_at_filing() {
        var id = asked(story.yangjin, lamu);
        sign(story.yangjin, id, 2).expect(200);
        story.county.inside("update proposal_cosigner set answer_by = '2026-03-01' where seat_id = ?", lamu.seat());
        sign(lamu, id, 2).refused(409, "cosigning.too-late");
        story.tashi
                .put(at(id, "submission"), body("version", 2, "secrecyConfirmed", true))
                .expect(200);
        story.office.put(at(id, "acceptance"), body()).expect(200);
        story.office.put(at(id, "review"), body("stage", 1)).expect(200);
        story.office.put(at(id, "review"), body("stage", 2)).expect(200);
        var filed = story.office.put(at(id, "filing"), body()).expect(200);
        assertThat(filed.at("/cosigners").findValuesAsText("name")).containsExactly("央金");
        story.yangjin.delete(at(id, "signature")).refused(409, "cosigning.not-now");
    }

    @Test
    void an_edited_text_asks_its_signers_again_unless_the_committee_says_otherwise() {
        var id = asked(story.yangjin);
        sign(story.yangjin, id, 2).expect(200);
        var same = text("关于改善牧区冬季道路通行条件的建议");
        same.put("version", 2);
        story.tashi.put("/api/proposals/" + id, same).expect(200);
        assertThat(state(story.tashi.get("/api/proposals/" + id), story.yangjin))
                .isEqualTo("SIGNED");

        var other = text("另一个案由");
        other.put("version", 3);
        story.tashi.put("/api/proposals/" + id, other).expect(200);
        assertThat(state(story.tashi.get("/api/proposals/" + id), story.yangjin))
                .isEqualTo("ASKED");
        assertThat(story.tashi.get(at(id, "timeline")).json().findValuesAsText("kind"))
                .contains("proposal.signatures-asked-again");
        sign(story.yangjin, id, 3).refused(409, "proposal.version");
        sign(story.yangjin, id, 4).expect(200);

        administrator()
                .put("/api/settings/proposal.edit-asks-again", body("value", false, "version", 0))
                .expect(200);
        other.put("version", 4);
        other.put("title", "再改一次");
        story.tashi.put("/api/proposals/" + id, other).expect(200);
        assertThat(state(story.tashi.get("/api/proposals/" + id), story.yangjin))
                .isEqualTo("SIGNED");
    }

    private Person administrator() {
        return story.county.staff("管理员", Role.TENANT_ADMIN);
    }

    @Test
    void a_returned_text_that_others_signed_goes_to_them_again_when_it_is_changed() {
        var id = asked(story.yangjin);
        sign(story.yangjin, id, 2).expect(200);
        story.tashi
                .put(at(id, "submission"), body("version", 2, "secrecyConfirmed", true))
                .expect(200);
        story.office.put(at(id, "returning"), body("reason", "请补充数据")).expect(200);
        var other = text("补充数据以后");
        other.put("version", 4);
        assertThat(story.tashi
                        .put("/api/proposals/" + id, other)
                        .expect(200)
                        .at("/status")
                        .asText())
                .isEqualTo("CO_SIGNING");
        sign(story.yangjin, id, 5).expect(200);
    }

    @Test
    void who_cannot_sign_is_named() {
        var id = story.draft();
        var elsewhere = Stage.committee().member("外地委员");
        var gone = story.county.member("已离任");
        story.county.inside("update seat set status = 'ENDED' where id = ?", gone.seat());
        var refusal = ask(id, story.tashi, story.yangjin, story.yangjin, elsewhere, gone, story.office)
                .refused(422, "fields.invalid")
                .naming("seats[0]", "seats[2]", "seats[3]", "seats[4]", "seats[5]");
        assertThat(refusal.text()).contains("扎西", "央金", "已离任", "卓玛").doesNotContain("外地委员");
        ask(id, story.yangjin).expect(200);
        ask(id, story.yangjin).refused(422, "fields.invalid").naming("seats[0]");
        ask(id).refused(422, "fields.invalid").naming("seats");
        story.yangjin
                .put(at(id, "cosigners"), body("seats", List.of(lamu.seat())))
                .refused(403, "policy.not-allowed");
        administrator()
                .put("/api/settings/proposal.cosigners-max", body("value", 1, "version", 0))
                .expect(200);
        ask(id, lamu).refused(422, "fields.invalid").naming("seats");
    }

    @Test
    void a_signature_is_revoked_until_filing_and_a_request_while_nobody_has_signed() {
        var id = asked(story.yangjin, lamu);
        story.tashi.delete(at(id, "cosigners/" + lamu.seat())).expect(200);
        lamu.get("/api/proposals/" + id).refused(404, "not-found");
        sign(story.yangjin, id, 2).expect(200);
        story.tashi.delete(at(id, "cosigners/" + story.yangjin.seat())).refused(409, "cosigning.not-now");
        story.tashi
                .put(at(id, "submission"), body("version", 2, "secrecyConfirmed", true))
                .expect(200);
        assertThat(story.office.get("/api/proposals?q=央金").at("/items")).hasSize(1);
        story.yangjin.delete(at(id, "signature")).expect(204);
        assertThat(story.office.get("/api/proposals?q=央金").at("/items"))
                .as("what is found by his name")
                .isEmpty();
        story.yangjin.get("/api/proposals/" + id).refused(404, "not-found");
        assertThat(story.county.number(
                        "select count(*) from evidence_proposal_received where source_id = ? and role = 'COSIGNER'",
                        id))
                .isZero();
        story.tashi.delete(at(id, "cosigners/" + Ids.next())).refused(404, "not-found");
    }

    @Test
    void when_a_seat_ends_its_open_requests_lapse_and_those_made_in_its_name() {
        var first = asked(story.yangjin);
        var second =
                story.yangjin.post("/api/proposals", text("央金的提案")).expect(201).id();
        story.yangjin
                .put(at(second, "cosigners"), body("seats", List.of(lamu.seat())))
                .expect(200);
        var affairs = story.county.staff("委员工作", Role.MEMBER_AFFAIRS);
        affairs.put(
                        "/api/seats/" + story.yangjin.seat() + "/ending",
                        body(
                                "version",
                                affairs.get("/api/seats/" + story.yangjin.seat())
                                        .version(),
                                "reason",
                                "RESIGNED",
                                "decisionDocument",
                                "常委会决定",
                                "decidedOn",
                                "2026-03-01"))
                .expect(200);
        assertThat(state(story.tashi.get("/api/proposals/" + first), story.yangjin))
                .isEqualTo("LAPSED");
        assertThat(lamu.get("/api/cosigning-requests").at("/0/state").asText()).isEqualTo("LAPSED");
        Stage.shared().bean(Callers.class).forget();
        story.yangjin
                .put(at(second, "submission"), body("version", 2, "secrecyConfirmed", true))
                .refused(403, "seat.not-active");
        assertThat(story.yangjin
                        .get("/api/proposals/" + second)
                        .expect(200)
                        .at("/title")
                        .asText())
                .isEqualTo("央金的提案");
    }

    @Test
    void a_member_seconds_what_the_lead_opened_to_that() {
        var written = text("欢迎附议的提案");
        written.put("wishes", body("allowSecond", true));
        var id = story.tashi.post("/api/proposals", written).expect(201).id();
        story.yangjin.put(at(id, "second"), body()).refused(404, "not-found");
        story.tashi
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .expect(200);
        // Quietly, for any member may read what is open to support: ClassesTest asks of those that are not.
        assertThat(story.yangjin
                        .quietly("GET", "/api/proposals?toSecond=true", null, "application/json")
                        .expect(200)
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(id.toString());
        assertThat(story.yangjin
                        .quietly("GET", "/api/proposals?toSecond=true&q=%E9%99%84%E8%AE%AE", null, "application/json")
                        .expect(200)
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(id.toString());
        story.yangjin.put(at(id, "second"), body("comment", "情况属实")).expect(200);
        assertThat(story.yangjin
                        .put(at(id, "second"), body())
                        .expect(200)
                        .at("/seconders")
                        .findValuesAsText("name"))
                .containsExactly("央金");
        story.tashi.put(at(id, "second"), body()).refused(409, "second.own");
        story.county.guest("客人").put(at(id, "second"), body()).refused(404, "not-found");
        assertThat(story.yangjin
                        .delete(at(id, "second"))
                        .expect(200)
                        .at("/seconders")
                        .size())
                .isZero();

        var closed = story.submitted();
        story.yangjin.put(at(closed, "second"), body()).refused(404, "not-found");
    }

    @Test
    void a_signer_does_not_judge_what_he_has_signed() {
        var both = story.county.staff("次仁", Role.MEMBER, Role.PROPOSAL_STAFF);
        var id = asked(both);
        sign(both, id, 2).expect(200);
        story.tashi
                .put(at(id, "submission"), body("version", 2, "secrecyConfirmed", true))
                .expect(200);
        both.put(at(id, "acceptance"), body()).refused(403, "proposal.own");
    }
}
