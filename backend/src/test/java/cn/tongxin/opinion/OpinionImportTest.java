package cn.tongxin.opinion;

import static cn.tongxin.opinion.Newsroom.told;
import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reports that an office had before it had this system. */
class OpinionImportTest {
    private final Newsroom room = new Newsroom();

    @Test
    void what_a_clerk_knows_comes_in_once_counts_in_its_year_and_tells_nobody() {
        var events = List.of(
                submit("O1", "2023-03-01"),
                event("opinion.issue", "2023-03-05", "ref", "O1", "mode", "SINGLE"),
                event("opinion.outcome", "2023-04-01", "ref", "O1", "level", "PREFECTURE", "kind", "FORWARDED"),
                event("opinion.outcome", "2023-05-01", "ref", "O1", "level", "PROVINCE", "kind", "USED"),
                event("opinion.outcome", "2023-05-02", "ref", "O1", "level", "PROVINCE", "kind", "INSTRUCTION"),
                event("opinion.outcome", "2023-06-01", "ref", "O1", "level", "COUNTY", "kind", "RESOLVED"),
                submit("O2", "2023-03-02"),
                event("opinion.retain", "2023-03-09", "ref", "O2", "reason", "留存备查"),
                submit("O3", "2022-12-31"),
                event("opinion.not_use", "2023-01-03", "ref", "O3", "reason", "已有专报"));
        var report = take(events);
        assertThat(report.at("/done").asInt()).isEqualTo(10);
        for (var view : List.of("adopted", "escalated", "instructed", "resolved")) {
            assertThat(counting(view, 2023)).as(view).isEqualTo(1);
        }
        assertThat(counting("submitted", 2023)).isEqualTo(2);
        assertThat(counting("submitted", 2022)).isEqualTo(1);
        assertThat(told(room.tashi)).isEmpty();
        var mine = room.tashi.get("/api/opinion-reports?mine=true&year=2023").expect(200);
        assertThat(mine.at("/items")).hasSize(2);
        assertThat(room.editor
                        .get("/api/opinion-reports?awaiting=true")
                        .expect(200)
                        .at("/items"))
                .isEmpty();

        var head = room.committee.historyHead();
        var again = take(events);
        assertThat(again.at("/done").asInt()).isZero();
        assertThat(again.at("/already").asInt()).isEqualTo(10);
        assertThat(room.committee.historyHead()).isEqualTo(head);
    }

    @Test
    void each_wrong_event_is_named_and_the_good_ones_are_in() {
        var report = take(List.of(
                submit("O1", "2023-03-01"),
                submit("O1", "2023-03-02"),
                event("opinion.submit", "2023-03-01", "ref", "O2", "title", "无作者"),
                event("opinion.issue", "2023-03-05", "ref", "O9", "mode", "SINGLE"),
                event("opinion.issue", "2023-02-01", "ref", "O1", "mode", "SINGLE"),
                event("opinion.outcome", "2023-03-05", "ref", "O1", "level", "COUNTY", "kind", "USED"),
                event("opinion.issue", "2023-03-05", "ref", "O1", "mode", "COMPOSITE"),
                event("opinion.outcome", "2023-03-04", "ref", "O1", "level", "COUNTY", "kind", "USED"),
                event("opinion.retain", "2023-03-06", "ref", "O1"),
                event("opinion.praise", "2023-03-06", "ref", "O1"),
                event("opinion.issue", "2099-03-05", "ref", "O1", "mode", "SINGLE")));
        assertThat(report.at("/done").asInt()).isEqualTo(2);
        assertThat(report.at("/refused").findValuesAsText("code"))
                .containsExactly(
                        "import.differs",
                        "fields.invalid",
                        "import.ref-unknown",
                        "import.before-submission",
                        "opinion.move-not-allowed",
                        "outcome.before-issue",
                        "opinion.move-not-allowed",
                        "import.event-unknown",
                        "fields.invalid");
        room.tashi
                .post("/api/opinion-imports", body("events", List.of(submit("X", "2023-01-01"))))
                .refused(403, "policy.not-allowed");
        room.editor.post("/api/opinion-imports", body()).refused(422, "fields.invalid");
    }

    private long counting(String kind, int year) {
        return room.committee.number("select count(*) from evidence_opinion_" + kind
                + " where counts and extract(year from happened_on) = " + year);
    }

    private Map<String, Object> submit(String ref, String on) {
        return event("opinion.submit", on, "ref", ref, "author", room.tashi.seat(), "title", "关于" + ref + "的情况反映");
    }

    private static Map<String, Object> event(String what, String on, Object... more) {
        var event = body(more);
        event.put("do", what);
        event.put("on", on);
        return event;
    }

    private Answer take(List<Map<String, Object>> events) {
        return room.editor.post("/api/opinion-imports", body("events", events)).expect(200);
    }
}
