package cn.tongxin.identity;

import static cn.tongxin.stage.Person.body;
import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.shared.Crypto;
import cn.tongxin.shared.Digests;
import cn.tongxin.shared.Ids;
import cn.tongxin.stage.Answer;
import cn.tongxin.stage.Person;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import org.junit.jupiter.api.Test;

/** By what somebody who is in shall come in the next time. */
class WaysInTest {
    private final Stage stage = Stage.shared();
    private final TestCommittee county = Stage.committee();
    private final Person tashi = county.member("扎西");
    private final String number = IdentityStage.number();

    @Test
    void a_telephone_that_is_in_takes_a_number_that_was_proved() {
        tashi.post("/api/me/phone-codes", body("phone", "12")).refused(422, "phone.invalid");
        tashi.post("/api/me/phone-codes", body("phone", number)).expect(202);
        know("123456");
        change(tashi, "12").refused(422, "fields.invalid");
        change(tashi, "654321").refused(422, "login.code-wrong").naming("code");
        assertThat(tashi.get("/api/me").at("/account/phoneBound").asBoolean()).isFalse();
        change(tashi, "123456").expect(204);
        assertThat(tashi.get("/api/me").at("/account/phoneBound").asBoolean()).isTrue();
    }

    @Test
    void a_number_that_opens_an_account_is_not_taken_from_it() {
        know("123456");
        change(tashi, "123456").expect(204);
        know("234567");
        change(county.member("央金"), "234567").refused(409, "account.exists");
        know("345678");
        change(tashi, "345678").expect(204);
        change(tashi, "345678").refused(422, "login.code-expired");
    }

    @Test
    void the_console_changes_no_number() {
        var office = county.staff("卓玛", Role.PROPOSAL_STAFF);
        office.post("/api/me/phone-codes", body("phone", number)).refused(403, "policy.not-allowed");
        know("123456");
        change(office, "123456").refused(403, "policy.not-allowed");
    }

    @Test
    void wechat_is_unbound_for_oneself_alone() {
        var yangjin = county.member("央金");
        bind(tashi);
        bind(yangjin);
        assertThat(wechatOpens(tashi)).isTrue();
        tashi.delete("/api/me/wechat").expect(204);
        assertThat(wechatOpens(tashi)).isFalse();
        assertThat(wechatOpens(yangjin)).isTrue();
        tashi.delete("/api/me/wechat").expect(204);
    }

    private Answer change(Person person, String code) {
        return person.put("/api/me/phone", body("phone", number, "code", code));
    }

    /** A code as if it had been sent to the number. */
    private void know(String code) {
        var crypto = stage.bean(Crypto.class);
        var id = Ids.next();
        county.inside(
                """
                insert into login_code (id, phone_hash, code_hash, address, committee_code, created_at, expires_at, tries_left)
                values (?, ?, ?, '', '', ?::timestamptz, ?::timestamptz + interval '5 minutes', 5)
                """,
                id,
                crypto.keyedHash(number),
                crypto.keyedHash(id + ":" + code),
                stage.clock.instant().toString(),
                stage.clock.instant().toString());
    }

    private void bind(Person person) {
        county.inside(
                "insert into wechat_binding (app_id, openid_hash, openid, account_id, bound_at) values ('wx-official', ?, 'sealed', ?, now())",
                Digests.randomToken(),
                person.account());
    }

    private static boolean wechatOpens(Person person) {
        return person.get("/api/me").at("/account/wechatBound").asBoolean();
    }
}
