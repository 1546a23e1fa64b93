package cn.tongxin.proposal.review;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.proposal.Story.text;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.proposal.Story;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.tenancy.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was not filed goes on as an opinion report, with its proponent's consent (domain §3.1, §3.2). */
class ConversionTest {
    private final Story story = new Story();
    private final Person editor = story.county.staff("编辑", Role.INFO_EDITOR);

    private void notFiled(UUID id) {
        story.office.put(at(id, "acceptance"), body()).expect(200);
        story.office.put(at(id, "review"), body("stage", 1)).expect(200);
        story.office.put(at(id, "review"), body("stage", 2)).expect(200);
        story.office
                .put(at(id, "non-filing"), body("reason", "NO_CONCRETE_SUGGESTION", "disposition", "TO_OPINION_REPORT"))
                .expect(200);
    }

    private static void submit(Person who, UUID id, int version) {
        who.put(at(id, "submission"), body("version", version, "secrecyConfirmed", true))
                .expect(200);
    }

    private UUID madeOf(UUID proposal, Person reader) {
        var links = reader.get("/api/proposals/" + proposal).expect(200).at("/links");
        assertThat(links).hasSize(1);
        assertThat(links.path(0).path("kind").asText()).isEqualTo("CONVERTED_TO");
        assertThat(links.path(0).path("type").asText()).isEqualTo("opinion_report");
        return UUID.fromString(links.path(0).path("id").asText());
    }

    @Test
    void with_consent_the_office_gets_a_report_of_the_same_people_and_each_points_to_the_other() {
        var id = story.draft();
        var file = story.tashi
                .upload("/api/files?name=a.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
        story.tashi.put("/api/attachments/proposal/" + id + "/" + file, null).expect(200);
        story.tashi
                .put(at(id, "cosigners"), body("seats", List.of(story.yangjin.seat())))
                .expect(200);
        story.yangjin
                .put(at(id, "signature"), body("version", 2, "signed", true))
                .expect(200);
        submit(story.tashi, id, 2);
        notFiled(id);
        assertThat(editor.get("/api/opinion-reports").expect(200).at("/items")).isEmpty();
        assertThat(converted()).as("he has not been heard yet").isZero();
        story.tashi.put(at(id, "conversion"), body("agreed", true)).expect(200);
        assertThat(converted()).isEqualTo(1);

        var report = madeOf(id, story.tashi);
        var shown = editor.get("/api/opinion-reports/" + report).expect(200);
        assertThat(shown.at("/status").asText()).isEqualTo("SUBMITTED");
        assertThat(shown.at("/author/name").asText()).isEqualTo("扎西");
        assertThat(shown.at("/coauthors").findValuesAsText("name")).containsExactly("央金");
        assertThat(shown.at("/text/situation").asText()).startsWith("冬季牧区道路多处塌方");
        assertThat(shown.at("/text/suggestions").asText()).isEqualTo("把通村路列入养护计划\n在垭口设除雪点");
        assertThat(editor.get("/api/attachments/opinion_report/" + report)
                        .expect(200)
                        .at("/items/0/id")
                        .asText())
                .isEqualTo(file.toString());
        assertThat(shown.at("/convertedFrom/id").asText()).isEqualTo(id.toString());
        assertThat(shown.at("/sameAsProposal").isMissingNode()).isTrue();
        assertThat(editor.get("/api/todo").expect(200).text()).contains("TAKE_REPORT", report.toString());
        assertThat(story.yangjin
                        .get("/api/opinion-reports/" + report)
                        .expect(200)
                        .id())
                .isEqualTo(report);
        assertThat(story.office.get("/api/proposals/" + id).expect(200).at("/links"))
                .isEmpty();

        editor.put("/api/opinion-reports/" + report + "/editing", body()).expect(200);
        assertThat(story.county.number(
                        "select count(*) from evidence_opinion_submitted where source_id = ? and counts", report))
                .isEqualTo(2);
        assertThat(story.tashi
                        .get("/api/opinion-reports/" + report + "/timeline")
                        .json()
                        .findValuesAsText("kind"))
                .containsExactly("opinion.submitted", "opinion.taken");
    }

    @Test
    void without_consent_nothing_is_made() {
        var id = story.submitted();
        notFiled(id);
        story.tashi.put(at(id, "conversion"), body("agreed", false)).expect(200);
        assertThat(editor.get("/api/opinion-reports").expect(200).at("/items")).isEmpty();
        assertThat(story.tashi.get("/api/proposals/" + id).at("/links")).isEmpty();
        assertThat(converted()).isZero();
    }

    /** The figure, which is as long as its list. */
    private int converted() {
        var listed = story.office
                .get("/api/indicators/proposal.converted/items?basis=session&period=14-2")
                .expect(200)
                .at("/items")
                .size();
        for (var figure : story.office
                .get("/api/indicators?basis=session&period=14-2")
                .expect(200)
                .json()) {
            if (figure.path("key").asText().equals("proposal.converted")) {
                assertThat(figure.path("n").asInt()).isEqualTo(listed);
            }
        }
        return listed;
    }

    @Test
    void a_bodys_report_is_read_by_its_clerks_who_are_told_what_becomes_of_it() {
        var affairs = story.county.staff("联络办", Role.MEMBER_AFFAIRS);
        var league = story.county.staff("民盟县支部", Role.ORG_ACCOUNT).seat();
        affairs.put("/api/organizations/" + league, body("kind", "PARTY", "clerks", List.of(story.tashi.seat())))
                .expect(200);
        var seal = story.tashi
                .upload("/api/files?name=seal.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .id();
        Map<String, Object> written = text("民盟的提案");
        written.putAll(body("onBehalfOf", league, "sealFileId", seal));
        var id = story.tashi.post("/api/proposals", written).expect(201).id();
        submit(story.tashi, id, 1);
        notFiled(id);
        story.tashi.put(at(id, "conversion"), body("agreed", true)).expect(200);
        var report = madeOf(id, story.tashi);
        assertThat(story.tashi
                        .get("/api/opinion-reports/" + report)
                        .expect(200)
                        .at("/authorKind")
                        .asText())
                .isEqualTo("ORGANIZATION");
        story.yangjin.get("/api/opinion-reports/" + report).refused(404, "not-found");
        assertThat(story.tashi
                        .get("/api/opinion-reports?mine=true")
                        .expect(200)
                        .at("/items")
                        .findValuesAsText("id"))
                .containsExactly(report.toString());
        editor.put("/api/opinion-reports/" + report + "/editing", body()).expect(200);
        Stage.shared().bean(Readers.class).catchUp(story.county.id());
        assertThat(story.tashi.get("/api/inbox").expect(200).text()).contains(report.toString());
    }
}
