package cn.tongxin.stand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keycloak's admin interface as the stand needs it: a token of the master realm and JSON in, JSON out. */
public final class KeycloakAdmin {

    static final ObjectMapper JSON = new ObjectMapper();

    private final URI url;
    private final String client;
    private final String secret;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    KeycloakAdmin(URI url, String client, String secret) {
        this.url = url;
        this.client = client;
        this.secret = secret;
    }

    /** The body of a 2xx, or null when the answer is 404. */
    public @Nullable JsonNode get(String path) throws IOException, InterruptedException {
        var answer = send(path, "GET", null);
        if (answer.statusCode() == 404) {
            return null;
        }
        return JSON.readTree(checked(path, answer).body());
    }

    public void post(String path, @Nullable JsonNode body) throws IOException, InterruptedException {
        checked(path, send(path, "POST", body));
    }

    public void put(String path, JsonNode body) throws IOException, InterruptedException {
        checked(path, send(path, "PUT", body));
    }

    public void delete(String path) throws IOException, InterruptedException {
        checked(path, send(path, "DELETE", null));
    }

    private HttpResponse<String> send(String path, String method, @Nullable JsonNode body)
            throws IOException, InterruptedException {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        return http.send(
                HttpRequest.newBuilder(url.resolve("/admin/realms" + path))
                        .header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofSeconds(60))
                        .method(method, publisher)
                        .build(),
                BodyHandlers.ofString());
    }

    /** A token of the master realm, which means nothing to the service. */
    public String token() throws IOException, InterruptedException {
        return token("master");
    }

    String token(String realm) throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&client_id=" + encode(client) + "&client_secret=" + encode(secret);
        var address = url.resolve("/realms/" + realm + "/protocol/openid-connect/token");
        var answer = http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        return JSON.readTree(checked("token", answer).body())
                .path("access_token")
                .asText();
    }

    private static HttpResponse<String> checked(String path, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new StandException("Keycloak answered " + answer.statusCode() + " to " + path + ": " + answer.body());
        }
        return answer;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
