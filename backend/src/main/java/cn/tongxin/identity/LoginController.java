package cn.tongxin.identity;

import cn.tongxin.http.Fields;
import cn.tongxin.http.Public;
import cn.tongxin.http.Refusal;
import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Log-in of members, who never see a page of Keycloak's, and what Keycloak says and asks behind the scenes. */
@Public
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class LoginController {
    private final Login login;
    private final InvitationActions invitations;
    private final DeviceCookie cookie;
    private final LoginSettings limits;
    private final Tokens tokens;
    private final EndedSessions ended;
    private final BeanProvider<AssertionKey> key;

    LoginController(
            Login login,
            InvitationActions invitations,
            DeviceCookie cookie,
            LoginSettings limits,
            Tokens tokens,
            EndedSessions ended,
            BeanProvider<AssertionKey> key) {
        this.login = login;
        this.invitations = invitations;
        this.cookie = cookie;
        this.limits = limits;
        this.tokens = tokens;
        this.ended = ended;
        this.key = key;
    }

    /** {@code committeeCode} where the page knows it; {@code invitation} where the number is in no roster yet. */
    @Serdeable
    record CodeRequest(
            @Nullable String phone,
            @Nullable String committeeCode,
            @Nullable String invitation) {}

    @Serdeable
    record CodeSent(long expiresInSeconds, int resendAfterSeconds) {}

    @Serdeable
    record PhoneLogin(
            @Nullable String phone,
            @Nullable String code,
            @Nullable String deviceName) {}

    @Serdeable
    record WechatLogin(String appId, String code) {}

    @Serdeable
    record WechatBinding(
            String bindTicket,
            @Nullable String phone,
            @Nullable String code) {}

    /**
     * Good for five minutes; the cookie beside it gets the next one.
     *
     * @param storeKey what the telephone seals its own store with: the same at every log-in of this person, kept only while he
     *     is in, so that a locked or lost telephone shows nothing and the next log-in finds every text again
     */
    @Serdeable
    record AccessToken(String accessToken, long expiresInSeconds, String storeKey) {
        static AccessToken of(Login.Session session) {
            return new AccessToken(
                    session.token().accessToken(), session.token().lifetime().toSeconds(), session.storeKey());
        }
    }

    /** 202 whether or not the number is known. 429 login.too-many. */
    @Post("/login/phone-codes")
    @Status(HttpStatus.ACCEPTED)
    CodeSent sendCode(@Body CodeRequest body) {
        var phone = Phones.read(body.phone());
        var invited = body.invitation() != null && invitations.isOpen(body.invitation());
        login.sendCode(phone, body.committeeCode() == null ? "" : body.committeeCode(), invited);
        return new CodeSent(PhoneCodeActions.LIFETIME.toSeconds(), limits.gapSeconds());
    }

    @Post("/login/phone")
    HttpResponse<AccessToken> byPhone(@Body PhoneLogin body) {
        return answer(login.byPhone(Phones.read(body.phone()), code(body.code()), body.deviceName()));
    }

    /** 409 wechat.not-bound with a {@code bindTicket} where nobody has bound this identity. */
    @Post("/login/wechat")
    HttpResponse<AccessToken> byWechat(@Body WechatLogin body) {
        new Fields()
                .required("appId", body.appId())
                .required("code", body.code())
                .orRefuse();
        var openid = login.openid(body.appId(), body.code());
        var session = login.byWechat(body.appId(), openid)
                .orElseThrow(() -> Refusal.conflict("wechat.not-bound", "Prove your number once to bind this identity.")
                        .with("bindTicket", login.ticket(body.appId(), openid)));
        return answer(session);
    }

    @Post("/login/wechat/binding")
    HttpResponse<AccessToken> bindWechat(@Body WechatBinding body) {
        new Fields().required("bindTicket", body.bindTicket()).orRefuse();
        return answer(login.bind(body.bindTicket(), Phones.read(body.phone()), code(body.code())));
    }

    /** 401 session.ended, session.reused or session.idle: log in again. */
    @Post("/login/refresh")
    HttpResponse<AccessToken> refresh(
            @Parameter(hidden = true) @Nullable @CookieValue(DeviceCookie.NAME) String secret) {
        return answer(login.refresh(secret));
    }

    @Post("/login/logout")
    HttpResponse<Void> logOut(@Parameter(hidden = true) @Nullable @CookieValue(DeviceCookie.NAME) String secret) {
        login.logOut(secret);
        return HttpResponse.<Void>noContent().cookie(cookie.gone());
    }

    /** Keycloak tells of a session's end; its tokens are refused from now on. */
    @Post("/backchannel-logout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<Void> backchannelLogout(@Body("logout_token") String logoutToken) {
        ended.end(tokens.endedSession(logoutToken));
        tokens.forget();
        return HttpResponse.ok();
    }

    /** The public half of the key with which this service vouches for persons, for Keycloak. */
    @Get("/assertion-keys")
    @Produces(MediaType.APPLICATION_JSON)
    String assertionKeys() {
        return key.get().published();
    }

    private MutableHttpResponse<AccessToken> answer(Login.Session session) {
        return HttpResponse.ok(AccessToken.of(session)).cookie(cookie.holding(session.secret()));
    }

    static String code(@Nullable String written) {
        var code = written == null ? "" : written.strip();
        new Fields()
                .check("code", code.matches("\\d{6}"), "malformed", "Six digits.")
                .orRefuse();
        return code;
    }
}
