package cn.tongxin.proposal;

import static cn.tongxin.proposal.Story.at;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a committee calls things is what everybody reads. */
class CommitteeWordsTest {
    private final Story story = new Story();

    @Test
    void a_stage_of_the_review_is_called_in_the_timeline_as_the_committee_calls_it() {
        story.county.decide("proposal.stage-names", "[\"秘书处初核\", \"专委会复核\", \"主席会议审定\"]");
        var id = story.inLastStage();
        assertThat(story.tashi.get(at(id, "timeline")).expect(200).json().findValuesAsText("stageName"))
                .containsExactly("秘书处初核", "专委会复核");
    }

    @Test
    void a_letter_of_a_reply_means_what_the_committee_means_by_it() {
        story.county.decide("handling.grade-letters", """
                [{"letter": "A", "meaning": "已解决", "grade": "SOLVED"},
                 {"letter": "B", "meaning": "部分解决或列入计划", "grade": "IN_PROGRESS"},
                 {"letter": "C", "meaning": "留作参考", "grade": "REFERENCE"}]""");
        var id = story.replied();
        var reply = story.tashi.get("/api/proposals/" + id).expect(200).at("/assignments/0/reply");
        assertThat(reply.path("letter").asText()).isEqualTo("B");
        assertThat(reply.path("meaning").asText()).isEqualTo("部分解决或列入计划");
        assertThat(reply.path("grade").asText()).isEqualTo("IN_PROGRESS");
    }

    @Test
    void a_draft_says_how_long_its_title_may_be_here() {
        story.county.decide("proposal.title-max", "20");
        var id = story.tashi
                .post("/api/proposals", Story.text("题".repeat(21)))
                .expect(201)
                .id();
        assertThat(limit(id)).isEqualTo(20);
        story.tashi
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .refused(422, "fields.invalid")
                .naming("title");
        var edited = Story.text("题".repeat(20));
        edited.put("version", 1);
        edited.put("suggestions", List.of("一条建议"));
        assertThat(story.tashi
                        .put("/api/proposals/" + id, edited)
                        .expect(200)
                        .at("/submissionPreview/titleMax")
                        .asInt())
                .as("an autosave answers it too")
                .isEqualTo(20);
    }

    @Test
    void categories_are_the_committees_and_what_has_an_earlier_one_keeps_its_name() {
        assertThat(story.tashi
                        .get("/api/proposal-categories")
                        .expect(200)
                        .json()
                        .findValuesAsText("name"))
                .containsExactly("经济", "政治", "文化", "社会", "生态文明", "其他");
        story.setting(
                "proposal.categories",
                List.of(body("code", "CITY", "text", "城建"), body("code", "OTHER", "text", "其他类")));
        assertThat(story.tashi
                        .get("/api/proposal-categories")
                        .expect(200)
                        .json()
                        .findValuesAsText("name"))
                .containsExactly("城建", "其他类");
        assertThat(named("CITY")).isEqualTo("城建");
        assertThat(named("OTHER")).isEqualTo("其他类");
        assertThat(named("ECONOMY")).isEqualTo("经济");
        assertThat(named("教科文卫体")).isEqualTo("教科文卫体");
        story.county.guest("读者").get("/api/proposal-categories").refused(403, "policy.not-allowed");
    }

    @Test
    void what_is_handed_in_has_a_category_of_the_list_and_a_draft_is_kept_with_any() {
        story.setting("proposal.categories", List.of(body("code", "CITY", "text", "城建")));
        var text = Story.text("关于分类的建议");
        text.put("category", "ECONOMY");
        var id = story.tashi.post("/api/proposals", text).expect(201).id();
        story.tashi
                .put(at(id, "submission"), body("version", 1, "secrecyConfirmed", true))
                .refused(422, "fields.invalid")
                .naming("category");
        text.put("version", 1);
        text.put("category", "CITY");
        story.tashi.put("/api/proposals/" + id, text).expect(200);
        story.tashi
                .put(at(id, "submission"), body("version", 2, "secrecyConfirmed", true))
                .expect(200);
    }

    private String named(String category) {
        var text = Story.text("关于分类的建议");
        text.put("category", category);
        var id = story.tashi.post("/api/proposals", text).expect(201).id();
        return story.tashi
                .get("/api/proposals/" + id)
                .expect(200)
                .at("/categoryName")
                .asText();
    }

    private int limit(UUID id) {
        return story.tashi
                .get("/api/proposals/" + id)
                .expect(200)
                .at("/submissionPreview/titleMax")
                .asInt();
    }
}
