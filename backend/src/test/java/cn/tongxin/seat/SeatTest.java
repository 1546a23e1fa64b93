package cn.tongxin.seat;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The people of a committee, as the office, members and strangers to the office see and change them. */
class SeatTest {
    private final TestCommittee ganzi = Stage.committee();
    private final Person office = ganzi.staff("卓玛", Role.MEMBER_AFFAIRS);
    private final Person admin = ganzi.staff("泽仁", Role.TENANT_ADMIN);
    private final Person tashi = ganzi.member("扎西");

    @Test
    void a_seat_is_pending_until_a_decision_activates_it() {
        var seat = office.post("/api/seats", lamu()).expect(201);
        assertThat(seat.at("/status").asText()).isEqualTo("PENDING");
        assertThat(seat.can()).containsExactly("edit", "activate", "end", "grantRole", "invite");
        tashi.get(path(seat)).refused(404, "not-found");
        office.put(path(seat) + "/activation", body("version", 1))
                .refused(422, "fields.invalid")
                .naming("decisionDocument", "decidedOn");

        var active = office.put(path(seat) + "/activation", decided(1)).expect(200);

        assertThat(active.at("/status").asText()).isEqualTo("ACTIVE");
        assertThat(active.at("/decisionDocument").asText()).isEqualTo("政协〔2026〕3号");
        office.put(path(seat) + "/activation", decided(2)).refused(409, "seat.move-not-allowed");
        office.put(path(seat) + "/suspension", decided(1)).refused(409, "seat.version");
        office.put(path(seat) + "/suspension", decided(2)).expect(200);
        office.put(path(seat) + "/activation", decided(3)).expect(200);
        var ended = office.put(path(seat) + "/ending", decided(4, "reason", "RESIGNED"))
                .expect(200);
        assertThat(ended.at("/endReason").asText()).isEqualTo("RESIGNED");
        assertThat(ended.can()).isEmpty();
        assertThat(ganzi.historyHead()).isEqualTo(5);
    }

    @Test
    void the_phone_is_masked_until_the_office_asks_which_is_logged_and_unseen_by_members() {
        var seat = office.post("/api/seats", lamu()).expect(201);
        office.put(path(seat) + "/activation", decided(1)).expect(200);

        assertThat(seat.at("/phone").asText()).isEqualTo("199****0001");
        assertThat(office.get(path(seat)).expect(200).at("/phone").asText()).isEqualTo("199****0001");
        assertThat(office.get("/api/seats?q=拉姆")
                        .expect(200)
                        .at("/items/0/phone")
                        .asText())
                .isEqualTo("199****0001");
        var looks =
                "select count(*) from access_log where kind = 'phone.shown' and seat_id = ? and detail = cast(? as text)";
        assertThat(ganzi.number(looks, office.seat(), seat.id())).isZero();
        assertThat(office.get(path(seat) + "/phone").expect(200).at("/phone").asText())
                .isEqualTo("19900090001");
        assertThat(ganzi.number(looks, office.seat(), seat.id())).isEqualTo(1);
        tashi.get(path(seat) + "/phone").refused(403, "policy.not-allowed");
        tashi.get("/api/seats/" + tashi.seat() + "/phone").expect(200);
        assertThat(ganzi.number("select count(*) from access_log where kind = 'phone.shown'"))
                .isEqualTo(1);
        var seen = tashi.get(path(seat)).expect(200);
        assertThat(seen.at("/name").asText()).isEqualTo("白玛拉姆");
        for (var hidden : List.of("phone", "birth", "sex", "ethnicity", "employment")) {
            assertThat(seen.json().has(hidden)).as(hidden).isFalse();
        }
        assertThat(
                        ganzi.number(
                                "select count(*) from seat where phone like '%19900090001%' or phone_hash like '%19900090001%'"))
                .isZero();
    }

    @Test
    void names_are_listed_by_pinyin_and_found_without_dots() {
        for (var name : List.of("卓玛", "阿依", "曲比·阿依", "重庆")) {
            office.post("/api/seats", body("name", name)).expect(201);
        }
        var first = office.get("/api/seats?status=PENDING&limit=3&count=true").expect(200);
        assertThat(first.json().findValuesAsText("name")).containsExactly("阿依", "重庆", "曲比·阿依");
        assertThat(first.at("/total").asInt()).isEqualTo(4);
        assertThat(office.get("/api/seats?status=PENDING&limit=3&after="
                                + first.at("/next").asText())
                        .json()
                        .findValuesAsText("name"))
                .containsExactly("卓玛");
        assertThat(office.get("/api/seats?q=曲比阿").json().findValuesAsText("name"))
                .containsExactly("曲比·阿依");
        assertThat(tashi.get("/api/seats").json().findValuesAsText("name")).containsExactly("扎西");
        assertThat(office.get("/api/seats?role=TENANT_ADMIN").json().findValuesAsText("name"))
                .containsExactly("泽仁");
        ganzi.guest("客人").get("/api/seats").refused(403, "policy.not-allowed");
    }

    @Test
    void fields_are_checked_and_another_committees_ids_are_unknown() {
        var elsewhere = Stage.committee().staff("别处", Role.TENANT_ADMIN);
        var sector =
                elsewhere.post("/api/sectors", body("name", "经济")).expect(201).id();
        office.post(
                        "/api/seats",
                        body(
                                "name",
                                "",
                                "phone",
                                "123",
                                "birth",
                                "1989-04",
                                "sectorId",
                                sector,
                                "ethnicity",
                                "火星族",
                                "employment",
                                "长".repeat(201)))
                .refused(422, "fields.invalid")
                .naming("name", "phone", "sectorId", "ethnicity", "employment");
        office.post("/api/seats", body("name", "甲", "birth", "1989"))
                .refused(422, "fields.invalid")
                .naming("birth");
        office.get("/api/seats/" + elsewhere.seat()).refused(404, "not-found");
        office.put("/api/seats/" + elsewhere.seat() + "/roles/MEMBER", body()).refused(404, "not-found");
        office.post("/api/seats", body("name", "甲", "phone", "19900090009")).expect(201);
        office.post("/api/seats", body("name", "乙", "phone", "19900090009")).refused(409, "seat.phone-taken");
        tashi.post("/api/seats", body("name", "甲")).refused(403, "policy.not-allowed");
    }

    @Test
    void a_repeated_id_makes_one_seat_and_a_number_belongs_to_one() {
        var id = Ids.next();
        var seat = office.post("/api/seats", body("id", id, "name", "甲", "phone", "19900090002"))
                .expect(201);
        var again = office.post("/api/seats", body("id", id, "name", "甲", "phone", "19900090002"))
                .expect(201);
        assertThat(again.id()).isEqualTo(seat.id());
        office.post("/api/seats", body("id", id, "name", "乙")).refused(409, "id.taken");
        office.put(path(seat), body("version", 1, "name", "甲", "phone", "19900090003", "birth", "1980-02"))
                .expect(200);
        office.put(path(seat), body("version", 1, "name", "甲")).refused(409, "seat.version");
        assertThat(ganzi.number("select count(*) from seat where id = ?", seat.id()))
                .isEqualTo(1);
    }

    @Test
    void roles_are_granted_in_history_and_three_offices_stay_apart() {
        var clerk = admin.post("/api/seats", body("name", "文书", "roles", List.of("PROPOSAL_STAFF")))
                .expect(201);
        var head = ganzi.historyHead();
        admin.put(path(clerk) + "/roles/MEETING_STAFF", body()).expect(200);
        assertThat(ganzi.historyHead()).isEqualTo(head + 1);
        office.put(path(clerk) + "/roles/INFO_EDITOR", body()).refused(403, "policy.not-allowed");
        admin.put("/api/seats/" + admin.seat() + "/roles/MEETING_STAFF", body()).refused(403, "policy.not-allowed");
        admin.put(path(clerk) + "/roles/UNIT_CLERK", body())
                .refused(422, "fields.invalid")
                .naming("unitId");

        admin.put(path(clerk) + "/roles/SECURITY_ADMIN", body()).expect(200);
        admin.put(path(clerk) + "/roles/AUDITOR", body()).refused(409, "seat.roles-separate");
        var other = admin.post("/api/seats", body("name", "审计", "roles", List.of("MEETING_STAFF")))
                .expect(201);
        admin.put(path(other) + "/roles/AUDITOR", body()).refused(403, "policy.not-allowed");
        var security = ganzi.staff("安全", Role.SECURITY_ADMIN);
        security.put(path(other) + "/roles/AUDITOR", body()).expect(200);
        security.put("/api/seats/" + admin.seat() + "/roles/AUDITOR", body()).refused(409, "seat.roles-separate");
        security.delete("/api/seats/" + admin.seat() + "/roles/TENANT_ADMIN").refused(409, "seat.last-administrator");
        security.delete(path(other) + "/roles/AUDITOR").expect(200);
        admin.post("/api/seats", body("name", "全能", "roles", List.of("TENANT_ADMIN", "AUDITOR")))
                .refused(403, "policy.not-allowed");
    }

    @Test
    void an_ended_seat_loses_its_rights_at_once() {
        tashi.get("/api/seats").expect(200);
        office.put("/api/seats/" + tashi.seat() + "/suspension", decided(1, "reason", "长期不履职"))
                .expect(200);
        tashi.post("/api/proposals", body("title", "一")).refused(403, "seat.not-active");
    }

    private static Map<String, Object> lamu() {
        return body(
                "name",
                "白玛拉姆",
                "sex",
                "FEMALE",
                "birth",
                "1980-05",
                "ethnicity",
                "藏族",
                "employment",
                "县医院医师",
                "phone",
                "19900090001");
    }

    private static Map<String, Object> decided(int version, Object... more) {
        var move = body("version", version, "decisionDocument", "政协〔2026〕3号", "decidedOn", "2026-02-01");
        move.putAll(body(more));
        return move;
    }

    private static String path(Answer seat) {
        return "/api/seats/" + seat.id();
    }
}
