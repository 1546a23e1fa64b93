package cn.tongxin.identity;

import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Digests;
import com.nimbusds.jwt.JWTClaimsSet;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak as the service uses it: it asserts persons it has verified (RFC 7523), and makes persons, organizations and
 * memberships be as it wants them. Each wish may be repeated.
 */
@Singleton
class Keycloak {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Argument<JsonNode> TREE = Argument.of(JsonNode.class);

    private final URI realm;
    private final URI admin;
    private final String issuer;
    private final KeycloakSettings settings;
    private final BeanProvider<AssertionKey> key;
    private final PublicAddress self;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, String> organizations = new ConcurrentHashMap<>();
    private volatile @Nullable Own own;

    Keycloak(
            TokenSettings tokens,
            KeycloakSettings settings,
            BeanProvider<AssertionKey> key,
            PublicAddress self,
            JsonMapper json,
            Clock clock) {
        this.issuer = tokens.issuer();
        this.realm = settings.realm(issuer);
        this.admin = URI.create(realm.toString().replace("/realms/", "/admin/realms/"));
        this.settings = settings;
        this.key = key;
        this.self = self;
        this.json = json;
        this.clock = clock;
    }

    /** An access token that Keycloak made for a person at our word. */
    record Minted(String accessToken, Duration lifetime) {}

    /** A person who logs in by password; the password is good for one log-in, at which it must be changed. */
    record ConsolePerson(String subject, String username, String oneTimePassword) {}

    private record Own(String token, Instant until) {}

    /** A token for the person, who becomes assertable if that has not happened yet. */
    Minted mint(String subject) {
        var answer = assertion(subject);
        if (answer.statusCode() == 400 && answer.body().contains("User not found")) {
            ensureAssertable(subject);
            answer = assertion(subject);
        }
        if (answer.statusCode() == 400) {
            throw Refusal.forbidden("login.disabled", "This account may not log in.");
        }
        var body = read(checked(answer));
        return new Minted(
                text(body, "access_token"),
                Duration.ofSeconds(member(body, "expires_in").getIntValue()));
    }

    /** The subject of the person of this user name, made when there is none. */
    String ensurePerson(String username) {
        return findUser(username).orElseGet(() -> {
            send("POST", "/users", Map.of("username", username, "enabled", true), 201, 409);
            var subject = findUser(username).orElseThrow(() -> new IllegalStateException("Keycloak lost a new user."));
            ensureAssertable(subject);
            return subject;
        });
    }

    /** A new person for the console. The name may be taken. */
    ConsolePerson createConsolePerson(String username) {
        var password = "Tx-" + Digests.randomToken();
        var answer = send(
                "POST",
                "/users",
                Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "requiredActions",
                        List.of("UPDATE_PASSWORD", "CONFIGURE_TOTP"),
                        "credentials",
                        List.of(Map.of("type", "password", "value", password, "temporary", true))),
                201,
                409);
        if (answer.statusCode() == 409) {
            throw Refusal.conflict("login.name-taken", "This log-in name is taken.")
                    .field("loginName");
        }
        var subject = findUser(username).orElseThrow(() -> new IllegalStateException("Keycloak lost a new user."));
        return new ConsolePerson(subject, username, password);
    }

    /** The organization of a committee: its alias is the committee's code. */
    String ensureOrganization(String code, String name) {
        return organizations.computeIfAbsent(
                code,
                _ -> findOrganization(code).orElseGet(() -> {
                    send(
                            "POST",
                            "/organizations",
                            Map.of(
                                    "name",
                                    code + " " + name,
                                    "alias",
                                    code,
                                    "enabled",
                                    true,
                                    "domains",
                                    List.of(Map.of("name", code + ".tongxin.invalid", "verified", false))),
                            201,
                            409);
                    return findOrganization(code)
                            .orElseThrow(() -> new IllegalStateException("Keycloak lost a new organization."));
                }));
    }

    void ensureMember(String code, String name, String subject) {
        send("POST", "/organizations/" + ensureOrganization(code, name) + "/members", subject, 201, 204, 409);
    }

    /** Ends a session of somebody who came by password; one that is gone stays gone. */
    void endSession(String sid) {
        send("DELETE", "/sessions/" + encode(sid), null, 204, 404);
    }

    private void ensureAssertable(String subject) {
        send(
                "POST",
                "/users/" + subject + "/federated-identity/" + KeycloakSettings.PROVIDER,
                Map.of("identityProvider", KeycloakSettings.PROVIDER, "userId", subject, "userName", subject),
                204,
                409);
    }

    private HttpResponse<String> assertion(String subject) {
        var now = clock.instant();
        var assertion = key.get()
                .sign(new JWTClaimsSet.Builder()
                        .issuer(self.toString())
                        .subject(subject)
                        .audience(issuer)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(30)))
                        .jwtID(Digests.randomToken())
                        .build());
        return token(Map.of("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion));
    }

    private Optional<String> findUser(String username) {
        return first(read(send("GET", "/users?exact=true&username=" + encode(username), null, 200)));
    }

    private Optional<String> findOrganization(String code) {
        var found =
                read(send("GET", "/organizations?exact=true&search=" + encode(code + ".tongxin.invalid"), null, 200));
        return first(found);
    }

    private static Optional<String> first(JsonNode list) {
        return Optional.ofNullable(list.get(0)).map(found -> text(found, "id"));
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body, int... expected) {
        try {
            var publisher =
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
            var answer = exchange(HttpRequest.newBuilder(URI.create(admin + path))
                    .header("Authorization", "Bearer " + ownToken())
                    .header("Content-Type", "application/json")
                    .method(method, publisher));
            for (var status : expected) {
                if (answer.statusCode() == status) {
                    return answer;
                }
            }
            throw new IllegalStateException(
                    "Keycloak answered " + answer.statusCode() + " to " + method + " " + path + ": " + answer.body());
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private String ownToken() {
        var known = own;
        if (known != null && known.until().isAfter(clock.instant())) {
            return known.token();
        }
        var body = read(checked(token(Map.of("grant_type", "client_credentials"))));
        var lifetime = member(body, "expires_in").getIntValue();
        var fresh = new Own(text(body, "access_token"), clock.instant().plusSeconds(lifetime / 2));
        own = fresh;
        return fresh.token();
    }

    private HttpResponse<String> token(Map<String, String> grant) {
        var fields = new HashMap<>(grant);
        fields.put("client_id", KeycloakSettings.CLIENT);
        fields.put("client_secret", settings.secret());
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return exchange(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException away) {
            throw Refusal.unavailable(
                    "login.unavailable", "The log-in service does not answer. Try again in a minute.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static HttpResponse<String> checked(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("Keycloak answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readValue(answer.body(), TREE);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String text(JsonNode node, String name) {
        return member(node, name).getStringValue();
    }

    private static JsonNode member(JsonNode node, String name) {
        return Objects.requireNonNull(node.get(name), name);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
