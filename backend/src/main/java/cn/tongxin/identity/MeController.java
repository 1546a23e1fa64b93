package cn.tongxin.identity;

import cn.tongxin.http.Fields;
import cn.tongxin.http.ForVisitors;
import cn.tongxin.http.Refusal;
import cn.tongxin.http.Seatless;
import cn.tongxin.identity.DeviceActions.Secret;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Client;
import cn.tongxin.tenancy.SeatStatus;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The person behind the token: the seats to choose from, and what is kept per person. */
@Seatless
@Controller("/api/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@ForVisitors
class MeController {
    private final AccountActions accounts;
    private final DeviceActions devices;
    private final MySeats seats;
    private final Tokens tokens;
    private final Callers callers;
    private final Login login;
    private final DoorSettings door;
    private final DoorLog log;

    MeController(
            AccountActions accounts,
            DeviceActions devices,
            MySeats seats,
            Tokens tokens,
            Callers callers,
            Login login,
            DoorSettings door,
            DoorLog log) {
        this.accounts = accounts;
        this.devices = devices;
        this.seats = seats;
        this.tokens = tokens;
        this.callers = callers;
        this.login = login;
        this.door = door;
        this.log = log;
    }

    /** {@code phoneBound}, {@code wechatBound}: whether a number, and whether WeChat, opens this account. */
    @Serdeable
    record MyAccount(
            UUID id, boolean largeText, @Nullable String consentVersion, boolean phoneBound, boolean wechatBound) {}

    @Serdeable
    record MyCommittee(UUID id, String code, String name, String level) {}

    /** {@code needsStepUp}: this seat answers only in the console and after a second factor, which is not the case now. */
    @Serdeable
    record MySeat(
            UUID id,
            String name,
            MyCommittee committee,
            @Nullable String term,
            SeatStatus status,
            Set<String> roles,
            @Nullable UUID unitId,
            @Nullable String unitName,
            boolean needsStepUp) {}

    /** {@code closed}: seats of suspended committees, whose administrator can take everything away and nothing else. */
    @Serdeable
    record Me(MyAccount account, boolean operator, List<MySeat> seats, List<MySeat> closed) {}

    @Serdeable
    record Preferences(boolean largeText) {}

    @Serdeable
    record Consent(@Nullable String version) {}

    @Serdeable
    record DeviceView(UUID id, String name, Instant createdAt, Instant lastUsedAt, boolean current) {}

    @Get
    Me show(HttpRequest<?> request) {
        var caller = Caller.current();
        var account = accounts.ensure(String.valueOf(caller.subject()), null);
        if (caller.accountId() == null) {
            callers.forget();
        }
        if (caller.client() == Client.CONSOLE) {
            login.joinSoon(account);
        }
        var byTwoFactors = callers.hasTwoFactors(
                tokens.verify(TokenFilter.bearer(request), Caller.current().ip()));
        var mine = seats.of(account.id(), byTwoFactors);
        return new Me(
                new MyAccount(
                        account.id(),
                        account.largeText(),
                        account.privacyVersion(),
                        account.phoneHash() != null,
                        accounts.isBoundToWechat(account.id())),
                caller.operator(),
                mine.open(),
                mine.closed());
    }

    @Put("/preferences")
    @Status(HttpStatus.NO_CONTENT)
    void prefer(@Body Preferences preferences) {
        accounts.setLargeText(preferences.largeText());
    }

    /** To the privacy notice that is in force; an older or unknown one is 422. */
    @Put("/consent")
    @Status(HttpStatus.NO_CONTENT)
    void consent(@Body Consent consent) {
        new Fields()
                .required("version", consent.version())
                .check(
                        "version",
                        door.privacyVersion().equals(consent.version()),
                        "unknown",
                        "Not the notice in force.")
                .orRefuse();
        accounts.setConsent(String.valueOf(consent.version()));
        log.note("consent", null, null, consent.version());
    }

    @Get("/devices")
    List<DeviceView> devices(@Parameter(hidden = true) @Nullable @CookieValue(DeviceCookie.NAME) String cookie) {
        var account = Caller.current().accountId();
        var here = Secret.read(cookie).map(Secret::session).orElse(null);
        return account == null
                ? List.of()
                : devices.list(account).stream()
                        .map(it -> new DeviceView(
                                it.id(),
                                it.name(),
                                it.createdAt(),
                                it.usedAt(),
                                it.id().equals(here)))
                        .toList();
    }

    /** Ends that device's session; its access tokens are refused within 60 seconds. */
    @Delete("/devices/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void revoke(UUID id) {
        var account = Caller.current().accountId();
        if (account == null) {
            throw Refusal.notFound();
        }
        devices.revoke(account, id);
        tokens.forget();
        log.note("device.revoked", account, null, id.toString());
    }
}
