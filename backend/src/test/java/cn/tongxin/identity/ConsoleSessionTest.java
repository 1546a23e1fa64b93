package cn.tongxin.identity;

import cn.tongxin.stage.Eventually;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.stand.DemoAccount;
import cn.tongxin.tenancy.Role;
import org.junit.jupiter.api.Test;

/** A person at the console: one session, which ends where Keycloak says so and nobody else's with it. */
class ConsoleSessionTest {
    private final IdentityStage stage = IdentityStage.shared();
    private final TestCommittee county = Stage.committee();
    private final String phone = IdentityStage.number();

    @Test
    void what_keycloak_ends_is_over_here_too() throws Exception {
        var zhuoma = stage.person();
        var subject = stage.subject(zhuoma);
        var seat = stage.office(county, subject, Role.PROPOSAL_STAFF);
        var visit = stage.visit().with(stage.console(zhuoma, "2"));
        visit.get("/api/proposals", seat).expect(200);
        stage.keycloak.admin().post("/tongxin/users/" + subject + "/logout", null);
        Eventually.find(() -> visit.get("/api/proposals", seat), answer -> answer.status() != 200)
                .refused(401, "auth.session-ended");
    }

    @Test
    void a_person_has_one_session_at_the_console_and_the_older_one_ends() throws Exception {
        var zhuoma = stage.person();
        var seat = stage.office(county, stage.subject(zhuoma), Role.PROPOSAL_STAFF);
        var atWork = stage.browser();
        var first = stage.visit().with(atWork.login(zhuoma, "1").accessToken());
        var codeAlone =
                new DemoAccount(zhuoma.username(), "", "not the password", zhuoma.totpSecret(), java.util.List.of());
        first.with(atWork.login(codeAlone, "2").accessToken());
        first.get("/api/proposals", seat).expect(200);
        var reloaded = stage.visit().with(atWork.login(zhuoma, "2").accessToken());
        reloaded.get("/api/proposals", seat).expect(200);
        first.get("/api/proposals", seat).expect(200);

        var elsewhere = stage.visit().with(stage.console(zhuoma, "2"));
        elsewhere.get("/api/proposals", seat).expect(200);
        first.get("/api/proposals", seat).refused(401, "auth.session-replaced");
        reloaded.get("/api/proposals", seat).refused(401, "auth.session-replaced");
        elsewhere.get("/api/proposals", seat).expect(200);

        var again = stage.visit().with(atWork.login(zhuoma, "2").accessToken());
        again.get("/api/proposals", seat).expect(200);
        elsewhere.get("/api/proposals", seat).refused(401, "auth.session-replaced");
        reloaded.get("/api/proposals", seat).refused(401, "auth.session-replaced");
        again.get("/api/proposals", seat).expect(200);
    }

    @Test
    void somebody_elses_session_at_the_console_and_a_telephone_stay() throws Exception {
        var zhuoma = stage.person();
        var seat = stage.office(county, stage.subject(zhuoma), Role.PROPOSAL_STAFF);
        var other = stage.person();
        var otherSeat = stage.office(county, stage.subject(other), Role.PROPOSAL_STAFF);
        var visit = stage.visit().with(stage.console(other, "2"));
        stage.listed(county, "扎西", phone, Role.MEMBER);
        var telephone = stage.logIn(phone);
        var tablet = stage.logInAgain(county, phone);
        stage.visit()
                .with(stage.console(zhuoma, "2"))
                .get("/api/proposals", seat)
                .expect(200);
        visit.get("/api/proposals", otherSeat).expect(200);
        telephone.get("/api/me").expect(200);
        tablet.get("/api/me").expect(200);
    }
}
