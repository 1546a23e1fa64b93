package cn.tongxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.identity.IdentityStage.Visit;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.stand.DemoAccount;
import cn.tongxin.tenancy.Role;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a committee and its people come in by invitation: the operator's to the first administrator, the committee's own to anybody. */
class InvitationTest {
    private final IdentityStage stage = IdentityStage.shared();
    private final TestCommittee county = Stage.committee();
    private final String phone = IdentityStage.number();

    @AfterEach
    void the_clock_comes_back() {
        stage.clock.ahead(Duration.ZERO);
    }

    @Test
    void the_operator_founds_a_committee_and_its_administrator_comes_in_with_two_factors() throws Exception {
        var operator = stage.visit().with(stage.console(stage.person("platform-operator"), "2"));
        var division = unused(operator);
        var created = operator.post(
                        "/api/operator/committees",
                        "code",
                        division,
                        "administrator",
                        java.util.Map.of("name", "格桑", "phone", IdentityStage.number()))
                .expect(201);
        operator.post(
                        "/api/operator/committees",
                        "code",
                        division,
                        "administrator",
                        java.util.Map.of("name", "别人", "phone", IdentityStage.number()))
                .refused(409, "committee.exists");
        var id = created.at("/committee/id").asText();
        var first = token(created.at("/invitationUrl").asText());
        var second = token(operator.post("/api/operator/committees/" + id + "/invitations")
                .expect(201)
                .at("/url")
                .asText());
        stage.visit().get("/api/invitations/" + first).refused(404, "not-found");

        var guest = stage.visit();
        assertThat(guest.get("/api/invitations/" + second)
                        .expect(200)
                        .at("/seatName")
                        .asText())
                .isEqualTo("格桑");
        guest.post("/api/invitations/" + second + "/acceptance", "phone", phone, "code", "123456")
                .refused(422, "invitation.console-only");
        var name = "g" + phone;
        var accepted = guest.post("/api/invitations/" + second + "/acceptance", "loginName", name)
                .expect(200);
        stage.visit().get("/api/invitations/" + second).refused(404, "not-found");
        operator.post("/api/operator/committees/" + id + "/invitations").refused(409, "committee.in-use");

        var administrator =
                new DemoAccount(name, "", accepted.at("/oneTimePassword").asText(), "", java.util.List.of());
        var visit = stage.visit().with(stage.console(administrator, "2"));
        var me = visit.get("/api/me").expect(200);
        assertThat(me.at("/seats/0/roles/0").asText()).isEqualTo("TENANT_ADMIN");
        var seat = UUID.fromString(me.at("/seats/0/id").asText());
        visit.get("/api/committee", seat).expect(200);

        operator.get("/api/committee").refused(403, "seat.none");
        operator.put("/api/operator/committees/" + id + "/suspension", "reason", "试用结束")
                .expect(200);
        visit.get("/api/committee", seat).refused(403, "committee.suspended");
        assertThat(visit.get("/api/me").at("/seats")).isEmpty();
        operator.delete("/api/operator/committees/" + id + "/suspension").expect(200);
        visit.get("/api/committee", seat).expect(200);
    }

    @Test
    void operating_asks_for_two_factors_too() {
        var operator = stage.person("platform-operator");
        stage.visit()
                .with(stage.console(operator, "1"))
                .get("/api/operator/committees")
                .refused(403, "auth.step-up-required");
        stage.visit()
                .with(stage.console(stage.person(), "2"))
                .get("/api/operator/committees")
                .refused(403, "policy.not-allowed");
    }

    @Test
    void an_invitation_opens_an_account_for_a_number_that_no_roster_knows_and_works_once() {
        var zhuoma = stage.person();
        var office = stage.office(county, stage.subject(zhuoma), Role.MEMBER_AFFAIRS);
        var seat = stage.listed(county, "尼玛", IdentityStage.number(), Role.MEMBER);
        var staff = stage.visit().with(stage.console(zhuoma, "2"));
        var link = staff.post("/api/seats/" + seat + "/invitations").expect(201);
        var token = token(link.at("/url").asText());

        var nyima = stage.visit();
        nyima.post("/api/login/phone-codes", "phone", phone, "invitation", token)
                .expect(202);
        nyima.post("/api/invitations/" + token + "/acceptance", "phone", phone, "code", stage.codeSentTo(phone))
                .expect(200);
        assertThat(nyima.get("/api/me").at("/seats/0/id").asText()).isEqualTo(seat.toString());
        stage.visit()
                .post("/api/invitations/" + token + "/acceptance", "loginName", "x" + phone)
                .refused(404, "not-found");
        staff.post("/api/seats/" + seat + "/invitations").refused(409, "invitation.seat-taken");
        assertThat(stage.visit()
                        .get("/api/invitations/999999.00000000000000000000000000000000")
                        .text())
                .isEqualTo(stage.visit()
                        .get("/api/invitations/" + county.code() + ".00000000000000000000000000000000")
                        .refused(404, "not-found")
                        .text());
        assertThat(office).isNotNull();
    }

    @Test
    void an_invitation_is_over_after_a_week() {
        var zhuoma = stage.person();
        stage.office(county, stage.subject(zhuoma), Role.TENANT_ADMIN);
        var seat = stage.listed(county, "尼玛", phone, Role.MEMBER);
        var token = token(stage.visit()
                .with(stage.console(zhuoma, "2"))
                .post("/api/seats/" + seat + "/invitations")
                .expect(201)
                .at("/url")
                .asText());
        stage.visit().get("/api/invitations/" + token).expect(200);
        stage.clock.ahead(Duration.ofDays(8));
        stage.visit().get("/api/invitations/" + token).refused(404, "not-found");
    }

    private static String token(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** A county that no test has used. */
    private static String unused(Visit operator) {
        for (var province : operator.get("/api/operator/divisions").expect(200).json()) {
            if (province.path("committee").isMissingNode()) {
                return province.path("code").asText();
            }
        }
        throw new AssertionError("Every province is taken.");
    }
}
