package cn.tongxin.stand;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A person of the demo who works in the console: a password, and a second factor whose current code the stand shows. */
public record DemoAccount(String username, String name, String password, String totpSecret, List<String> realmRoles) {

    public static final DemoAccount OPERATOR = of("operator", "平台运维", List.of("platform-operator"));

    /** The accounts of the demo; whoever loads the demo gives them their seats. */
    public static final List<DemoAccount> ALL = List.of(
            OPERATOR,
            of("ganzi-admin", "格桑卓玛", List.of()),
            of("ganzi-staff", "王晓燕", List.of()),
            of("ganzi-clerk", "李建国", List.of()),
            of("kangding-info", "次仁", List.of()),
            of("ganzi-info", "罗珍", List.of()),
            of("sichuan-info", "赵敏", List.of()),
            of("sichuan-analyst", "陈静", List.of()));

    public static DemoAccount of(String username, String name, List<String> realmRoles) {
        return new DemoAccount(username, name, "Tongxin-2026", "demo-" + username + "-second-factor", realmRoles);
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
