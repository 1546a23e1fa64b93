package cn.tongxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Production knows where the outside really is, or does not start. */
class RealAddressesTest {
    private static final Map<String, String> REAL = Map.of(
            "TONGXIN_URL", "https://tongxin.example.cn",
            "TONGXIN_ISSUER", "https://id.example.cn/realms/tongxin",
            "TONGXIN_SMS_URL", "https://sms.example.cn/messages",
            "TONGXIN_SMS_KEY", "a key",
            "TONGXIN_WECHAT_URL", "https://api.weixin.qq.com",
            "TONGXIN_WECHAT_AUTHORIZE_URL", "https://open.weixin.qq.com/connect/oauth2/authorize",
            "TONGXIN_WECHAT_OFFICIAL_APP_ID", "wx1",
            "TONGXIN_WECHAT_OFFICIAL_SECRET", "a secret",
            "TONGXIN_KEYCLOAK_CLIENT_SECRET", "a secret",
            "TONGXIN_ASSERTION_KEY_FILE", "/etc/tongxin/key.pem");

    @ParameterizedTest
    @CsvSource({
        "TONGXIN_URL, ''",
        "TONGXIN_URL, http://tongxin.example.cn",
        "TONGXIN_ISSUER, http://id.example.cn/realms/tongxin",
        "TONGXIN_ISSUER, https://localhost/realms/tongxin",
        "TONGXIN_SMS_URL, http://localhost:8190/sms/messages",
        "TONGXIN_SMS_URL, ''",
        "TONGXIN_SMS_KEY, ' '",
        "TONGXIN_WECHAT_URL, https://127.0.0.1:8190/wechat",
        "TONGXIN_WECHAT_AUTHORIZE_URL, ''",
        "TONGXIN_WECHAT_AUTHORIZE_URL, https://[::1]/connect",
        "TONGXIN_WECHAT_OFFICIAL_APP_ID, ''",
        "TONGXIN_WECHAT_OFFICIAL_SECRET, ''",
        "TONGXIN_KEYCLOAK_CLIENT_SECRET, ''",
        "TONGXIN_ASSERTION_KEY_FILE, ''"
    })
    void without_a_real_one_of_each_it_does_not_start(String variable, String value) {
        var settings = new HashMap<>(REAL);
        settings.put(variable, value);
        assertThatThrownBy(() -> start("production", settings)).hasMessageContaining(variable);
    }

    @Test
    void with_all_of_them_it_starts() {
        assertThat(start("production", REAL)).isNotNull();
    }

    @Test
    void the_demo_profile_needs_the_demo_artefact_which_is_here_among_the_tests() {
        assertThat(start("demo", Map.of())).isNotNull();
        assertThat(RealAddresses.class.getClassLoader().getResource(RealAddresses.DEMO_MARK))
                .isNotNull();
    }

    private static RealAddresses start(String profile, Map<String, String> settings) {
        return new RealAddresses(
                new DoorSettings("1.0", "", "2026-11", profile),
                new TokenSettings(of(settings, "TONGXIN_ISSUER"), null, "tongxin-api", "tongxin-console"),
                new KeycloakSettings(
                        "", of(settings, "TONGXIN_KEYCLOAK_CLIENT_SECRET"), of(settings, "TONGXIN_ASSERTION_KEY_FILE")),
                new OutsideSettings.Sms(of(settings, "TONGXIN_SMS_URL"), of(settings, "TONGXIN_SMS_KEY")),
                new OutsideSettings.Wechat(
                        of(settings, "TONGXIN_WECHAT_URL"),
                        of(settings, "TONGXIN_WECHAT_AUTHORIZE_URL"),
                        of(settings, "TONGXIN_WECHAT_OFFICIAL_APP_ID"),
                        of(settings, "TONGXIN_WECHAT_OFFICIAL_SECRET"),
                        "",
                        ""),
                new PublicAddress(of(settings, "TONGXIN_URL")));
    }

    private static String of(Map<String, String> settings, String variable) {
        return settings.getOrDefault(variable, "");
    }
}
