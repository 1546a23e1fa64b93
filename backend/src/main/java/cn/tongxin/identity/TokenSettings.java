package cn.tongxin.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/** Whose tokens are believed: {@code iss} and {@code aud} must match; keys come from the issuer's JWKS. */
@ConfigurationProperties("tongxin.token")
record TokenSettings(String issuer, @Nullable String jwksUrl, String audience, String consoleClient) {
    String keysAddress() {
        return jwksUrl == null || jwksUrl.isBlank() ? issuer + "/protocol/openid-connect/certs" : jwksUrl;
    }
}
