package cn.tongxin.stand;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A person of the demo who works in the console: a password, and a second factor whose current code the stand shows. */
public record DemoAccount(String username, String name, String password, String totpSecret, List<String> realmRoles) {
    public static final String PASSWORD = "Tongxin-2026";

    public static DemoAccount of(String username, String name, List<String> realmRoles) {
        return new DemoAccount(username, name, PASSWORD, "demo-" + username + "-second-factor", realmRoles);
    }

    ObjectNode representation() {
        var user = KeycloakAdmin.JSON.createObjectNode();
        user.put("username", username).put("firstName", name).put("enabled", true);
        var credentials = user.putArray("credentials");
        credentials.addObject().put("type", "password").put("value", password);
        credentials
                .addObject()
                .put("type", "otp")
                .put(
                        "secretData",
                        KeycloakAdmin.JSON
                                .createObjectNode()
                                .put("value", totpSecret)
                                .toString())
                .put("credentialData", "{\"subType\":\"totp\",\"digits\":6,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        return user;
    }
}
