package cn.tongxin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.identity.IdentityStage.Visit;
import cn.tongxin.stage.Eventually;
import cn.tongxin.stage.Stage;
import cn.tongxin.stage.TestCommittee;
import cn.tongxin.tenancy.Role;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Log-in against a real Keycloak: what opens a door, what does not, and what closes it again. */
class IdentityTest {
    private final IdentityStage stage = IdentityStage.shared();
    private final TestCommittee county = Stage.committee();
    private final String phone = IdentityStage.number();

    @AfterEach
    void the_clock_comes_back() {
        stage.clock.ahead(Duration.ZERO);
    }

    @Test
    void a_member_comes_in_by_phone_code_and_takes_the_seat_that_the_roster_keeps_for_the_number() {
        var seat = stage.listed(county, "扎西", phone, Role.MEMBER);
        var tashi = stage.logIn(phone);
        var me = tashi.get("/api/me").expect(200);
        assertThat(me.at("/seats/0/id").asText()).isEqualTo(seat.toString());
        assertThat(me.at("/seats/0/needsStepUp").asBoolean()).isFalse();
        tashi.get("/api/proposals", seat).expect(200);
        assertThat(tashi.cookie).isNotEmpty();
        assertThat(county.number("select count(*) from history where kind = 'seat.claimed' and subject_id = ?", seat))
                .isEqualTo(1);
        assertThat(stage.logInAgain(county, phone).get("/api/me").at("/account/id"))
                .isEqualTo(me.at("/account/id"));
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        stage.listed(county, "扎西", phone, Role.MEMBER);
        var answer = stage.visit();
        answer.post("/api/login/phone-codes", "phone", phone).expect(202);
        assertThat(answer.post("/api/login/phone", "phone", phone, "code", stage.codeSentTo(phone))
                        .expect(200)
                        .header("set-cookie"))
                .contains("HTTPOnly")
                .contains("SameSite=Strict")
                .contains("Max-Age=2592000");
    }

    @Test
    void an_unknown_number_is_answered_like_a_known_one_and_sent_nothing() {
        stage.listed(county, "扎西", phone, Role.MEMBER);
        var unknown = IdentityStage.number();
        var forKnown =
                stage.visit().post("/api/login/phone-codes", "phone", phone).expect(202);
        var forUnknown =
                stage.visit().post("/api/login/phone-codes", "phone", unknown).expect(202);
        assertThat(forUnknown.text()).isEqualTo(forKnown.text());
        stage.codeSentTo(phone);
        assertThat(stage.outside.messagesTo(unknown)).isEmpty();
        assertThat(stage.visit()
                        .post("/api/login/phone", "phone", unknown, "code", "123456")
                        .text())
                .isEqualTo(stage.visit()
                        .post("/api/login/phone", "phone", phone, "code", another(stage.codeSentTo(phone)))
                        .refused(422, "login.code-wrong")
                        .text());
    }

    @Test
    void a_code_bears_five_tries_and_five_minutes_and_one_use() {
        stage.listed(county, "扎西", phone, Role.MEMBER);
        var visit = stage.visit();
        visit.post("/api/login/phone-codes", "phone", phone).expect(202);
        var code = stage.codeSentTo(phone);
        for (var i = 0; i < 5; i++) {
            visit.post("/api/login/phone", "phone", phone, "code", another(code))
                    .refused(422, "login.code-wrong");
        }
        visit.post("/api/login/phone", "phone", phone, "code", code).refused(422, "login.code-expired");

        var other = IdentityStage.number();
        stage.listed(county, "央金", other, Role.MEMBER);
        visit.post("/api/login/phone-codes", "phone", other).expect(202);
        stage.clock.ahead(Duration.ofSeconds(301));
        visit.post("/api/login/phone", "phone", other, "code", stage.codeSentTo(other))
                .refused(422, "login.code-expired");
        stage.clock.ahead(Duration.ZERO);
        visit.post("/api/login/phone", "phone", other, "code", stage.codeSentTo(other))
                .expect(200);
        visit.post("/api/login/phone", "phone", other, "code", stage.codeSentTo(other))
                .refused(422, "login.code-expired");
        visit.post("/api/login/phone", "phone", "12345", "code", "123456").refused(422, "phone.invalid");
        visit.post("/api/login/phone", "phone", other, "code", "12").refused(422, "fields.invalid");
    }

    @Test
    void codes_are_limited_by_number() {
        var visit = stage.visit();
        visit.post("/api/login/phone-codes", "phone", phone).expect(202);
        visit.post("/api/login/phone-codes", "phone", phone).refused(429, "login.too-many");
        for (var i = 1; i <= 4; i++) {
            stage.clock.ahead(Duration.ofSeconds(61L * i));
            visit.post("/api/login/phone-codes", "phone", phone).expect(202);
        }
        stage.clock.ahead(Duration.ofSeconds(61 * 5));
        visit.post("/api/login/phone-codes", "phone", phone).refused(429, "login.too-many");
    }

    @Test
    void a_roster_gives_its_seat_and_never_the_account_of_somebody() {
        stage.listed(county, "扎西", phone, Role.MEMBER);
        var tashi = stage.logIn(phone);
        var before = tashi.get("/api/me").at("/account/id").asText();

        // Another committee lists the same man under another number: whoever holds that number gets that seat alone.
        var elsewhere = Stage.committee();
        var intruder = IdentityStage.number();
        var seat = stage.listed(elsewhere, "扎西", intruder, Role.MEMBER);
        var other = stage.logIn(intruder).get("/api/me").expect(200);
        assertThat(other.at("/account/id").asText()).isNotEqualTo(before);
        assertThat(other.at("/seats")).hasSize(1);
        assertThat(other.at("/seats/0/id").asText()).isEqualTo(seat.toString());
        assertThat(tashi.get("/api/me").at("/seats")).hasSize(1);
    }

    @Test
    void no_number_is_kept_in_the_platforms_tables() {
        stage.listed(county, "扎西", phone, Role.MEMBER);
        stage.logIn(phone);
        for (var table : new String[] {"account", "login_code", "seat_claim", "device_session", "door_log"}) {
            assertThat(county.number(
                            "select count(*) from platform." + table + " t where t::text like ?", "%" + phone + "%"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void an_office_is_not_opened_by_a_text_message() {
        stage.listed(county, "卓玛", phone, Role.PROPOSAL_STAFF);
        assertThat(stage.logIn(phone).get("/api/me").at("/seats")).isEmpty();
    }

    @Test
    void a_device_secret_changes_with_each_use_and_an_old_one_ends_the_session() {
        var seat = stage.listed(county, "扎西", phone, Role.MEMBER);
        var telephone = stage.logIn(phone);
        var first = telephone.cookie;
        telephone.post("/api/login/refresh").expect(200);
        assertThat(telephone.cookie).isNotEqualTo(first);

        // The answer was lost on the way: the secret before still counts, until its successor has been seen.
        telephone.cookie = first;
        telephone.post("/api/login/refresh").expect(200);
        telephone.post("/api/login/refresh").expect(200);
        telephone.get("/api/proposals", seat).expect(200);

        var thief = stage.visit();
        thief.cookie = first;
        thief.post("/api/login/refresh").refused(401, "session.reused");
        telephone.post("/api/login/refresh").refused(401, "session.ended");
        telephone.get("/api/proposals", seat).refused(401, "auth.session-ended");
    }

    @Test
    void what_a_telephone_keeps_opens_at_every_log_in_of_the_same_person_and_of_nobody_else() {
        stage.listed(county, "扎西", phone, Role.MEMBER);
        var telephone = stage.logIn(phone);
        var key =
                telephone.post("/api/login/refresh").expect(200).at("/storeKey").asText();
        assertThat(key).isNotEmpty();
        telephone.post("/api/login/logout").expect(204);
        var again = stage.logInAgain(county, phone);
        assertThat(again.post("/api/login/refresh").expect(200).at("/storeKey").asText())
                .isEqualTo(key);
        var other = IdentityStage.number();
        stage.listed(county, "卓玛", other, Role.MEMBER);
        assertThat(stage.logIn(other)
                        .post("/api/login/refresh")
                        .expect(200)
                        .at("/storeKey")
                        .asText())
                .isNotEqualTo(key);
    }

    @Test
    void a_telephone_left_alone_for_a_week_asks_again() {
        stage.listed(county, "扎西", phone, Role.MEMBER);
        var telephone = stage.logIn(phone);
        stage.clock.ahead(Duration.ofDays(8));
        telephone.post("/api/login/refresh").refused(401, "session.idle");
    }

    @Test
    void a_device_session_in_daily_use_changes_its_secret_and_ends_on_the_thirtieth_day() {
        stage.listed(county, "扎西", phone, Role.MEMBER);
        var telephone = stage.logIn(phone);
        var secrets = new java.util.HashSet<String>();
        secrets.add(telephone.cookie);
        for (var day = 6; day <= 24; day += 6) {
            passed(telephone, Duration.ofDays(6));
            telephone.post("/api/login/refresh").expect(200);
            assertThat(secrets.add(telephone.cookie))
                    .as("a new secret on day " + day)
                    .isTrue();
        }
        passed(telephone, Duration.ofDays(6).minusHours(1));
        telephone.post("/api/login/refresh").expect(200);
        assertThat(secrets.add(telephone.cookie)).isTrue();
        telephone.get("/api/me").expect(200);

        var last = telephone.cookie;
        stage.clock.ahead(Duration.ofHours(2));
        telephone.post("/api/login/refresh").refused(401, "session.ended");
        stage.clock.ahead(Duration.ZERO);
        telephone.cookie = last;
        telephone.post("/api/login/refresh").expect(200);
        passed(telephone, Duration.ofHours(2));
        telephone.post("/api/login/refresh").refused(401, "session.ended");
        telephone.get("/api/me").refused(401, "auth.session-ended");
    }

    /** That much time goes by for one telephone: Keycloak has no clock but the real one. */
    private void passed(Visit telephone, Duration time) {
        var session = UUID.fromString(telephone.cookie.substring(0, telephone.cookie.indexOf('.')));
        assertThat(county.inside(
                        "update platform.device_session set created_at = created_at - make_interval(secs => ?),"
                                + " used_at = used_at - make_interval(secs => ?),"
                                + " expires_at = expires_at - make_interval(secs => ?) where id = ?",
                        time.toSeconds(),
                        time.toSeconds(),
                        time.toSeconds(),
                        session))
                .isEqualTo(1);
    }

    @Test
    void the_first_log_in_makes_a_person_a_member_of_the_committees_organization() throws Exception {
        stage.listed(county, "扎西", phone, Role.MEMBER);
        assertThat(members()).isEmpty();
        var account =
                stage.logIn(phone).get("/api/me").expect(200).at("/account/id").asText();
        var joined = Eventually.find(this::members, found -> !found.isEmpty());
        assertThat(joined).hasSize(1);
        assertThat(county.number(
                        "select count(*) from platform.account where id = ? and keycloak_subject = ?",
                        UUID.fromString(account),
                        joined.getFirst()))
                .isEqualTo(1);
        stage.logInAgain(county, phone);
        assertThat(members()).as("once").isEqualTo(joined);

        var zhuoma = stage.person();
        var subject = stage.subject(zhuoma);
        stage.office(county, subject, Role.PROPOSAL_STAFF);
        stage.visit().with(stage.console(zhuoma, "2")).get("/api/me").expect(200);
        assertThat(Eventually.find(this::members, found -> found.size() > 1)).contains(subject);
    }

    /** The subjects of those whom Keycloak counts among the county's people. */
    private java.util.List<String> members() {
        try {
            var admin = stage.keycloak.admin();
            var found = admin.get("/tongxin/organizations?exact=true&search=" + county.code() + ".tongxin.invalid");
            if (found == null || found.isEmpty()) {
                return java.util.List.of();
            }
            var members = admin.get(
                    "/tongxin/organizations/" + found.path(0).path("id").asText() + "/members");
            return members == null ? java.util.List.of() : members.findValuesAsText("id");
        } catch (java.io.IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void logging_out_ends_the_token_and_the_device_list_shows_and_revokes() {
        var seat = stage.listed(county, "扎西", phone, Role.MEMBER);
        var telephone = stage.logIn(phone);
        var tablet = stage.logInAgain(county, phone);
        var devices = tablet.get("/api/me/devices").expect(200);
        assertThat(devices.json()).hasSize(2);
        assertThat(devices.at("/0/current").asBoolean()).isTrue();
        tablet.delete("/api/me/devices/" + devices.at("/1/id").asText()).expect(204);
        telephone.get("/api/proposals", seat).refused(401, "auth.session-ended");
        tablet.get("/api/proposals", seat).expect(200);
        tablet.post("/api/login/logout").expect(204);
        tablet.get("/api/proposals", seat).refused(401, "auth.session-ended");
        tablet.cookie = "";
        tablet.post("/api/login/refresh").refused(401, "session.ended");
    }

    @Test
    void wechat_is_bound_once_by_a_proven_number_and_opens_the_door_afterwards() {
        stage.listed(county, "扎西", phone, Role.MEMBER);
        var openid = "openid-" + phone;
        var visit = stage.visit();
        var asked = visit.post("/api/login/wechat", "appId", "wx-official", "code", stage.outside.wechatCode(openid))
                .refused(409, "wechat.not-bound");
        var ticket = asked.at("/bindTicket").asText();
        visit.post("/api/login/phone-codes", "phone", phone).expect(202);
        visit.post("/api/login/wechat/binding", "bindTicket", ticket, "phone", phone, "code", stage.codeSentTo(phone))
                .expect(200);
        var account = visit.get("/api/me").at("/account/id").asText();

        var again = stage.visit();
        var code = stage.outside.wechatCode(openid);
        again.post("/api/login/wechat", "appId", "wx-official", "code", code).expect(200);
        assertThat(again.get("/api/me").at("/account/id").asText()).isEqualTo(account);
        again.token = "";
        again.post("/api/login/wechat", "appId", "wx-official", "code", code).refused(422, "wechat.code-invalid");
        again.post("/api/login/wechat", "appId", "wx-mini", "code", stage.outside.wechatCode(openid))
                .refused(409, "wechat.not-bound");
        again.post("/api/login/wechat", "appId", "wx-foreign", "code", "x").refused(422, "wechat.app-unknown");
        again.post("/api/login/wechat/binding", "bindTicket", ticket, "phone", phone, "code", "123456")
                .refused(422, "wechat.ticket-over");
    }

    @Test
    void an_office_asks_for_two_factors_and_takes_nobody_elses_seat() {
        var zhuoma = stage.person();
        var seat = stage.office(county, stage.subject(zhuoma), Role.PROPOSAL_STAFF);
        var visit = stage.visit().with(stage.console(zhuoma, "1"));
        visit.get("/api/proposals", seat).refused(403, "auth.step-up-required");
        assertThat(visit.get("/api/me").at("/seats/0/needsStepUp").asBoolean()).isTrue();
        visit.with(stage.console(zhuoma, "2"));
        visit.get("/api/proposals", seat).expect(200);
        assertThat(visit.get("/api/me").at("/seats/0/needsStepUp").asBoolean()).isFalse();
        var foreign = stage.office(county, stage.subject(stage.person()), Role.PROPOSAL_STAFF);
        visit.get("/api/proposals", foreign).refused(403, "seat.not-yours");
    }

    @Test
    void tokens_of_another_realm_or_for_somebody_else_are_refused() throws Exception {
        var foreign = stage.keycloak.admin().token();
        stage.visit().with(foreign).get("/api/me").refused(401, "auth.token-invalid");
        var own = stage.visit().with(stage.keycloak.serviceToken());
        own.get("/api/me").refused(401, "auth.session-ended");
        stage.visit().get("/api/me").refused(401, "auth.token-missing");
    }

    @Test
    void a_lost_role_and_a_suspended_seat_take_effect_within_a_minute() {
        var zhuoma = stage.person();
        var seat = stage.office(county, stage.subject(zhuoma), Role.MEMBER_AFFAIRS);
        var visit = stage.visit().with(stage.console(zhuoma, "2"));
        var nobody = "/api/seats/" + UUID.randomUUID() + "/invitations";
        visit.postAs(seat, nobody).refused(404, "not-found");
        county.inside("delete from seat_role where seat_id = ?", seat);
        stage.clock.ahead(Duration.ofSeconds(61));
        visit.postAs(seat, nobody).refused(403, "policy.not-allowed");

        county.inside("insert into seat_role (seat_id, role, granted_at) values (?, 'MEMBER_AFFAIRS', now())", seat);
        stage.clock.ahead(Duration.ofSeconds(122));
        visit.postAs(seat, nobody).refused(404, "not-found");
        county.inside("update seat set status = 'SUSPENDED' where id = ?", seat);
        county.inside("update seat_directory set status = 'SUSPENDED' where seat_id = ?", seat);
        stage.clock.ahead(Duration.ofSeconds(183));
        visit.postAs(seat, nobody).refused(403, "seat.not-active");
    }

    @Test
    void a_suspended_committee_closes_its_door_at_once() {
        var zhuoma = stage.person();
        var seat = stage.office(county, stage.subject(zhuoma), Role.PROPOSAL_STAFF);
        var visit = stage.visit().with(stage.console(zhuoma, "2"));
        visit.get("/api/proposals", seat).expect(200);
        county.inside("update committee set status = 'SUSPENDED' where id = ?", county.id());
        visit.get("/api/proposals", seat).refused(403, "committee.suspended");
        assertThat(visit.get("/api/me").expect(200).at("/closed")).isEmpty();

        county.inside("insert into seat_role (seat_id, role, granted_at) values (?, 'TENANT_ADMIN', now())", seat);
        stage.clock.ahead(Duration.ofSeconds(61));
        var me = visit.get("/api/me").expect(200);
        assertThat(me.at("/seats")).isEmpty();
        assertThat(me.at("/closed/0/id").asText()).isEqualTo(seat.toString());
        visit.get("/api/committee/export", seat).expect(422);
    }

    @Test
    void codes_are_limited_by_address_and_by_committee_and_nobody_pays_for_another() {
        asked("203.0.113.7", "");
        asked("203.0.113.8", "999999");
        stage.visit()
                .from("198.51.100.1, 203.0.113.7")
                .post("/api/login/phone-codes", "phone", IdentityStage.number())
                .refused(429, "login.too-many");
        stage.visit()
                .from("203.0.113.7, 198.51.100.1")
                .post("/api/login/phone-codes", "phone", IdentityStage.number())
                .expect(202);
        stage.visit()
                .from("not an address")
                .post("/api/login/phone-codes", "phone", IdentityStage.number())
                .expect(202);
        stage.visit()
                .post("/api/login/phone-codes", "phone", IdentityStage.number(), "committeeCode", "999999")
                .refused(429, "login.too-many");
        stage.visit()
                .post("/api/login/phone-codes", "phone", IdentityStage.number(), "committeeCode", "999998")
                .expect(202);
    }

    /** As many codes as may be asked for in an hour, from one address and for one committee. */
    private void asked(String address, String committeeCode) {
        county.inside(
                "insert into platform.login_code (id, phone_hash, code_hash, address, committee_code, created_at, expires_at,"
                        + " tries_left) select gen_random_uuid(), 'h1:' || n || ?, 'none', ?, ?, now(), now(), 5"
                        + " from generate_series(1, 10000) n",
                address,
                address,
                committeeCode);
    }

    @Test
    void who_is_refused_or_fails_at_the_door_is_kept_with_his_address() {
        var zhuoma = stage.person();
        var own = stage.office(county, stage.subject(zhuoma), Role.PROPOSAL_STAFF);
        var foreign = stage.office(county, stage.subject(stage.person()), Role.PROPOSAL_STAFF);
        var visit = stage.visit().with(stage.console(zhuoma, "2")).from("203.0.113.20");
        visit.get("/api/proposals", own).expect(200);
        visit.get("/api/proposals", foreign).refused(403, "seat.not-yours");
        assertThat(doorLines("refused", "203.0.113.20")).isEqualTo(1);

        stage.listed(county, "扎西", phone, Role.MEMBER);
        stage.logIn(phone);
        stage.visit()
                .from("203.0.113.21")
                .post("/api/login/phone", "phone", phone, "code", "000000")
                .refused(422, "login.code-expired");
        assertThat(doorLines("login.failed", "203.0.113.21")).isEqualTo(1);
    }

    /** Lines that name somebody. */
    private long doorLines(String kind, String address) {
        return county.number(
                "select count(*) from platform.door_log where kind = ? and ip = ? and account_id is not null",
                kind,
                address);
    }

    @Test
    void a_new_number_opens_the_account_and_the_one_before_does_not() {
        stage.listed(county, "扎西", phone, Role.MEMBER);
        var tashi = stage.logIn(phone);
        var account = tashi.get("/api/me").at("/account/id").asText();
        var next = IdentityStage.number();
        tashi.post("/api/me/phone-codes", "phone", next).expect(202);
        tashi.put("/api/me/phone", "phone", next, "code", stage.codeSentTo(next))
                .expect(204);
        tashi.get("/api/me").expect(200);
        assertThat(stage.logInAgain(county, next)
                        .get("/api/me")
                        .at("/account/id")
                        .asText())
                .isEqualTo(account);

        var before = stage.outside.messagesTo(phone).size();
        county.inside("update platform.login_code set created_at = created_at - interval '2 minutes'");
        var stranger = stage.visit();
        stranger.post("/api/login/phone-codes", "phone", phone).expect(202);
        stranger.post("/api/login/phone", "phone", phone, "code", "123456").refused(422, "login.code-wrong");
        assertThat(stage.outside.messagesTo(phone)).hasSize(before);
    }

    @Test
    void the_next_holder_of_a_number_gets_an_account_of_his_own() {
        stage.listed(county, "扎西", phone, Role.MEMBER);
        var tashi = stage.logIn(phone);
        var account = tashi.get("/api/me").at("/account/id").asText();
        var next = IdentityStage.number();
        tashi.post("/api/me/phone-codes", "phone", next).expect(202);
        tashi.put("/api/me/phone", "phone", next, "code", stage.codeSentTo(next))
                .expect(204);

        stage.listed(county, "卓玛", phone, Role.MEMBER);
        var zhuoma = stage.logInAgain(county, phone).get("/api/me").expect(200);
        assertThat(zhuoma.at("/account/id").asText()).isNotEqualTo(account);
        assertThat(zhuoma.at("/seats").findValuesAsText("name")).contains("卓玛").doesNotContain("扎西");
        assertThat(stage.logInAgain(county, phone)
                        .get("/api/me")
                        .at("/account/id")
                        .asText())
                .isEqualTo(zhuoma.at("/account/id").asText());
    }

    private static String another(String code) {
        return (code.charAt(0) == '9' ? '0' : '9') + code.substring(1);
    }
}
