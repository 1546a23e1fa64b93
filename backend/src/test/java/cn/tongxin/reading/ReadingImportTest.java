package cn.tongxin.reading;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadingImportTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person tashi = county.member("扎西");

    @Test
    void earlier_groups_are_brought_in_with_their_own_dates_and_a_second_run_changes_nothing() {
        var events = List.of(
                created("G1"),
                event("reading.open_group", "2023-01-26", "ref", "G1"),
                post("2023-02-01", "读后感"),
                post("2023-02-01", "读后感"),
                event("reading.close_group", "2023-12-21", "ref", "G1"));
        var report = take(events);
        assertThat(report.at("/done").asInt()).isEqualTo(5);
        assertThat(report.at("/refused")).isEmpty();

        var group = tashi.get("/api/reading-groups").expect(200).at("/items/0");
        assertThat(group.path("openedOn").asText()).isEqualTo("2023-01-26");
        assertThat(group.path("closedOn").asText()).isEqualTo("2023-12-21");
        assertThat(group.path("imported").asBoolean()).isTrue();
        assertThat(group.path("posts").asInt()).isEqualTo(2);
        assertThat(group.path("members").asInt()).isEqualTo(1);

        var head = county.historyHead();
        var again = take(events);
        assertThat(again.at("/done").asInt()).isZero();
        assertThat(again.at("/already").asInt()).isEqualTo(5);
        assertThat(county.historyHead()).isEqualTo(head);
        assertThat(county.number("select count(*) from reading_post")).isEqualTo(2);
    }

    @Test
    void each_wrong_event_is_named_and_the_good_ones_are_in() {
        var stranger = Stage.committee().member("外县委员");
        var report = take(List.of(
                created("G1"),
                event("reading.open_group", "2027-01-01", "ref", "G1"),
                event("reading.open_group", "2023-01-26", "ref", "G9"),
                event("reading.sing_song", "2023-01-26", "ref", "W1"),
                event(
                        "reading.create_group", "2023-01-01",
                        "ref", "G2",
                        "theme", "题",
                        "book", "书",
                        "owner", stranger.seat(),
                        "from", "2023-01-01",
                        "to", "2023-02-01"),
                event("reading.close_group", "2023-01-20", "ref", "G1"),
                post("2023-01-25", "还没开"),
                body("do", "reading.open_group", "ref", "G1"),
                event("reading.open_group", "2023-01-26", "ref", "G1"),
                event("reading.open_group", "2023-01-27", "ref", "G1"),
                created("G1", "theme", "另一题"),
                post("2023-02-01", "长".repeat(5001))));
        assertThat(report.at("/done").asInt()).isEqualTo(2);
        assertThat(report.json().findValues("index").stream().map(n -> n.asInt()))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 9, 10, 11);
        assertThat(report.at("/refused").findValuesAsText("code"))
                .containsExactly(
                        "fields.invalid",
                        "import.ref-unknown",
                        "import.event-unknown",
                        "fields.invalid",
                        "import.not-open-then",
                        "import.not-open-then",
                        "fields.invalid",
                        "import.differs",
                        "import.differs",
                        "fields.invalid");
    }

    @Test
    void what_is_brought_in_belongs_to_the_session_of_its_day() {
        var admin = county.staff("管理员", Role.TENANT_ADMIN);
        admin.post("/api/terms", body("no", 14)).expect(201);
        admin.post("/api/sessions", body("termNo", 14, "sessionNo", 1, "opensOn", "2023-01-10"))
                .expect(201);
        admin.post("/api/sessions", body("termNo", 14, "sessionNo", 2, "opensOn", "2024-01-10"))
                .expect(201);
        assertThat(take(List.of(
                                created("G1"),
                                event("reading.open_group", "2023-01-26", "ref", "G1"),
                                post("2023-02-01", "读后感"),
                                session("reading.plan_session", "W1", "group", "G1", "kind", "GUIDED", "topic", "导读"),
                                session("reading.hold_session", "W1", "host", office.seat()),
                                event("reading.require", "2024-03-01", "category", "规定书目", "title", "乡土中国")))
                        .at("/done")
                        .asInt())
                .isEqualTo(6);
        for (var row : List.of(
                "evidence_reading_group",
                "evidence_reading_session",
                "evidence_reading_member_of_session",
                "reading_post")) {
            assertThat(county.number("select p.session_no from " + row + " r join plenary_session p on p.id = r."
                            + (row.startsWith("evidence") ? "session_id" : "session_period_id")))
                    .as(row)
                    .isEqualTo(1);
        }
        assertThat(
                        county.number(
                                "select p.session_no from evidence_reading_list e join plenary_session p on p.id = e.session_id"))
                .isEqualTo(2);
    }

    @Test
    void sessions_hosts_and_required_titles_are_brought_in_and_counted() {
        var events = List.of(
                created("G1"),
                event("reading.open_group", "2023-01-26", "ref", "G1"),
                session("reading.plan_session", "W1", "group", "G1", "kind", "ROTA_SHARING", "topic", "领读分享"),
                session("reading.swap_host", "W1", "host", office.seat()),
                session("reading.hold_session", "W1", "host", office.seat()),
                session("reading.plan_session", "W2", "group", "G1", "kind", "GUIDED", "topic", "导读"),
                event("reading.require", "2023-03-01", "category", "规定书目", "title", "乡土中国"));
        assertThat(take(events).at("/done").asInt()).isEqualTo(7);
        assertThat(take(events).at("/already").asInt()).isEqualTo(7);
        assertThat(county.number(
                        "select count(*) from evidence_reading_session where detail ->> 'sessionKind' = 'ROTA_SHARING'"
                                + " and seat_id = ?",
                        office.seat()))
                .isEqualTo(1);
        assertThat(county.number("select count(*) from evidence_reading_list where happened_on = date '2023-03-01'"))
                .isEqualTo(1);
        var report = take(List.of(
                session("reading.hold_session", "W9", "host", tashi.seat()),
                session("reading.plan_session", "W3", "group", "G1", "kind", "PARTY", "topic", "聚会"),
                event("reading.hold_session", "2027-01-01", "ref", "W2"),
                event("reading.require", "2023-03-01", "category", "规定书目")));
        assertThat(report.at("/refused").findValuesAsText("code"))
                .containsExactly("import.ref-unknown", "fields.invalid", "fields.invalid", "fields.invalid");
    }

    @Test
    void only_the_study_office_brings_in_and_only_so_much_at_once() {
        tashi.post("/api/reading-imports", body("events", List.of(created("G1"))))
                .refused(403, "policy.not-allowed");
        office.post("/api/reading-imports", body("events", List.of()))
                .refused(422, "fields.invalid")
                .naming("events");
        office.post("/api/reading-imports", body("events", Collections.nCopies(201, created("G1"))))
                .refused(422, "fields.invalid")
                .naming("events");
        office.post("/api/reading-imports", body("events", List.of(created("G1", "owner", "扎西"))))
                .refused(400, "request.malformed");
    }

    private cn.tongxin.stage.Answer take(List<Map<String, Object>> events) {
        return office.post("/api/reading-imports", body("id", UUID.randomUUID(), "events", events))
                .expect(200);
    }

    private Map<String, Object> created(String ref, Object... changes) {
        var event = event(
                "reading.create_group", "2023-01-25",
                "ref", ref,
                "theme", "森林防火主题读书",
                "book", "演示书目",
                "owner", tashi.seat(),
                "from", "2023-01-25",
                "to", "2023-12-20");
        event.putAll(body(changes));
        return event;
    }

    private Map<String, Object> session(String happening, String ref, Object... more) {
        var event = event(happening, "2023-02-08", "ref", ref);
        event.putAll(body(more));
        return event;
    }

    private Map<String, Object> post(String on, String text) {
        return event("reading.post", on, "group", "G1", "author", tashi.seat(), "kind", "NOTE", "text", text);
    }

    private static Map<String, Object> event(String happening, String on, Object... more) {
        var event = body("do", happening, "on", on);
        event.putAll(body(more));
        return event;
    }
}
