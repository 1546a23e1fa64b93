package cn.tongxin.identity;

import cn.tongxin.http.ForVisitors;
import cn.tongxin.http.Refusal;
import cn.tongxin.http.Seatless;
import cn.tongxin.identity.LoginController.CodeSent;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Client;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * By what a member comes in: the number, and WeChat where it is bound. A telephone that is logged in vouches for the change
 * (domain §5.6: by staff, or by the old device), so the console is refused.
 */
@Seatless
@Controller("/api/me")
@ExecuteOn(TaskExecutors.BLOCKING)
@ForVisitors
class WaysInController {
    private final Login login;
    private final LoginSettings limits;

    WaysInController(Login login, LoginSettings limits) {
        this.login = login;
        this.limits = limits;
    }

    @Serdeable
    record NewPhone(@Nullable String phone) {}

    @Serdeable
    record ProvenPhone(@Nullable String phone, @Nullable String code) {}

    /** Sends a code to the number that shall be the caller's. 429 login.too-many. */
    @Post("/phone-codes")
    @Status(HttpStatus.ACCEPTED)
    CodeSent sendCode(@Body NewPhone body) {
        checkTelephone();
        login.sendCodeToNew(Phones.read(body.phone()));
        return new CodeSent(PhoneCodeActions.LIFETIME.toSeconds(), limits.gapSeconds());
    }

    /**
     * The number opens this account from now on, the one before no more. What rosters say stays: a roster is its
     * committee's. 422 login.code-wrong, 409 account.exists.
     */
    @Put("/phone")
    @Status(HttpStatus.NO_CONTENT)
    void changePhone(@Body ProvenPhone body) {
        checkTelephone();
        login.changePhone(Phones.read(body.phone()), LoginController.code(body.code()));
    }

    /** WeChat opens this account no more; nothing happens where it never did. */
    @Delete("/wechat")
    @Status(HttpStatus.NO_CONTENT)
    void unbindWechat() {
        login.unbindWechat();
    }

    private static void checkTelephone() {
        if (Caller.current().client() != Client.PHONE) {
            throw Refusal.notAllowed();
        }
    }
}
