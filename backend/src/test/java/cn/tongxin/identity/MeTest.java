package cn.tongxin.identity;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Digests;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import org.junit.jupiter.api.Test;

/** What is kept per person, whatever the seat. */
class MeTest {
    private final Stage stage = Stage.shared();
    private final TestCommittee county = Stage.committee();
    private final Person tashi = county.member("扎西");

    @Test
    void a_person_sees_all_own_seats_and_nobody_elses() {
        var there = Stage.committee().seatFor(tashi, Role.PROPOSAL_STAFF);
        county.member("央金");
        var me = tashi.get("/api/me").expect(200);
        assertThat(me.at("/seats")).hasSize(2);
        assertThat(me.json().findValuesAsText("id"))
                .contains(tashi.seat().toString(), there.seat().toString());
        assertThat(me.at("/operator").asBoolean()).isFalse();
    }

    @Test
    void large_text_is_remembered_per_person() {
        tashi.put("/api/me/preferences", body("largeText", true)).expect(204);
        assertThat(tashi.get("/api/me").at("/account/largeText").asBoolean()).isTrue();
    }

    @Test
    void consent_is_given_to_the_notice_in_force() {
        var version = tashi.get("/api/about").expect(200).at("/privacyVersion").asText();
        tashi.put("/api/me/consent", body("version", "of another year"))
                .refused(422, "fields.invalid")
                .naming("version");
        tashi.put("/api/me/consent", body("version", version)).expect(204);
        assertThat(tashi.get("/api/me").at("/account/consentVersion").asText()).isEqualTo(version);
    }

    @Test
    void a_person_sees_and_ends_own_devices_and_nobody_elses() {
        var device = Ids.next();
        county.inside("""
                insert into device_session (id, account_id, name, current_hash, created_at, used_at, expires_at)
                values (?, ?, '旧手机', ?, now(), now(), now() + interval '30 years')
                """, device, tashi.account(), Digests.randomToken());
        assertThat(tashi.get("/api/me/devices").expect(200).at("/0/name").asText())
                .isEqualTo("旧手机");
        county.member("央金").delete("/api/me/devices/" + device).refused(404, "not-found");
        tashi.delete("/api/me/devices/" + device).expect(204);
        assertThat(tashi.get("/api/me/devices").json()).isEmpty();
    }

    @Test
    void the_office_invites_to_a_seat_that_nobody_holds() {
        var seat = Ids.next();
        county.inside(
                "insert into seat_directory (seat_id, committee_id, status) values (?, ?, 'ACTIVE')",
                seat,
                county.id());
        county.inside("insert into seat (id, name, status, created_at) values (?, '尼玛', 'ACTIVE', now())", seat);
        var office = county.staff("卓玛", Role.MEMBER_AFFAIRS);
        var link = office.post("/api/seats/" + seat + "/invitations", body()).expect(201);
        var token = link.at("/url").asText().replaceAll(".*/", "");
        assertThat(office.get("/api/invitations/" + token)
                        .expect(200)
                        .at("/seatName")
                        .asText())
                .isEqualTo("尼玛");
        tashi.post("/api/seats/" + seat + "/invitations", body()).refused(403, "policy.not-allowed");
        office.post("/api/seats/" + tashi.seat() + "/invitations", body()).refused(409, "invitation.seat-taken");
    }

    @Test
    void the_operator_lists_founds_and_suspends_committees_and_nobody_else_does() {
        tashi.get("/api/operator/committees").refused(403, "policy.not-allowed");
        assertThat(asOperator("GET", "/api/operator/divisions?parent=510000", null)
                        .expect(200)
                        .json()
                        .findValuesAsText("code"))
                .contains("513300");
        assertThat(county.number("select count(*) from platform.division")).isEqualTo(3_225);
        assertThat(county.number("select count(*) from platform.division where level = 'PREFECTURE'"))
                .isEqualTo(333);
        var created = asOperator(
                        "POST",
                        "/api/operator/committees",
                        body("code", "513300", "administrator", body("name", "格桑", "phone", "13800000001")))
                .expect(201);
        assertThat(created.at("/committee/name").asText()).isEqualTo("政协甘孜藏族自治州委员会");
        assertThat(created.at("/invitationUrl").asText()).contains("/console/invitations/513300.");
        var id = created.at("/committee/id").asText();
        asOperator("GET", "/api/operator/committees", null).expect(200);
        asOperator("GET", "/api/operator/committees/" + id, null).expect(200);
        asOperator("POST", "/api/operator/committees/" + id + "/invitations", null)
                .expect(201);
        assertThat(asOperator("PUT", "/api/operator/committees/" + id + "/suspension", body("reason", "试用结束"))
                        .expect(200)
                        .at("/suspended")
                        .asBoolean())
                .isTrue();
        asOperator("DELETE", "/api/operator/committees/" + id + "/suspension", null)
                .expect(200);
        asOperator("POST", "/api/operator/committees", body("code", "000000"))
                .refused(422, "fields.invalid")
                .naming("administrator.name", "administrator.phone");
        asOperator(
                        "POST",
                        "/api/operator/committees",
                        body("code", "000000", "administrator", body("name", "格桑", "phone", "13800000001")))
                .refused(422, "committee.division-unknown");
    }

    private Answer asOperator(String method, String path, Object body) {
        var token = stage.issuer.operator("the operator");
        return tashi.with(method, path, body, request -> request.setHeader("Authorization", "Bearer " + token));
    }
}
