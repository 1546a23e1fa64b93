package cn.tongxin.identity;

import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Where a telephone keeps its device session: out of reach of scripts and of other sites. */
@Singleton
class DeviceCookie {
    static final String NAME = "tongxin_device";

    private final boolean secure;

    DeviceCookie(PublicAddress self) {
        secure = self.isSecure();
    }

    Cookie holding(DeviceActions.Secret secret) {
        return cookie(secret.toString(), DeviceActions.LIFETIME);
    }

    Cookie gone() {
        return cookie("", Duration.ZERO);
    }

    private Cookie cookie(String value, Duration age) {
        return Cookie.of(NAME, value)
                .path("/api")
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Strict)
                .maxAge(age);
    }
}
