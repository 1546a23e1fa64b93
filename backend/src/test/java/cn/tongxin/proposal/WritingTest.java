package cn.tongxin.proposal;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.proposal.Story.text;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.document.Reading;
import cn.tongxin.identity.Callers;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** In whose name a proposal is written, and what its writer may say besides the text. */
class WritingTest {
    private final Story story = new Story();
    private final Person affairs = story.county.staff("委员工作", Role.MEMBER_AFFAIRS, Role.TENANT_ADMIN);

    /** The county's Democratic League, for which 扎西 and 央金 act. */
    private UUID league() {
        var seat = story.county.staff("民盟县支部", Role.ORG_ACCOUNT).seat();
        affairs.put(
                        "/api/organizations/" + seat,
                        body("kind", "PARTY", "clerks", List.of(story.tashi.seat(), story.yangjin.seat())))
                .expect(200);
        return seat;
    }

    private static UUID seal(Person who) {
        return who.upload("/api/files?name=seal.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
    }

    private static Map<String, Object> with(Object... more) {
        var written = text("集体提案");
        written.putAll(body(more));
        return written;
    }

    private static Answer submit(Person who, UUID id, int version) {
        return who.put(at(id, "submission"), body("version", version, "secrecyConfirmed", true));
    }

    @Test
    void a_body_proposes_with_its_seal_through_any_of_its_clerks() {
        var league = league();
        var draft =
                story.tashi.post("/api/proposals", with("onBehalfOf", league)).expect(201);
        assertThat(draft.at("/proponentKind").asText()).isEqualTo("PARTY");
        assertThat(draft.at("/proponent/name").asText()).isEqualTo("民盟县支部");
        submit(story.tashi, draft.id(), 1).refused(422, "proposal.seal-missing").naming("sealFileId");

        var sealed = with("version", 1, "sealFileId", seal(story.yangjin));
        story.yangjin.put("/api/proposals/" + draft.id(), sealed).expect(200);
        submit(story.yangjin, draft.id(), 2).expect(200);
        assertThat(story.county.number(
                        "select count(*) from history where subject_id = ? and kind = 'proposal.submitted' and seat_id = ?",
                        draft.id(),
                        story.yangjin.seat()))
                .as("history says which clerk acted")
                .isEqualTo(1);
        assertThat(story.tashi.get("/api/proposals?mine=true").text())
                .contains(draft.id().toString());
        story.county.member("拉姆").get("/api/proposals/" + draft.id()).refused(404, "not-found");
        assertThat(story.tashi
                        .get("/api/organizations?mine=true")
                        .expect(200)
                        .at("/0/clerks")
                        .findValuesAsText("name"))
                .containsExactlyInAnyOrder("扎西", "央金");
    }

    @Test
    void nobody_writes_in_the_name_of_a_body_that_is_not_his() {
        var league = league();
        story.county
                .member("拉姆")
                .post("/api/proposals", with("onBehalfOf", league))
                .refused(403, "policy.not-allowed");
        story.tashi.post("/api/proposals", with("proponentKind", "PARTY")).refused(422, "proposal.kind-not-yours");
        story.tashi
                .post("/api/proposals", with("onBehalfOf", league, "proponentKind", "SECTOR"))
                .refused(422, "proposal.kind-not-yours");
        affairs.put("/api/organizations/" + league, body("kind", "PARTY", "clerks", List.of(story.yangjin.seat())))
                .expect(200);
        story.tashi.post("/api/proposals", with("onBehalfOf", league)).refused(403, "policy.not-allowed");
        story.tashi.put("/api/organizations/" + league, body("kind", "PARTY")).refused(403, "policy.not-allowed");
        affairs.put("/api/organizations/" + story.tashi.seat(), body("kind", "PARTY"))
                .refused(422, "fields.invalid")
                .naming("seatId");
    }

    @Test
    void a_sectors_proposal_is_signed_by_who_convenes_it() {
        var convener = story.county.staff("召集人", Role.MEMBER, Role.SECTOR_CONVENER);
        inSector("农业界", story.tashi, convener);
        var id = story.tashi
                .post("/api/proposals", with("proponentKind", "SECTOR"))
                .expect(201)
                .id();
        submit(story.tashi, id, 1).refused(422, "proposal.convener-missing").naming("cosigners");
        story.tashi
                .put(at(id, "cosigners"), body("seats", List.of(convener.seat())))
                .expect(200);
        submit(story.tashi, id, 2).refused(422, "proposal.convener-missing");
        convener.put(at(id, "signature"), body("version", 2, "signed", true)).expect(200);
        submit(story.tashi, id, 2).expect(200);

        var own = convener.post("/api/proposals", with("proponentKind", "SECTOR"))
                .expect(201)
                .id();
        submit(convener, own, 1).expect(200);
        var group = convener.post("/api/proposals", with("proponentKind", "GROUP"))
                .expect(201)
                .id();
        submit(convener, group, 1).refused(422, "proposal.convener-missing");
    }

    @Test
    void who_is_of_no_sector_does_not_propose_in_the_name_of_one() {
        var convener = story.county.staff("召集人", Role.MEMBER, Role.SECTOR_CONVENER);
        var own = convener.post("/api/proposals", with("proponentKind", "SECTOR"))
                .expect(201)
                .id();
        var refused =
                submit(convener, own, 1).refused(422, "proposal.sector-missing").naming("proponentKind");
        assertThat(refused.at("/person").asText()).isEqualTo("召集人");
        var id = story.tashi
                .post("/api/proposals", with("proponentKind", "SECTOR"))
                .expect(201)
                .id();
        story.tashi
                .put(at(id, "cosigners"), body("seats", List.of(convener.seat())))
                .expect(200);
        convener.put(at(id, "signature"), body("version", 2, "signed", true)).expect(200);
        submit(story.tashi, id, 2).refused(422, "proposal.sector-missing");

        inSector("农业界", story.tashi);
        submit(story.tashi, id, 2).refused(422, "proposal.convener-missing");
        inSector("工商界", convener);
        submit(story.tashi, id, 2).refused(422, "proposal.convener-missing");
        submit(convener, own, 1).expect(200);
    }

    private void inSector(String name, Person... people) {
        var sector = UUID.randomUUID();
        story.county.inside("insert into sector (id, version, name, position) values (?, 1, ?, 1)", sector, name);
        for (var person : people) {
            story.county.inside("update seat set sector_id = ? where id = ?", sector, person.seat());
        }
    }

    @Test
    void in_whose_name_it_is_written_is_changed_with_the_draft() {
        var id = story.tashi.post("/api/proposals", with()).expect(201).id();
        story.tashi
                .put("/api/proposals/" + id, with("version", 1, "proponentKind", "SECTOR"))
                .expect(200);
        assertThat(story.tashi
                        .get("/api/proposals/" + id)
                        .expect(200)
                        .at("/proponentKind")
                        .asText())
                .isEqualTo("SECTOR");
        submit(story.tashi, id, 2).refused(422, "proposal.sector-missing");
    }

    @Test
    void wishes_are_kept_with_the_text_and_name_only_what_is_there() {
        var written = text("有愿望的提案");
        var earlier = story.submitted();
        written.put(
                "wishes",
                body(
                        "allowSecond",
                        true,
                        "wantsContactBy",
                        "MEET",
                        "suggestedLeadUnit",
                        story.unit,
                        "suggestedAssistUnits",
                        List.of(story.otherUnit),
                        "basedOn",
                        body("kind", "PROPOSAL", "id", earlier)));
        var draft = story.tashi.post("/api/proposals", written).expect(201);
        assertThat(draft.at("/wishes/wantsContactBy").asText()).isEqualTo("MEET");
        assertThat(draft.at("/wishes/suggestedAssistUnits/0").asText()).isEqualTo(story.otherUnit.toString());
        assertThat(draft.at("/wishes/basedOn/id").asText()).isEqualTo(earlier.toString());

        var plain = text("改了案由");
        plain.put("version", 1);
        var edited = story.tashi.put("/api/proposals/" + draft.id(), plain).expect(200);
        assertThat(edited.at("/wishes/suggestedLeadUnit").asText())
                .as("absent wishes stay")
                .isEqualTo(story.unit.toString());

        written.put("wishes", body("suggestedLeadUnit", story.unit, "suggestedAssistUnits", List.of(story.unit)));
        story.tashi
                .post("/api/proposals", written)
                .refused(422, "fields.invalid")
                .naming("wishes.suggestedAssistUnits");
        written.put("wishes", body("suggestedLeadUnit", Ids.next()));
        story.tashi.post("/api/proposals", written).refused(404, "not-found");
        written.put("wishes", body("basedOn", body("kind", "PROPOSAL", "id", earlier)));
        story.yangjin.post("/api/proposals", written).refused(404, "not-found");
        written.put("wishes", body("basedOn", body("kind", "RESEARCH")));
        story.yangjin
                .post("/api/proposals", written)
                .refused(422, "fields.invalid")
                .naming("wishes.basedOn.note");
        written.put("wishes", body("basedOn", body("kind", "RESEARCH", "note", "春季调研")));
        story.yangjin.post("/api/proposals", written).expect(201);
    }

    @Test
    void words_of_the_secrecy_list_warn_the_writer_and_the_office_and_block_nothing() {
        var written = text("关于某机密事项的建议");
        var id = story.tashi.post("/api/proposals", written).expect(201).id();
        assertThat(story.tashi.get("/api/proposals/" + id).at("/secrecyHits/0").asText())
                .isEqualTo("机密");
        submit(story.tashi, id, 1).expect(200);
        assertThat(story.office.get("/api/proposals/" + id).at("/secrecyHits/0").asText())
                .isEqualTo("机密");
        affairs.put("/api/settings/proposal.secrecy-words", body("value", List.of("牧区"), "version", 0))
                .expect(200);
        assertThat(story.office.get("/api/proposals/" + id).at("/secrecyHits").toString())
                .isEqualTo("[\"牧区\"]");
        affairs.put("/api/settings/proposal.secrecy-words", body("value", List.of("牧区", "牧区"), "version", 1))
                .refused(422, "setting.value-not-allowed");
    }

    @Test
    void who_types_for_a_seat_that_has_ended_hands_nothing_in_and_keeps_the_draft() {
        var written = text("代录的提案");
        written.put("onBehalfOf", story.tashi.seat());
        var id = story.office.post("/api/proposals", written).expect(201).id();
        story.county.inside("update seat set status = 'ENDED' where id = ?", story.tashi.seat());
        Stage.shared().bean(Callers.class).forget();
        submit(story.office, id, 1).refused(403, "seat.not-active");
        assertThat(story.office.get("/api/proposals/" + id).at("/status").asText())
                .isEqualTo("DRAFT");
    }

    @Test
    void how_it_was_found_out_and_the_language_of_the_original_go_with_the_text_to_the_paper_and_the_unit() {
        var written = with("research", "走访了三个牧业村，座谈四次。", "originalText", "དགུན་དུས་ཀྱི་གཞུང་ལམ།");
        var unnamed = story.tashi.post("/api/proposals", written).expect(201).id();
        submit(story.tashi, unnamed, 1).refused(422, "fields.invalid").naming("language");
        written.put("language", "XX");
        story.tashi.post("/api/proposals", written).refused(400, "request.malformed");
        written.put("language", "BO");
        var id = story.tashi.post("/api/proposals", written).expect(201).id();
        var shorter = with("version", 1, "research", "长".repeat(20_001));
        story.tashi
                .put("/api/proposals/" + id, shorter)
                .refused(422, "fields.invalid")
                .naming("research");
        var read = story.tashi.get("/api/proposals/" + id).expect(200);
        assertThat(read.at("/research").asText()).isEqualTo("走访了三个牧业村，座谈四次。");
        assertThat(read.at("/language").asText()).isEqualTo("BO");
        assertThat(read.at("/originalText").asText()).isEqualTo("དགུན་དུས་ཀྱི་གཞུང་ལམ།");

        submit(story.tashi, id, 1).expect(200);
        assertThat(story.office
                        .get("/api/proposals?q=牧业村")
                        .expect(200)
                        .at("/items/0/id")
                        .asText())
                .as("found by it too")
                .isEqualTo(id.toString());
        assertThat(Reading.paragraphs(
                        story.office.get(at(id, "form?format=DOCX")).expect(200).bytes()))
                .contains("调研过程", "走访了三个牧业村，座谈四次。", "（原文为藏文）");
        story.office.put(at(id, "acceptance"), body()).expect(200);
        story.office.put(at(id, "review"), body("stage", 1)).expect(200);
        story.office.put(at(id, "review"), body("stage", 2)).expect(200);
        story.office.put(at(id, "filing"), body()).expect(200);
        story.office.put(at(id, "assignment"), Story.toUnit(story.unit)).expect(200);
        assertThat(story.clerk
                        .get("/api/assignments/" + story.assignmentOf(id))
                        .expect(200)
                        .at("/research")
                        .asText())
                .isEqualTo("走访了三个牧业村，座谈四次。");
    }

    @Test
    void a_text_without_them_says_nothing_of_them() {
        var id = story.draft();
        var read = story.tashi.get("/api/proposals/" + id).expect(200);
        assertThat(read.at("/research").asText()).isEmpty();
        assertThat(read.json().hasNonNull("language")).isFalse();
        assertThat(Reading.paragraphs(
                        story.tashi.get(at(id, "form?format=DOCX")).expect(200).bytes()))
                .doesNotContain("调研过程")
                .noneMatch(line -> line.startsWith("（原文"));
    }
}
