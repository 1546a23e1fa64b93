package cn.tongxin.stand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The realm as realm.json says it, made when it is missing and brought up to date when it is there. */
final class KeycloakRealm {

    static final String NAME = "tongxin";

    /** What only the creation of a realm understands; flows and profile change with a new realm only. */
    private static final Set<String> PARTS = Set.of(
            "clients",
            "identityProviders",
            "users",
            "roles",
            "authenticationFlows",
            "authenticatorConfig",
            "components",
            "browserFlow");

    private final KeycloakAdmin admin;

    KeycloakRealm(KeycloakAdmin admin) {
        this.admin = admin;
    }

    void ensure(Map<String, String> placeholders) throws IOException, InterruptedException {
        var wanted =
                (ObjectNode) KeycloakAdmin.JSON.readTree(fill(Resources.text("keycloak/realm.json"), placeholders));
        if (admin.get("/" + NAME) == null) {
            admin.post("", wanted);
            return;
        }
        admin.put("/" + NAME, wanted.deepCopy().without(PARTS));
        for (var client : wanted.path("clients")) {
            var id = client.path("clientId").asText();
            var found = Objects.requireNonNull(admin.get("/" + NAME + "/clients?clientId=" + id))
                    .path(0);
            var path = "/" + NAME + "/clients/" + found.path("id").asText();
            admin.put(path, merged(found, client).without("protocolMappers"));
        }
        for (var provider : wanted.path("identityProviders")) {
            var path = "/" + NAME + "/identity-provider/instances/"
                    + provider.path("alias").asText();
            admin.put(path, merged(Objects.requireNonNull(admin.get(path)), provider));
        }
    }

    private static ObjectNode merged(JsonNode found, JsonNode wanted) {
        var all = (ObjectNode) found.deepCopy();
        for (var field : wanted.properties()) {
            var both = all.path(field.getKey()).isObject() && field.getValue().isObject();
            all.set(field.getKey(), both ? merged(all.get(field.getKey()), field.getValue()) : field.getValue());
        }
        return all;
    }

    private static String fill(String text, Map<String, String> placeholders) {
        var filled = text;
        for (var each : placeholders.entrySet()) {
            filled = filled.replace("${" + each.getKey() + "}", each.getValue());
        }
        return filled;
    }
}
