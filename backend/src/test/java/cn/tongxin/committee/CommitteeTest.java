package cn.tongxin.committee;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Client;
import cn.tongxin.tenancy.Founding;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Terms, sessions, sectors and special committees as an office enters them. */
class CommitteeTest {
    private final TestCommittee ganzi = Stage.committee();
    private final Person admin = ganzi.staff("卓玛", Role.TENANT_ADMIN);
    private final Person tashi = ganzi.member("扎西");

    @Test
    void an_office_enters_its_term_and_sessions_and_everybody_sees_the_current_one() {
        admin.post("/api/terms", body("no", 14)).expect(201);
        admin.post("/api/sessions", session(14, 3, "2024-01-27")).expect(201);
        admin.post("/api/sessions", session(14, 2, "2023-01-12")).expect(201);
        admin.post("/api/sessions", session(14, 6, "2027-01-10")).expect(201);

        var seen = tashi.get("/api/committee").expect(200);

        assertThat(seen.at("/code").asText()).isEqualTo(ganzi.code());
        assertThat(seen.at("/currentSession/key").asText()).isEqualTo("14-3");
        assertThat(seen.at("/currentSession/name").asText()).isEqualTo("十四届三次会议");
        assertThat(seen.at("/terms/0/no").asInt()).isEqualTo(14);
        assertThat(seen.can()).isEmpty();
        assertThat(tashi.get("/api/sessions").expect(200).json().findValuesAsText("key"))
                .containsExactly("14-6", "14-3", "14-2");
        assertThat(tashi.get("/api/terms").expect(200).json()).hasSize(1);
        assertThat(ganzi.historyHead()).isEqualTo(4);
    }

    @Test
    void a_repeated_session_is_one_session() {
        admin.post("/api/terms", body("no", 14)).expect(201);
        var session = body("id", Ids.next(), "termNo", 14, "sessionNo", 1, "opensOn", "2022-01-14");

        admin.post("/api/sessions", session).expect(201);
        admin.post("/api/sessions", session).expect(201);

        assertThat(tashi.get("/api/sessions").json()).hasSize(1);
        admin.post("/api/sessions", session(14, 1, "2022-02-14")).refused(409, "session.taken");
        admin.post("/api/terms", body("no", 14)).refused(409, "term.taken");
    }

    @Test
    void session_periods_never_overlap() {
        admin.post("/api/terms", body("no", 14)).expect(201);
        admin.post("/api/sessions", session(14, 1, "2022-01-14")).expect(201);
        var second = admin.post("/api/sessions", session(14, 2, "2023-01-12")).expect(201);

        admin.post("/api/sessions", session(14, 3, "2023-01-12"))
                .refused(409, "session.taken")
                .naming("opensOn");
        admin.post("/api/sessions", session(14, 3, "2022-06-01"))
                .refused(422, "session.out-of-order")
                .naming("opensOn");
        admin.put("/api/sessions/" + second.id(), body("version", 1, "opensOn", "2022-01-13"))
                .refused(422, "session.out-of-order");
        admin.put("/api/sessions/" + second.id(), body("version", 1, "opensOn", "2022-01-14"))
                .refused(409, "session.taken");
    }

    @Test
    void a_plenary_is_put_off_by_one_hand_at_a_time() {
        admin.post("/api/terms", body("no", 14)).expect(201);
        var session = admin.post("/api/sessions", session(14, 3, "2026-01-10")).expect(201);
        var change = body(
                "version",
                1,
                "opensOn",
                "2026-01-20",
                "closesOn",
                "2026-01-23",
                "proposalWindowOpensOn",
                "2025-10-20",
                "proposalCutoffAt",
                "2026-01-21T10:00:00Z");

        var changed = admin.put("/api/sessions/" + session.id(), change).expect(200);

        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.at("/proposalCutoffAt").asText()).isEqualTo("2026-01-21T10:00:00Z");
        admin.put("/api/sessions/" + session.id(), change).refused(409, "session.version");
    }

    @Test
    void what_is_wrong_with_a_session_is_named() {
        admin.post("/api/sessions", session(9, 1, "2022-01-14"))
                .refused(422, "session.term-missing")
                .naming("termNo");
        admin.post("/api/terms", body("no", 0)).refused(422, "fields.invalid").naming("no");
        admin.post(
                        "/api/sessions",
                        body(
                                "termNo",
                                14,
                                "sessionNo",
                                21,
                                "opensOn",
                                "2022-01-14",
                                "closesOn",
                                "2022-01-13",
                                "proposalWindowOpensOn",
                                "2022-01-15"))
                .refused(422, "fields.invalid")
                .naming("sessionNo", "closesOn", "proposalWindowOpensOn");
        admin.post("/api/sessions", body("termNo", 14, "sessionNo", 1, "opensOn", "tomorrow"))
                .refused(400, "request.malformed");
        admin.put("/api/sessions/" + UUID.randomUUID(), body("version", 1, "opensOn", "2022-01-14"))
                .refused(404, "not-found");
    }

    @Test
    void an_office_keeps_its_own_sectors() {
        var added = admin.post("/api/sectors", body("name", " 经济 ")).expect(201);
        admin.post("/api/sectors", body("name", "经济界"))
                .refused(409, "sector.taken")
                .naming("name");
        admin.post("/api/sectors", body("name", "教育")).expect(201);

        var changed = admin.put(
                        "/api/sectors/" + added.id(),
                        body("version", 1, "name", "经济和金融", "position", 1, "retiredOn", "2026-01-01"))
                .expect(200);

        assertThat(changed.version()).isEqualTo(2);
        assertThat(tashi.get("/api/sectors").expect(200).json().findValuesAsText("name"))
                .containsExactly("经济和金融", "教育");
        admin.put("/api/sectors/" + added.id(), body("version", 1, "name", "经济", "position", 1))
                .refused(409, "sector.version");
        admin.put("/api/sectors/" + UUID.randomUUID(), body("version", 1, "name", "经济", "position", 1))
                .refused(404, "not-found");
        admin.post("/api/sectors", body("name", " "))
                .refused(422, "fields.invalid")
                .naming("name");
        admin.post("/api/sectors", body("name", "界".repeat(41)))
                .refused(422, "fields.invalid")
                .naming("name");
    }

    @Test
    void special_committees_are_kept_alike() {
        var office = ganzi.staff("央金", Role.MEMBER_AFFAIRS);
        var added =
                office.post("/api/special-committees", body("name", "提案委员会")).expect(201);
        office.put("/api/special-committees/" + added.id(), body("version", 1, "name", "提案委", "position", 3))
                .expect(200);

        assertThat(tashi.get("/api/special-committees")
                        .expect(200)
                        .at("/0/position")
                        .asInt())
                .isEqualTo(3);
        office.post("/api/special-committees", body("name", "提案委")).refused(409, "special-committee.taken");
    }

    @Test
    void a_new_committee_begins_with_the_34_sectors() {
        var founding = Stage.shared().bean(Founding.class);
        var founder = new Caller(
                null, null, ganzi.id(), null, null, null, Set.of(), null, Set.of(), true, Client.CONSOLE, null);
        founder.run(() -> Stage.shared().bean(Transactions.class).alone(() -> {
            founding.found();
            return true;
        }));

        assertThat(tashi.get("/api/sectors").expect(200).json().findValuesAsText("name"))
                .hasSize(34)
                .doesNotHaveDuplicates()
                .startsWith("中国共产党")
                .endsWith("特邀人士");
        assertThat(tashi.get("/api/special-committees").expect(200).json()).hasSize(9);
        assertThat(ganzi.historyHead()).isEqualTo(2);
    }

    @Test
    void members_and_guests_change_nothing() {
        var guest = ganzi.guest("游客");
        for (var person : List.of(tashi, guest)) {
            person.post("/api/terms", body("no", 14)).refused(403, "policy.not-allowed");
            person.post("/api/sessions", session(14, 1, "2022-01-14")).refused(403, "policy.not-allowed");
            person.post("/api/sectors", body("name", "经济")).refused(403, "policy.not-allowed");
            person.post("/api/special-committees", body("name", "经济")).refused(403, "policy.not-allowed");
            person.put("/api/holidays/2026-03-05", body("name", "州庆")).refused(403, "policy.not-allowed");
            person.put("/api/settings/office.small", body("value", true, "version", 0))
                    .refused(403, "policy.not-allowed");
        }
        guest.get("/api/committee").expect(200);
        guest.get("/api/settings").refused(403, "policy.not-allowed");
        guest.get("/api/sectors").refused(403, "policy.not-allowed");
        guest.get("/api/holidays").refused(403, "policy.not-allowed");
        assertThat(ganzi.historyHead()).isZero();
    }

    @Test
    void two_committees_hold_the_same_numbers_without_meeting() {
        var yanbian = Stage.committee();
        var other = yanbian.staff("金花", Role.TENANT_ADMIN);
        admin.post("/api/terms", body("no", 14)).expect(201);
        other.post("/api/terms", body("no", 14)).expect(201);
        var session = admin.post("/api/sessions", session(14, 1, "2022-01-14")).expect(201);
        other.post("/api/sessions", session(14, 1, "2022-01-14")).expect(201);

        other.put("/api/sessions/" + session.id(), body("version", 1, "opensOn", "2022-02-14"))
                .refused(404, "not-found");
    }

    private static Map<String, Object> session(int term, int session, String opensOn) {
        return body("termNo", term, "sessionNo", session, "opensOn", opensOn);
    }
}
