package cn.tongxin.handling;

import static cn.tongxin.proposal.Story.later;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.proposal.Story;
import cn.tongxin.shared.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a unit promised is followed after the case is closed, until it is kept or it is said why not. */
class PromiseTest {
    private final Story story = new Story();
    private final UUID proposal = story.assigned();
    private final UUID assignment = story.assignmentOf(proposal);

    @Test
    void a_promise_is_open_until_its_unit_says_that_it_is_kept() {
        promise();
        assertThat(listed("")).as("the proponent has no reply yet").isEmpty();
        story.approve(assignment);
        var row = story.clerk.get("/api/promises").expect(200).at("/items/0");
        assertThat(row.path("text").asText()).isEqualTo("修好三公里通村路");
        assertThat(row.path("number").asText()).isEqualTo("14-2-0001");
        assertThat(row.path("state").asText()).isEqualTo("OPEN");
        assertThat(row.path("overdue").asBoolean()).isFalse();
        var id = UUID.fromString(row.path("id").asText());
        assertThat(listed("?state=KEPT")).isEmpty();
        assertThat(listed("?dueYear=2026")).containsExactly("修好三公里通村路");
        assertThat(listed("?dueYear=2027")).containsExactly("养护延伸到垭口");

        later(Duration.ofDays(330), () -> assertThat(listed("?overdue=true")).containsExactly("修好三公里通村路"));
        var said = body("id", Ids.next(), "state", "OPEN", "text", "路基已完成");
        story.clerk.post(reports(id), said).expect(201);
        story.clerk.post(reports(id), said).expect(201);
        story.office
                .post(reports(id), body("id", said.get("id"), "state", "KEPT", "text", "冒用"))
                .refused(409, "id.taken");
        var kept = story.office
                .post(reports(id), body("state", "KEPT", "text", "实地查看，已通车"))
                .expect(201);
        assertThat(kept.at("/state").asText()).isEqualTo("KEPT");
        assertThat(kept.at("/reports").findValuesAsText("text")).containsExactly("实地查看，已通车", "路基已完成");
        assertThat(listed("?state=KEPT")).containsExactly("修好三公里通村路");
        later(Duration.ofDays(330), () -> assertThat(listed("?overdue=true")).isEmpty());
        var shown = story.tashi
                .get("/api/assignments/" + assignment + "/promises")
                .expect(200)
                .json();
        assertThat(shown.path(0).path("state").asText()).isEqualTo("KEPT");
        assertThat(shown.path(0).path("can").isEmpty()).isTrue();
        assertThat(story.county.number("select count(*) from history where kind = 'assignment.promise-reported'"))
                .isEqualTo(2);
    }

    @Test
    void only_its_unit_and_the_office_follow_a_promise_and_say_what_became_of_it() {
        promise();
        story.approve(assignment);
        var id = UUID.fromString(
                story.office.get("/api/promises").expect(200).at("/items/0/id").asText());
        var kept = body("state", "KEPT", "text", "已通车");
        story.otherClerk.post(reports(id), kept).refused(404, "not-found");
        story.yangjin.post(reports(id), kept).refused(404, "not-found");
        story.tashi.post(reports(id), kept).refused(403, "policy.not-allowed");
        story.office.post(reports(UUID.randomUUID()), kept).refused(404, "not-found");
        story.clerk.post(reports(id), body()).refused(422, "fields.invalid").naming("state", "text");
        assertThat(story.otherClerk
                        .get("/api/promises")
                        .expect(200)
                        .at("/items")
                        .isEmpty())
                .isTrue();
        story.tashi.get("/api/promises").refused(403, "policy.not-allowed");
        story.yangjin.get("/api/assignments/" + assignment + "/promises").refused(404, "not-found");
    }

    @Test
    void the_list_goes_on_where_it_ended() {
        promise();
        story.approve(assignment);
        var first = story.office.get("/api/promises?limit=1").expect(200);
        assertThat(first.at("/items/0/text").asText()).isEqualTo("修好三公里通村路");
        var second = story.office
                .get("/api/promises?limit=1&after=" + first.at("/next").asText())
                .expect(200);
        assertThat(second.at("/items/0/text").asText()).isEqualTo("养护延伸到垭口");
        assertThat(second.json().path("next").isMissingNode()).isTrue();
    }

    private void promise() {
        story.clerk
                .put("/api/assignments/" + assignment + "/acceptance", body())
                .expect(200);
        var reply = Story.reply(2);
        reply.put(
                "promises",
                List.of(
                        body("text", "养护延伸到垭口", "dueOn", "2027-06-30", "owner", "李科长"),
                        body("text", "修好三公里通村路", "dueOn", "2026-10-31", "owner", "王科长")));
        story.clerk.put("/api/assignments/" + assignment + "/reply", reply).expect(200);
    }

    private List<String> listed(String filter) {
        var found = new ArrayList<String>();
        story.office
                .get("/api/promises" + filter)
                .expect(200)
                .at("/items")
                .forEach(promise -> found.add(promise.path("text").asText()));
        return found;
    }

    private static String reports(UUID promise) {
        return "/api/promises/" + promise + "/reports";
    }
}
