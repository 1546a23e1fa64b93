package cn.tongxin.stand;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a browser does at Keycloak's pages, without one: the code flow with PKCE, password and, when asked, the second code. */
public final class BrowserLogin {

    /** What the token endpoint hands a browser. */
    public record Tokens(String accessToken, String refreshToken, String idToken) {}

    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern TOTP_SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");
    private static final String NEW_PASSWORD = "Tongxin-2026-first";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String issuer;
    private final String clientId;
    private final URI redirect;
    private final HttpClient http;
    private final Map<String, String> cookies = new HashMap<>();
    private String totpSecret = "";

    public BrowserLogin(String issuer, String clientId, URI redirect) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.redirect = redirect;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** Logs in with one factor ({@code acr} "1") or two ("2"). The same object keeps its session, like a browser. */
    public Tokens login(DemoAccount account, String acr) throws IOException, InterruptedException {
        var verifier = random();
        var answer = send(
                URI.create(issuer + "/protocol/openid-connect/auth?"
                        + form(Map.of(
                                "client_id",
                                clientId,
                                "redirect_uri",
                                redirect.toString(),
                                "response_type",
                                "code",
                                "scope",
                                "openid",
                                "state",
                                random(),
                                "acr_values",
                                acr,
                                "code_challenge",
                                challenge(verifier),
                                "code_challenge_method",
                                "S256"))),
                null);
        for (var step = 0; step < 10; step++) {
            var location = answer.headers().firstValue("Location").orElse(null);
            if (location != null && location.startsWith(redirect.toString())) {
                return exchange(location, verifier);
            }
            if (location != null) {
                answer = send(URI.create(location), null);
                continue;
            }
            answer = send(action(answer.body()), form(fields(answer.body(), account)));
        }
        throw new StandException("Keycloak does not let " + account.username() + " in: " + answer.body());
    }

    /** What the person types: at the first log-in also a new password, and the code of an app that has just read the secret. */
    private Map<String, String> fields(String page, DemoAccount account) {
        if (page.contains("name=\"password-new\"")) {
            return Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD);
        }
        if (page.contains("name=\"password\"")) {
            return Map.of("username", account.username(), "password", account.password());
        }
        var shown = TOTP_SECRET.matcher(page);
        if (shown.find()) {
            totpSecret = shown.group(1);
            return Map.of("totp", code(totpSecret), "totpSecret", totpSecret, "userLabel", "stand");
        }
        return Map.of("otp", code(totpSecret.isEmpty() ? account.totpSecret() : totpSecret));
    }

    private static String code(String secret) {
        return Totp.code(secret, Clock.systemUTC().instant());
    }

    private Tokens exchange(String location, String verifier) throws IOException, InterruptedException {
        var code =
                Objects.requireNonNull(URI.create(location).getQuery()).replaceFirst("^(?:.*&)?code=([^&]+).*$", "$1");
        var body = form(Map.of(
                "grant_type", "authorization_code",
                "client_id", clientId,
                "code", code,
                "redirect_uri", redirect.toString(),
                "code_verifier", verifier));
        JsonNode answer = KeycloakAdmin.JSON.readTree(send(URI.create(issuer + "/protocol/openid-connect/token"), body)
                .body());
        return new Tokens(
                answer.path("access_token").asText(),
                answer.path("refresh_token").asText(),
                answer.path("id_token").asText());
    }

    private HttpResponse<String> send(URI address, @Nullable String form) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(it -> it.getKey() + "=" + it.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return answer;
    }

    private static URI action(String page) {
        var found = ACTION.matcher(page);
        if (!found.find()) {
            throw new StandException("Keycloak shows a page without a form: " + page);
        }
        return URI.create(found.group(1).replace("&amp;", "&"));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
