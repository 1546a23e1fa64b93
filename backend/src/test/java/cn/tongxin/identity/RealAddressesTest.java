package cn.tongxin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Production knows where the outside really is, or does not start. */
class RealAddressesTest {
    private static final KeycloakSettings KEYCLOAK = new KeycloakSettings("", "a secret", "/etc/tongxin/key.pem");

    @Test
    void stubs_and_missing_addresses_do_not_start() {
        assertThatThrownBy(() -> start("production", "http://localhost:8190/sms/messages"))
                .hasMessageContaining("TONGXIN_SMS_URL");
        assertThatThrownBy(() -> start("production", "")).hasMessageContaining("TONGXIN_SMS_URL");
        assertThat(start("production", "https://sms.example.cn/messages")).isNotNull();
    }

    @Test
    void the_demo_profile_needs_the_demo_artefact_which_is_here_among_the_tests() {
        assertThat(start("demo", "")).isNotNull();
        assertThat(RealAddresses.class.getClassLoader().getResource(RealAddresses.DEMO_MARK))
                .isNotNull();
    }

    private static RealAddresses start(String profile, String sms) {
        return new RealAddresses(
                new DoorSettings("1.0", "", "2026-11", profile),
                new TokenSettings("https://id.example.cn/realms/tongxin", null, "tongxin-api", "tongxin-console"),
                KEYCLOAK,
                new OutsideSettings.Sms(sms, "key"),
                new OutsideSettings.Wechat("https://api.weixin.qq.com", "", "", "", "", ""),
                new PublicAddress("https://tongxin.example.cn"));
    }
}
