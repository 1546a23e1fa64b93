package cn.tongxin.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How the service speaks to Keycloak: as which client, and with which key it vouches for a person. */
@ConfigurationProperties("tongxin.keycloak")
record KeycloakSettings(
        @Nullable String url,
        @Nullable String clientSecret,
        @Nullable String assertionKeyFile) {
    static final String CLIENT = "tongxin-service";
    static final String PROVIDER = "tongxin-assertion";

    String secret() {
        return required(clientSecret, "TONGXIN_KEYCLOAK_CLIENT_SECRET");
    }

    Path keyFile() {
        return Path.of(required(assertionKeyFile, "TONGXIN_ASSERTION_KEY_FILE"));
    }

    /** The address of the realm as the service reaches it, which may differ from the issuer that people see. */
    URI realm(String issuer) {
        return URI.create(url == null || url.isBlank() ? issuer : url + issuer.substring(issuer.indexOf("/realms/")));
    }

    private static String required(@Nullable String value, String variable) {
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(variable + " is not set.");
        }
        return value;
    }
}
