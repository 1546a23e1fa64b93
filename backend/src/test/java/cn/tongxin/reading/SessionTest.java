package cn.tongxin.reading;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final TestCommittee county = Stage.committee();
    private final Person office = county.staff("央宗", Role.STUDY_STAFF);
    private final Person owner = county.member("扎西");
    private final Person droma = county.member("卓玛");
    private final Person pema = county.member("白玛");
    private final LocalDate today = LocalDate.now(county.stage().clock);
    private final String group = group();

    @Test
    void a_session_is_planned_held_by_its_host_and_counted() {
        var session = plan(body("hostId", droma.seat(), "guideId", pema.seat(), "topic", "差序格局"));
        assertThat(session.at("/hostName").asText()).isEqualTo("卓玛");
        assertThat(session.can()).containsExactly("edit", "reassign", "cancel", "lead");
        var path = path(session);
        assertThat(droma.get(path).expect(200).can()).containsExactly("lead", "ask-swap");
        assertThat(county.member("旁人").get(path).expect(200).can()).isEmpty();

        droma.put(path + "/holding", body("version", 1, "heldOn", today.plusDays(1)))
                .refused(422, "fields.invalid")
                .naming("heldOn");
        county.member("别人").put(path + "/holding", body("version", 1)).refused(403, "policy.not-allowed");
        var held = droma.put(path + "/holding", body("version", 1)).expect(200);
        assertThat(held.at("/status").asText()).isEqualTo("LED");
        assertThat(held.at("/heldOn").asText()).isEqualTo(today.toString());
        droma.put(path + "/holding", body("version", 2)).refused(409, "reading.session-move-not-allowed");
        office.put(path + "/cancellation", body("version", 2, "reason", "停电"))
                .refused(409, "reading.session-move-not-allowed");
        assertThat(county.number("select count(*) from evidence_reading_session where counts"))
                .isEqualTo(2);
        assertThat(county.number("select sum(amount)::bigint from evidence_reading_session"))
                .isEqualTo(1);
    }

    @Test
    void the_roster_shows_gaps_alarms_two_days_before_and_refuses_one_host_twice() {
        var first = plan(body("hostId", droma.seat(), "endsOn", today.plusDays(3)));
        var roster = owner.get(group + "/roster?from=" + today).expect(200);
        assertThat(roster.at("/weeks/0/hosts/0").asText()).isEqualTo("卓玛");
        assertThat(roster.at("/weeks/0/gap").asBoolean()).isFalse();
        var gaps = roster.json().path("weeks").findValues("gap").stream()
                .filter(gap -> gap.asBoolean())
                .count();
        assertThat(gaps).isGreaterThan(2);
        assertThat(roster.at("/weeks/3/gap").asBoolean()).isTrue();
        assertThat(roster.at("/weeks/3/alarm").asBoolean()).isFalse();

        office.put(path(first) + "/cancellation", body("version", 1, "reason", "改期"))
                .expect(200);
        var alarmed = owner.get(group + "/roster?weeks=1&from=" + today).expect(200);
        assertThat(alarmed.at("/weeks")).hasSize(1);
        assertThat(alarmed.at("/weeks/0/alarm").asBoolean()).isTrue();

        plan(body("hostId", droma.seat()));
        office.post(group + "/sessions", session(body("hostId", droma.seat())))
                .refused(422, "fields.invalid")
                .naming("hostId");
        owner.get(group + "/roster?weeks=0").refused(422, "fields.invalid").naming("weeks");
    }

    @Test
    void who_plans_reads_the_names_of_those_groups_alone_that_he_sees() {
        var closed = "/api/reading-groups/"
                + office.post(
                                "/api/reading-groups",
                                body(
                                        "theme",
                                        "内部读书",
                                        "book",
                                        "《论语》",
                                        "startsOn",
                                        today,
                                        "endsOn",
                                        today.plusDays(30),
                                        "visibility",
                                        "INVITED",
                                        "ownerId",
                                        droma.seat()))
                        .expect(201)
                        .id();
        office.post(closed + "/sessions", session(body("hostId", droma.seat()))).expect(201);
        var refused = owner.post(group + "/sessions", session(body("hostId", droma.seat())));
        refused.refused(422, "fields.invalid").naming("hostId");
        assertThat(refused.text()).contains("another group").doesNotContain("内部读书");
        var shown = office.post(group + "/sessions", session(body("hostId", droma.seat())));
        shown.refused(422, "fields.invalid").naming("hostId");
        assertThat(shown.text()).contains("内部读书").doesNotContain("another group");
    }

    @Test
    void wrong_sessions_are_refused_by_field() {
        office.post(
                        group + "/sessions",
                        body(
                                "topic", "题".repeat(61),
                                "startsOn", today.minusDays(40),
                                "endsOn", today.minusDays(41),
                                "bookPart", "章".repeat(101),
                                "materials", "料".repeat(2001),
                                "hostId", county.member("群外").seat(),
                                "guideId", Stage.committee().member("外县").seat()))
                .refused(422, "fields.invalid")
                .naming("topic", "startsOn", "endsOn", "bookPart", "materials", "hostId", "guideId");
        droma.post(group + "/sessions", session(body())).refused(403, "policy.not-allowed");
        var id = Ids.next();
        var once = plan(body("id", id));
        var again = plan(body("id", id));
        assertThat(again.id()).isEqualTo(once.id());
        office.put(path(once), session(body("version", 7))).refused(409, "reading.session-version");
        assertThat(office.put(path(once), session(body("version", 1, "topic", "礼治秩序")))
                        .expect(200)
                        .at("/topic")
                        .asText())
                .isEqualTo("礼治秩序");
        office.get(group + "/sessions/" + UUID.randomUUID()).refused(404, "not-found");
    }

    @Test
    void an_entry_of_reading_aloud_counts_once_its_host_has_held_it() {
        var entry = plan(body("kind", "READ_ALOUD", "topic", "朗读第三章", "hostId", droma.seat()));
        assertThat(entry.at("/kind").asText()).isEqualTo("READ_ALOUD");
        assertThat(county.number("select count(*) from evidence_reading_session"))
                .isZero();
        droma.put(path(entry) + "/holding", body("version", 1)).expect(200);
        assertThat(
                        county.number(
                                "select count(*) from evidence_reading_session where counts and detail->>'sessionKind' = 'READ_ALOUD'"))
                .isEqualTo(1);
    }

    @Test
    void a_host_swaps_with_another_who_agrees_and_the_owner_confirms() {
        var session = plan(body("hostId", droma.seat()));
        var swaps = path(session) + "/swaps";
        pema.post(swaps, body("to", droma.seat())).refused(403, "policy.not-allowed");
        droma.post(swaps, body("to", droma.seat()))
                .refused(422, "fields.invalid")
                .naming("to");
        var id = Ids.next();
        droma.post(swaps, body("id", id, "to", pema.seat())).expect(201);
        droma.post(swaps, body("id", id, "to", pema.seat())).expect(201);
        droma.post(swaps, body("to", owner.seat())).refused(409, "reading.swap-open");
        assertThat(pema.get("/api/todo").expect(200).text()).contains("ANSWER_SWAP");

        var swap = swaps + "/" + id;
        droma.put(swap, body("step", "ACCEPT")).refused(403, "policy.not-allowed");
        owner.put(swap, body("step", "CONFIRM")).refused(409, "reading.swap-settled");
        assertThat(pema.get(swaps).expect(200).at("/0/can/0").asText()).isEqualTo("accept");
        pema.put(swap, body("step", "ACCEPT")).expect(200);
        assertThat(owner.get("/api/todo").expect(200).text()).contains("CONFIRM_SWAP");
        assertThat(owner.get(group + "/roster")
                        .expect(200)
                        .at("/swaps/0/toName")
                        .asText())
                .isEqualTo("白玛");
        owner.put(swap, body("step", "CONFIRM")).expect(200);
        assertThat(office.get(path(session)).expect(200).at("/hostName").asText())
                .isEqualTo("白玛");
        droma.put(swap, body("step", "WITHDRAW")).refused(409, "reading.swap-settled");
    }

    @Test
    void a_host_who_did_not_come_is_replaced_and_that_stays_among_those_who_run_the_group() {
        var session = plan(body("hostId", droma.seat()));
        droma.put(path(session) + "/host", body("version", 1, "hostId", pema.seat(), "noShow", true))
                .refused(403, "policy.not-allowed");
        office.put(path(session) + "/host", body("version", 1, "hostId", pema.seat(), "noShow", true))
                .expect(200);
        assertThat(county.number("select count(*) from reading_no_show")).isEqualTo(1);
        assertThat(owner.get(path(session)).expect(200).at("/noShows/0/name").asText())
                .isEqualTo("卓玛");
        assertThat(pema.get(path(session)).expect(200).at("/noShows")).isEmpty();
        assertThat(droma.get(group + "/roster").expect(200).text()).doesNotContain("notedAt");
        assertThat(county.number("select count(*) from history where kind = 'reading.session-reassigned'"))
                .isEqualTo(1);
    }

    @Test
    void whoever_has_left_or_no_longer_sits_is_no_host_and_his_week_is_a_gap() {
        var session = plan(body("hostId", droma.seat(), "startsOn", today, "endsOn", today.plusDays(3)));
        assertThat(verbs(droma)).contains("HOST_SESSION");
        droma.delete(group + "/membership").expect(204);
        var roster = owner.get(group + "/roster?weeks=1&from=" + today).expect(200);
        assertThat(roster.at("/weeks/0/gap").asBoolean()).isTrue();
        assertThat(roster.at("/weeks/0/alarm").asBoolean()).isTrue();
        assertThat(roster.at("/sessions/0/hostName").isMissingNode()
                        || roster.at("/sessions/0/hostName").isNull())
                .isTrue();
        assertThat(verbs(droma)).doesNotContain("HOST_SESSION");
        office.put(path(session) + "/host", body("version", 1, "hostId", pema.seat(), "noShow", false))
                .expect(200);
        assertThat(owner.get(group + "/roster?weeks=1&from=" + today)
                        .expect(200)
                        .at("/weeks/0/gap")
                        .asBoolean())
                .isFalse();
        county.inside("update seat set status = 'ENDED' where id = ?", pema.seat());
        assertThat(owner.get(group + "/roster?weeks=1&from=" + today)
                        .expect(200)
                        .at("/weeks/0/gap")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_session_noted_as_held_by_mistake_is_planned_again_and_counts_no_longer() {
        var session = plan(body("hostId", droma.seat()));
        droma.put(path(session) + "/holding", body("version", 1)).expect(200);
        droma.put(path(session) + "/reopening", body("version", 2, "reason", "点错了"))
                .refused(403, "policy.not-allowed");
        owner.put(path(session) + "/reopening", body("version", 2, "reason", ""))
                .refused(422, "fields.invalid")
                .naming("reason");
        owner.put(path(session) + "/reopening", body("version", 1, "reason", "点错了"))
                .refused(409, "reading.session-version");
        var again = owner.put(path(session) + "/reopening", body("version", 2, "reason", "点错了"))
                .expect(200);
        assertThat(again.at("/status").asText()).isEqualTo("PLANNED");
        assertThat(county.number("select count(*) from evidence_reading_session"))
                .isZero();
        owner.put(path(session) + "/reopening", body("version", 3, "reason", "点错了"))
                .refused(409, "reading.session-move-not-allowed");
    }

    @Test
    void what_was_held_before_a_pause_or_the_end_is_noted_afterwards() {
        var before = plan(body("hostId", droma.seat()));
        var later = plan(body("hostId", pema.seat(), "startsOn", today.plusDays(7)));
        owner.put(group + "/pause", body("reason", "开会")).expect(200);
        assertThat(owner.get(path(before)).expect(200).can()).contains("lead");
        office.put(path(before) + "/holding", body("version", 1)).expect(200);
        office.put(path(later) + "/holding", body("version", 1)).refused(422, "fields.invalid");
        owner.delete(group + "/pause").expect(200);
        owner.put(group + "/wrapping", body()).expect(200);
        owner.put(path(later) + "/holding", body("version", 1, "heldOn", today))
                .refused(422, "fields.invalid")
                .naming("heldOn");
    }

    @Test
    void todays_hosts_stand_together_and_ones_notes_too() {
        plan(body("hostId", droma.seat(), "topic", "差序格局"));
        var mine = droma.get("/api/reading-roster/today").expect(200);
        assertThat(mine.at("/0/topic").asText()).isEqualTo("差序格局");
        assertThat(mine.at("/0/hostName").asText()).isEqualTo("卓玛");
        assertThat(mine.at("/0/mine").asBoolean()).isTrue();
        assertThat(pema.get("/api/reading-roster/today")
                        .expect(200)
                        .at("/0/mine")
                        .asBoolean())
                .isFalse();
        assertThat(county.member("旁人")
                        .get("/api/reading-roster/today")
                        .expect(200)
                        .json())
                .isEmpty();

        for (var text : java.util.List.of("第一条", "第二条", "第三条")) {
            droma.post(group + "/posts", body("kind", "NOTE", "text", text)).expect(201);
        }
        var hidden = droma.get("/api/reading-notes?limit=1")
                .expect(200)
                .at("/items/0/id")
                .asText();
        owner.put(group + "/posts/" + hidden + "/hiding", body("reason", "含他人电话"))
                .expect(200);
        droma.post(group + "/posts", body("kind", "QUESTION", "text", "不是笔记")).expect(201);
        pema.post(group + "/posts", body("kind", "NOTE", "text", "别人的")).expect(201);
        droma.delete(group + "/membership").expect(204);
        var first = droma.get("/api/reading-notes?limit=2").expect(200);
        assertThat(first.json().findValuesAsText("text")).containsExactly("第三条", "第二条");
        assertThat(first.at("/items/0/hiddenReason").asText()).isEqualTo("含他人电话");
        assertThat(first.at("/items/1").has("hiddenReason")).isFalse();
        var rest = droma.get(
                        "/api/reading-notes?limit=2&after=" + first.at("/next").asText())
                .expect(200);
        assertThat(rest.json().findValuesAsText("text")).containsExactly("第一条");
        assertThat(rest.at("/items/0/theme").asText()).isEqualTo("读《乡土中国》");
    }

    @Test
    void members_stand_by_name_and_are_found_by_it() {
        var all = owner.get(group + "/members?limit=2").expect(200);
        var more = owner.get(group + "/members?limit=2&after=" + all.at("/next").asText())
                .expect(200);
        var names = new java.util.ArrayList<>(all.json().findValuesAsText("name"));
        names.addAll(more.json().findValuesAsText("name"));
        assertThat(names).containsExactlyInAnyOrder("扎西", "卓玛", "白玛");
        var found = owner.get(group + "/members?name=玛").expect(200);
        assertThat(found.json().findValuesAsText("name")).containsExactlyInAnyOrder("卓玛", "白玛");
        assertThat(found.at("/items/0/hosts").asBoolean()).isTrue();
        assertThat(owner.get(group + "/members?name=%25").expect(200).at("/items"))
                .isEmpty();
    }

    @Test
    void nobody_becomes_host_twice_in_the_same_days_by_handing_over_or_swapping() {
        var first = plan(body("hostId", droma.seat()));
        plan(body("hostId", pema.seat()));
        office.put(path(first) + "/host", body("version", 1, "hostId", pema.seat()))
                .refused(422, "fields.invalid")
                .naming("hostId");
        droma.post(path(first) + "/swaps", body("to", pema.seat()))
                .refused(422, "fields.invalid")
                .naming("to");

        var later = plan(body("hostId", droma.seat(), "startsOn", today.plusDays(10)));
        var id = Ids.next();
        var swap = path(later) + "/swaps/" + id;
        droma.post(path(later) + "/swaps", body("id", id, "to", pema.seat())).expect(201);
        pema.put(swap, body("step", "ACCEPT")).expect(200);
        plan(body("hostId", pema.seat(), "startsOn", today.plusDays(10)));
        owner.put(swap, body("step", "CONFIRM")).refused(422, "fields.invalid").naming("to");
    }

    @Test
    void whoever_has_left_the_group_takes_no_session_over() {
        var session = plan(body("hostId", droma.seat()));
        var id = Ids.next();
        var swap = path(session) + "/swaps/" + id;
        droma.post(path(session) + "/swaps", body("id", id, "to", pema.seat())).expect(201);
        pema.put(swap, body("step", "ACCEPT")).expect(200);
        pema.delete(group + "/membership").expect(204);
        owner.put(swap, body("step", "CONFIRM")).refused(422, "fields.invalid").naming("to");
    }

    @Test
    void neither_a_guest_nor_an_ended_member_hosts() {
        var guest = county.guest("李读者");
        office.put(group + "/members/" + guest.seat(), body()).expect(204);
        county.inside("update seat set status = 'ENDED' where id = ?", pema.seat());
        for (var seat : java.util.List.of(guest.seat(), pema.seat())) {
            office.post(group + "/sessions", session(body("hostId", seat)))
                    .refused(422, "fields.invalid")
                    .naming("hostId");
            office.put(group + "/rotation", body("hostIds", java.util.List.of(seat)))
                    .refused(422, "fields.invalid")
                    .naming("hostIds");
        }
    }

    @Test
    void an_open_swap_ends_with_the_host_it_was_asked_by() {
        var session = plan(body("hostId", droma.seat()));
        var swaps = path(session) + "/swaps";
        var id = Ids.next();
        droma.post(swaps, body("id", id, "to", pema.seat())).expect(201);
        office.put(path(session) + "/host", body("version", 1, "hostId", owner.seat()))
                .expect(200);
        assertThat(pema.get("/api/todo").expect(200).text()).doesNotContain("ANSWER_SWAP");
        pema.put(swaps + "/" + id, body("step", "ACCEPT")).refused(409, "reading.swap-settled");
        owner.post(swaps, body("to", droma.seat())).expect(201);
        office.put(path(session) + "/cancellation", body("version", 2, "reason", "停电"))
                .expect(200);
        assertThat(droma.get("/api/todo").expect(200).text()).doesNotContain("ANSWER_SWAP");
    }

    private static java.util.List<String> verbs(Person person) {
        return person.get("/api/todo").expect(200).json().findValuesAsText("verb");
    }

    private Answer plan(java.util.Map<String, Object> changes) {
        return office.post(group + "/sessions", session(changes)).expect(201);
    }

    private java.util.Map<String, Object> session(java.util.Map<String, Object> changes) {
        var session = body("topic", "乡土本色", "startsOn", today);
        session.putAll(changes);
        return session;
    }

    private String path(Answer session) {
        return group + "/sessions/" + session.id();
    }

    private String group() {
        county.decide("reading.roster-weeks", "0");
        var id = office.post(
                        "/api/reading-groups",
                        body(
                                "theme", "读《乡土中国》",
                                "book", "乡土中国",
                                "startsOn", today.minusDays(30),
                                "endsOn", today.plusDays(60),
                                "ownerId", owner.seat()))
                .expect(201)
                .id();
        var path = "/api/reading-groups/" + id;
        office.put(path + "/opening", body()).expect(200);
        for (var member : java.util.List.of(droma, pema)) {
            member.put(path + "/membership", body()).expect(200);
        }
        return path;
    }
}
