package cn.tongxin.identity;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * The service starts only when it has been told where SMS, WeChat and Keycloak really are. The demo profile lifts this,
 * and needs the demo artefact, which the production jar does not contain.
 */
@Context
@Requires(notEnv = "test")
@Requires(missingProperty = "tongxin.offline")
class RealAddresses {
    static final String DEMO_MARK = "META-INF/tongxin-demo";

    RealAddresses(
            DoorSettings door,
            TokenSettings tokens,
            KeycloakSettings keycloak,
            OutsideSettings.Sms sms,
            OutsideSettings.Wechat wechat,
            PublicAddress self) {
        if (door.isDemo()) {
            if (RealAddresses.class.getClassLoader().getResource(DEMO_MARK) == null) {
                throw new IllegalStateException(
                        "TONGXIN_PROFILE=demo is not for production: the demo artefact is not here.");
            }
            return;
        }
        var addresses = new LinkedHashMap<String, String>();
        addresses.put("TONGXIN_URL", self.toString());
        addresses.put("TONGXIN_ISSUER", tokens.issuer());
        addresses.put("TONGXIN_SMS_URL", sms.url());
        addresses.put("TONGXIN_WECHAT_URL", wechat.url());
        addresses.put("TONGXIN_WECHAT_AUTHORIZE_URL", wechat.authorizeUrl());
        var missing = new ArrayList<String>();
        addresses.forEach((variable, address) -> {
            if (!isReal(address)) {
                missing.add(variable);
            }
        });
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "These must be real addresses with https: " + String.join(", ", missing) + ".");
        }
        keycloak.secret();
        keycloak.keyFile();
        required("TONGXIN_SMS_KEY", sms.key());
        required("TONGXIN_WECHAT_OFFICIAL_APP_ID", wechat.officialAppId());
        required("TONGXIN_WECHAT_OFFICIAL_SECRET", wechat.officialSecret());
    }

    private static void required(String variable, String value) {
        if (value.isBlank()) {
            throw new IllegalStateException(variable + " is not set.");
        }
    }

    static boolean isReal(String address) {
        if (!address.startsWith("https://")) {
            return false;
        }
        var host = URI.create(address).getHost();
        return host != null && !host.equals("localhost") && !host.startsWith("127.") && !host.equals("[::1]");
    }
}
