package cn.tongxin.handling;

import cn.tongxin.shared.Digests;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two requests came from one browser, by a digest of the member's device session that it keeps; the session's
 * secret part is left out. A browser in which no member has logged in has none.
 */
final class DeviceMark {
    static final String COOKIE = "tongxin_device";

    private DeviceMark() {}

    static @Nullable String of(@Nullable String cookie) {
        if (cookie == null || cookie.indexOf('.') < 1) {
            return null;
        }
        return Digests.sha256Hex(cookie.substring(0, cookie.indexOf('.')));
    }
}
