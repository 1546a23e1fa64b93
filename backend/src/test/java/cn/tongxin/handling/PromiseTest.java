package cn.tongxin.handling;

import static cn.tongxin.proposal.Story.later;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.history.Readers;
import cn.tongxin.proposal.Story;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import com.fasterxml.jackson.databind.JsonNode;
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
    void after_a_reform_the_successor_answers_for_what_was_promised() {
        promise();
        story.approve(assignment);
        var id = UUID.fromString(
                story.office.get("/api/promises").expect(200).at("/items/0/id").asText());
        story.office
                .put(
                        "/api/units/" + story.unit,
                        body(
                                "version",
                                1,
                                "name",
                                "县交通运输局",
                                "system",
                                "GOVERNMENT",
                                "validFrom",
                                "2020-01-01",
                                "validTo",
                                "2026-06-01",
                                "successorId",
                                story.otherUnit))
                .expect(200);
        story.otherClerk
                .post(reports(id), body("state", "OPEN", "text", "改革之前"))
                .refused(404, "not-found");
        later(Duration.ofDays(250), () -> {
            assertThat(waiting(story.otherClerk)).containsExactly("KEEP_PROMISE 1 1 修好三公里通村路");
            assertThat(waiting(story.clerk)).as("its unit is no more").isEmpty();
            var row = story.otherClerk
                    .get("/api/promises?overdue=true")
                    .expect(200)
                    .at("/items/0");
            assertThat(row.path("unitName").asText()).as("who promised it").isEqualTo("县交通运输局");
            assertThat(row.path("can").toString()).isEqualTo("[\"report\"]");
            story.office.post(urgings(id), body("text", "入冬前请完成")).expect(200);
            assertThat(told(story.otherClerk)).anyMatch(title -> title.contains("入冬前") || title.contains("承诺的事项"));
            story.clerk.post(reports(id), body("state", "KEPT", "text", "已通车")).refused(403, "policy.not-allowed");
            story.otherClerk
                    .post(reports(id), body("state", "KEPT", "text", "已通车"))
                    .expect(201);
        });
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

    @Test
    void a_promise_that_is_due_waits_for_its_unit_and_a_late_one_for_the_office_that_urges() {
        promise();
        story.approve(assignment);
        assertThat(waiting(story.clerk)).as("months away").isEmpty();
        later(Duration.ofDays(230), () -> {
            assertThat(waiting(story.clerk)).as("a week before").containsExactly("KEEP_PROMISE 1 0 修好三公里通村路");
            assertThat(waiting(story.office)).isEmpty();
        });
        later(Duration.ofDays(250), () -> {
            assertThat(waiting(story.clerk)).containsExactly("KEEP_PROMISE 1 1 修好三公里通村路");
            assertThat(waiting(story.office)).containsExactly("URGE_PROMISE 1 1 修好三公里通村路（县交通运输局）");
            assertThat(waiting(story.otherClerk)).isEmpty();
            assertThat(waiting(story.tashi)).isEmpty();

            var row = story.office.get("/api/promises?overdue=true").at("/items/0");
            assertThat(row.path("can").toString()).isEqualTo("[\"report\",\"urge\"]");
            var late = UUID.fromString(row.path("id").asText());
            assertThat(listed("?id=" + late)).containsExactly("修好三公里通村路");
            var words = body("text", "入冬前请完成");
            story.clerk.post(urgings(late), words).refused(403, "policy.not-allowed");
            story.otherClerk.post(urgings(late), words).refused(404, "not-found");
            story.office
                    .post(urgings(late), body())
                    .refused(422, "fields.invalid")
                    .naming("text");
            story.office.post(urgings(late), words).expect(200);
            assertThat(waiting(story.office))
                    .as("urged, and left alone for a week")
                    .isEmpty();
            assertThat(waiting(story.clerk)).as("still to be kept").hasSize(1);
            assertThat(told(story.clerk)).anyMatch(title -> title.startsWith("催办") && title.contains("修好三公里通村路"));
            assertThat(told(story.tashi)).noneMatch(title -> title.startsWith("催办"));
        });
        later(Duration.ofDays(260), () -> {
            assertThat(waiting(story.office)).hasSize(1);
            var late = UUID.fromString(story.office
                    .get("/api/promises?overdue=true")
                    .at("/items/0/id")
                    .asText());
            story.clerk
                    .post(reports(late), body("state", "NOT_KEPT", "text", "资金未到位"))
                    .expect(201);
            assertThat(waiting(story.office)).isEmpty();
            assertThat(waiting(story.clerk)).isEmpty();
            story.office.post(urgings(late), body("text", "请落实")).refused(409, "promise.not-open");
        });
    }

    @Test
    void promises_are_counted_open_and_kept_and_not_at_all_once_the_case_is_unfiled() {
        promise();
        assertThat(figure("proposal.promises_kept")).as("not let through yet").isEqualTo("0/0");
        story.approve(assignment);
        assertThat(figure("proposal.promises_open")).isEqualTo("2");
        assertThat(figure("proposal.promises_kept")).isEqualTo("0/2");
        var kept = story.office.get("/api/promises").at("/items/0/id").asText();
        story.clerk
                .post(reports(UUID.fromString(kept)), body("state", "KEPT", "text", "已通车"))
                .expect(201);
        assertThat(figure("proposal.promises_open")).isEqualTo("1");
        assertThat(figure("proposal.promises_kept")).isEqualTo("1/2");
        var list = items("proposal.promises_kept", "");
        assertThat(list).hasSize(2);
        for (var item : list) {
            assertThat(item.path("inN").asBoolean())
                    .isEqualTo(item.path("id").asText().equals(kept));
            assertThat(item.at("/detail/unit").asText()).isEqualTo("县交通运输局");
        }
        assertThat(items("proposal.promises_open", "").findValuesAsText("promise"))
                .containsExactly("养护延伸到垭口");

        story.county.inside(
                "update proposal set status = 'SUBMITTED', case_no = null, filed_on = null, unfiled_on = '2026-03-10'"
                        + " where id = ?",
                proposal);
        assertThat(figure("proposal.promises_open")).isEqualTo("0");
        assertThat(items("proposal.promises_kept", "")).isEmpty();
        assertThat(items("proposal.promises_kept", "&excluded=true").findValuesAsText("whyNot"))
                .containsExactly("unfiled", "unfiled");
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

    private List<String> waiting(Person person) {
        var found = new ArrayList<String>();
        for (var group : person.get("/api/todo").expect(200).at("/groups")) {
            var verb = group.path("verb").asText();
            if (verb.endsWith("PROMISE")) {
                found.add(verb + " " + group.path("count").asInt() + " "
                        + group.path("overdue").asInt() + " "
                        + group.at("/items/0/title").asText());
            }
        }
        return found;
    }

    private static List<String> told(Person person) {
        Stage.shared().bean(Readers.class).catchUp(person.committee().id());
        return person.get("/api/inbox").expect(200).json().findValuesAsText("title");
    }

    /** Of the session 14-2: n, of a rate n/N; 0 where nothing was ever counted. */
    private String figure(String key) {
        for (var figure : story.office
                .get("/api/indicators?basis=session&period=14-2")
                .expect(200)
                .json()) {
            if (figure.path("key").asText().equals(key)) {
                return figure.path("n").asText()
                        + (figure.has("N") ? "/" + figure.path("N").asText() : "");
            }
        }
        return "0";
    }

    private JsonNode items(String key, String more) {
        return story.office
                .get("/api/indicators/" + key + "/items?basis=session&period=14-2" + more)
                .expect(200)
                .at("/items");
    }

    private static String urgings(UUID promise) {
        return "/api/promises/" + promise + "/urgings";
    }

    private static String reports(UUID promise) {
        return "/api/promises/" + promise + "/reports";
    }
}
