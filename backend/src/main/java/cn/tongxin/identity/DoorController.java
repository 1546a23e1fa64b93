package cn.tongxin.identity;

import cn.tongxin.http.Public;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What anybody may know before logging in. */
@Public
@Controller("/api")
class DoorController {
    private final About about;
    private final ClientConfig clientConfig;

    DoorController(TokenSettings tokens, OutsideSettings.Wechat wechat, DoorSettings settings) {
        about = new About(
                settings.version(),
                settings.filingNumber().isBlank() ? null : settings.filingNumber(),
                settings.privacyVersion());
        clientConfig = new ClientConfig(
                tokens.issuer(),
                tokens.consoleClient(),
                blankToNull(wechat.officialAppId()),
                blankToNull(wechat.authorizeUrl()),
                settings.isDemo());
    }

    /** That the service answers. */
    @Serdeable
    record Health(String status) {}

    /** What the about page must show: the app's filing number, and which privacy notice is in force. */
    @Serdeable
    record About(String version, @Nullable String filingNumber, String privacyVersion) {}

    /** Where a client logs people in. */
    @Serdeable
    record ClientConfig(
            String issuer,
            String consoleClientId,
            @Nullable String wechatAppId,
            @Nullable String wechatAuthorizeUrl,
            boolean demo) {}

    @Get("/health")
    Health health() {
        return new Health("UP");
    }

    @Get("/about")
    About about() {
        return about;
    }

    @Get("/client-config")
    ClientConfig clientConfig() {
        return clientConfig;
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}
