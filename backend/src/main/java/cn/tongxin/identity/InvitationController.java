package cn.tongxin.identity;

import cn.tongxin.http.Fields;
import cn.tongxin.http.Public;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Client;
import cn.tongxin.tenancy.Role;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invitations to a seat: handed out by the office, opened by somebody who may have no account yet. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class InvitationController {
    private final InvitationActions invitations;
    private final AccountActions accounts;
    private final Login login;
    private final Keycloak keycloak;
    private final Tokens tokens;
    private final Callers callers;
    private final DeviceCookie cookie;
    private final DoorLog log;

    InvitationController(
            InvitationActions invitations,
            AccountActions accounts,
            Login login,
            Keycloak keycloak,
            Tokens tokens,
            Callers callers,
            DeviceCookie cookie,
            DoorLog log) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.login = login;
        this.keycloak = keycloak;
        this.tokens = tokens;
        this.callers = callers;
        this.cookie = cookie;
        this.log = log;
    }

    @Serdeable
    record LinkView(String url, Instant expiresAt) {}

    /** {@code office} seats are taken at the console, the others on the phone. */
    @Serdeable
    record InvitationView(String committeeName, String seatName, Set<Role> roles, boolean office, Instant expiresAt) {}

    /** With a bearer token nothing; without an account a number and its code (phone), or a log-in name (console). */
    @Serdeable
    record Acceptance(
            @Nullable String phone,
            @Nullable String code,
            @Nullable String loginName) {}

    /** On the phone what a log-in there gives; at the console the log-in name and a password good for one log-in. */
    @Serdeable
    record Accepted(
            @Nullable String accessToken,
            @Nullable Long expiresInSeconds,
            @Nullable String storeKey,
            @Nullable String loginName,
            @Nullable String oneTimePassword) {
        static final Accepted NOTHING = new Accepted(null, null, null, null, null);

        static Accepted of(LoginController.AccessToken token) {
            return new Accepted(token.accessToken(), token.expiresInSeconds(), token.storeKey(), null, null);
        }
    }

    /** By those who keep the roster or the accounts. 409 invitation.seat-taken. */
    @Post("/seats/{id}/invitations")
    @Status(HttpStatus.CREATED)
    LinkView invite(UUID id) {
        if (!Caller.current().hasAny(Role.MEMBER_AFFAIRS, Role.TENANT_ADMIN)) {
            throw Refusal.notAllowed();
        }
        var link = invitations.invite(id);
        return new LinkView(link.url(), link.expiresAt());
    }

    @Public
    @Get("/invitations/{token}")
    InvitationView show(String token) {
        var found = invitations.get(token);
        return new InvitationView(
                found.committeeName(), found.seatName(), found.roles(), found.isForOffice(), found.expiresAt());
    }

    @Public
    @Post("/invitations/{token}/acceptance")
    HttpResponse<Accepted> accept(String token, @Nullable @Body Acceptance body, HttpRequest<?> request) {
        var invitation = invitations.get(token);
        if (request.getHeaders().contains("Authorization")) {
            return acceptLoggedIn(token, invitation, TokenFilter.bearer(request));
        }
        var by = body == null ? new Acceptance(null, null, null) : body;
        return by.loginName() == null
                ? acceptByPhone(token, invitation, by)
                : acceptByName(token, by.loginName().strip());
    }

    private HttpResponse<Accepted> acceptLoggedIn(
            String token, InvitationActions.Invitation invitation, String bearer) {
        var person = callers.withoutSeat(tokens.verify(bearer, Caller.current().ip()));
        if (invitation.isForOffice() && person.client() != Client.CONSOLE) {
            throw consoleOnly();
        }
        var account = accounts.ensure(String.valueOf(person.subject()), null);
        return joined(account, taken(token, account.id(), HttpResponse.ok(Accepted.NOTHING)));
    }

    private HttpResponse<Accepted> acceptByPhone(String token, InvitationActions.Invitation invitation, Acceptance by) {
        if (invitation.isForOffice()) {
            throw consoleOnly();
        }
        var phone = Phones.read(by.phone());
        new Fields().required("code", by.code()).orRefuse();
        var account = login.proved(phone, String.valueOf(by.code()), true);
        taken(token, account.id(), HttpResponse.ok());
        var session = login.open(account, null, "login.invitation");
        return HttpResponse.ok(Accepted.of(LoginController.AccessToken.of(session)))
                .cookie(cookie.holding(session.secret()));
    }

    private HttpResponse<Accepted> acceptByName(String token, String loginName) {
        new Fields()
                .check(
                        "loginName",
                        loginName.matches("[a-z][a-z0-9.-]{2,31}"),
                        "malformed",
                        "3 to 32 small letters, digits, dots or dashes, beginning with a letter.")
                .orRefuse();
        var person = keycloak.createConsolePerson(loginName);
        var account = accounts.ensure(person.subject(), null);
        return joined(
                account,
                taken(
                        token,
                        account.id(),
                        HttpResponse.ok(new Accepted(null, null, null, person.username(), person.oneTimePassword()))));
    }

    private HttpResponse<Accepted> joined(Accounts.Account account, HttpResponse<Accepted> answer) {
        login.joinSoon(account);
        return answer;
    }

    private HttpResponse<Accepted> taken(String token, UUID account, HttpResponse<Accepted> answer) {
        invitations.accept(token, account);
        callers.forget();
        log.note("invitation.accepted", account, null, null);
        return answer;
    }

    private static Refusal consoleOnly() {
        return Refusal.unprocessable("invitation.console-only", "This seat is taken at the console.");
    }
}
