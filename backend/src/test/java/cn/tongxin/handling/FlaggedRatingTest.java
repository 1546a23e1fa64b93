package cn.tongxin.handling;

import static cn.tongxin.proposal.Story.later;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.proposal.Story;
import cn.tongxin.tenancy.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ratings that look as if the unit had a hand in them are looked through. */
class FlaggedRatingTest {
    private final Story story = new Story();

    @Test
    void the_auditor_and_the_office_see_which_and_why_and_the_auditor_nobodys_words() {
        var auditor = story.county.staff("审计员", Role.AUDITOR);
        var assignment = story.assignmentOf(story.replied());
        assertThat(auditor.get("/api/flagged-ratings").expect(200).at("/items")).isEmpty();
        var rating = "/api/assignments/" + assignment + "/rating";
        story.tashi
                .put(rating, body("attitude", "SATISFIED", "result", "SATISFIED", "comment", "写得很快"))
                .expect(200);

        var audited = auditor.get("/api/flagged-ratings").expect(200);
        var row = audited.at("/items/0");
        assertThat(row.path("number").asText()).isEqualTo("14-2-0001");
        assertThat(row.path("unitName").asText()).isEqualTo("县交通运输局");
        assertThat(row.path("ratedOn").asText()).isEqualTo("2026-03-02");
        assertThat(row.path("flags").toString()).contains("WITHIN_A_MINUTE");
        assertThat(row.path("replaced").asBoolean()).isFalse();
        assertThat(row.has("assignmentId")).isFalse();
        assertThat(audited.text()).doesNotContain("写得很快", "牧区", "扎西");
        auditor.get("/api/assignments/" + assignment).refused(404, "not-found");
        auditor.get("/api/assignments?flagged=true").refused(403, "policy.not-allowed");

        assertThat(story.office
                        .get("/api/flagged-ratings")
                        .expect(200)
                        .at("/items/0/assignmentId")
                        .asText())
                .isEqualTo(assignment.toString());
        var other = story.assignmentOf(story.replied());
        assertThat(story.office
                        .get("/api/assignments?flagged=true")
                        .expect(200)
                        .json()
                        .at("/items")
                        .findValuesAsText("id"))
                .contains(assignment.toString())
                .doesNotContain(other.toString());
        later(
                Duration.ofMinutes(2),
                () -> story.tashi
                        .put(rating, body("attitude", "SATISFIED", "result", "NOT_SATISFIED"))
                        .expect(200));
        assertThat(auditor.get("/api/flagged-ratings").expect(200).json().findValuesAsText("replaced"))
                .contains("true");
        story.clerk.get("/api/flagged-ratings").refused(403, "policy.not-allowed");
        story.tashi.get("/api/flagged-ratings").refused(403, "policy.not-allowed");
        story.clerk.get("/api/assignments?flagged=true").refused(403, "policy.not-allowed");
    }

    @Test
    void how_long_a_unit_may_have_at_the_most_is_the_committees_to_say() {
        story.county.decide("handling.longest-months", "3");
        var id = story.filed();
        var path = "/api/proposals/" + id + "/assignment";
        var order = new HashMap<>(body("unitId", story.unit, "role", "SOLE", "replyBy", "2026-06-03"));
        story.office
                .put(path, body("units", List.of(order)))
                .refused(422, "fields.invalid")
                .naming("units[0].replyBy");
        order.put("replyBy", "2026-05-29");
        story.office.put(path, body("units", List.of(order))).expect(200);
        var unit = "/api/assignments/" + story.assignmentOf(id);
        story.clerk.put(unit + "/acceptance", body()).expect(200);
        assertThat(story.clerk.get(unit).expect(200).at("/extendableUntil").asText())
                .as("one month more, but three in all")
                .isEqualTo("2026-06-02");
    }
}
