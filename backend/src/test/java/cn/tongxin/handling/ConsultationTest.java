package cn.tongxin.handling;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.proposal.Story;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Proponent and unit meet face to face while the matter is handled; each meeting is noted with its minutes, and counted. */
class ConsultationTest {
    private final Story story = new Story();
    private final UUID proposal = story.assigned();
    private final UUID assignment = story.assignmentOf(proposal);

    @Test
    void the_unit_or_the_office_notes_each_meeting_and_the_proponent_reads_it() {
        var first = met(Ids.next(), false);
        var noted = story.clerk.post(meetings(), first).expect(200);
        assertThat(noted.can()).contains("hold-consultation");
        assertThat(noted.at("/status").asText()).as("it is no step").isEqualTo("SENT");
        story.clerk.post(meetings(), first).expect(200);
        story.office.post(meetings(), met(Ids.next(), true)).expect(200);
        var read = story.tashi.get("/api/assignments/" + assignment).expect(200);
        assertThat(read.at("/consultations")).hasSize(2);
        assertThat(read.at("/consultations/0/minutes").asText()).isEqualTo("先修垭口一段，其余列入明年计划。");
        assertThat(read.at("/consultations/0/resolved").asBoolean()).isFalse();
        assertThat(read.can()).doesNotContain("hold-consultation");
        assertThat(titles(story.tashi)).contains("已登记县交通运输局就《关于改善牧区冬季道路通行条件的建议》与提案者的当面协商");
        assertThat(story.tashi
                        .get("/api/proposals/" + proposal + "/timeline")
                        .expect(200)
                        .json()
                        .findValuesAsText("kind"))
                .contains("assignment.consulted");
        assertThat(story.county.number(
                        "select count(*) from evidence_proposal_consultation where link_id = ? and counts", proposal))
                .as("each meeting counts, and a repeat is none")
                .isEqualTo(2);
    }

    @Test
    void others_note_none_and_what_is_missing_is_named() {
        story.tashi.post(meetings(), met(Ids.next(), true)).refused(403, "policy.not-allowed");
        story.otherClerk.post(meetings(), met(Ids.next(), true)).refused(404, "not-found");
        story.clerk
                .post(meetings(), body())
                .refused(422, "fields.invalid")
                .naming("on", "attendees", "minutes", "resolved");
        var early = met(Ids.next(), true);
        early.put("on", "2026-03-01");
        story.clerk.post(meetings(), early).refused(422, "fields.invalid").naming("on");
        early.put("on", "2026-03-03");
        story.clerk.post(meetings(), early).refused(422, "fields.invalid").naming("on");
        early.put("on", "2026-03-02");
        early.put("minutes", "长".repeat(5001));
        story.clerk.post(meetings(), early).refused(422, "fields.invalid").naming("minutes");
    }

    @Test
    void a_meeting_belongs_to_one_assignment_and_to_a_case_that_is_open() {
        var id = Ids.next();
        story.clerk.post(meetings(), met(id, true)).expect(200);
        var other = story.assignmentOf(story.assigned());
        story.clerk
                .post("/api/assignments/" + other + "/consultations", met(id, true))
                .refused(409, "id.taken");
        var closed = story.replied();
        var there = story.assignmentOf(closed);
        story.clerk
                .post("/api/assignments/" + there + "/consultations", met(Ids.next(), true))
                .expect(200);
        story.tashi
                .put("/api/assignments/" + there + "/rating", body("attitude", "SATISFIED", "result", "SATISFIED"))
                .expect(200);
        story.office.put("/api/proposals/" + closed + "/closing", body()).expect(200);
        story.office
                .post("/api/assignments/" + there + "/consultations", met(Ids.next(), true))
                .refused(409, "assignment.move-not-allowed");
    }

    private String meetings() {
        return "/api/assignments/" + assignment + "/consultations";
    }

    private static Map<String, Object> met(UUID id, boolean resolved) {
        return new HashMap<>(body(
                "id",
                id,
                "on",
                "2026-03-02",
                "attendees",
                "扎西、县交通运输局",
                "minutes",
                "先修垭口一段，其余列入明年计划。",
                "resolved",
                resolved));
    }

    private static List<String> titles(Person person) {
        Stage.shared().bean(Readers.class).catchUp(person.committee().id());
        return person.get("/api/inbox").expect(200).json().findValuesAsText("title");
    }
}
