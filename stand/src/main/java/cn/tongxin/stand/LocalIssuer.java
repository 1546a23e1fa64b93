package cn.tongxin.stand;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A small issuer of its own key, for tests and measurements that are not about log-in; identity's own tests ask Keycloak. */
public final class LocalIssuer implements AutoCloseable {
    private final HttpServer server;
    private final RSAKey key;
    private final Clock clock;
    private final @Nullable String name;

    /** Known by its own address. */
    public LocalIssuer(Clock clock) {
        this(clock, null);
    }

    /** Known by another name, which a token then carries. */
    public LocalIssuer(Clock clock, @Nullable String name) {
        this.name = name;
        try {
            this.clock = clock;
            this.key = new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            server.createContext("/keys", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(keys);
                }
            });
            server.start();
        } catch (IOException | JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public String issuer() {
        return name == null ? address() : name;
    }

    public String keysUrl() {
        return address() + "/keys";
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A console token by two factors. */
    public String console(String subject) {
        return token(subject, Map.of("azp", "tongxin-console", "acr", "2"), Duration.ofMinutes(30));
    }

    /** A phone's token. */
    public String phone(String subject) {
        return token(subject, Map.of("azp", "tongxin-phone", "acr", "1"), Duration.ofMinutes(30));
    }

    /** A platform operator's console token. */
    public String operator(String subject) {
        return token(
                subject,
                Map.of(
                        "azp",
                        "tongxin-console",
                        "acr",
                        "2",
                        "realm_access",
                        Map.of("roles", List.of("platform-operator"))),
                Duration.ofMinutes(30));
    }

    /** A token with these claims over the usual ones. */
    public String token(String subject, Map<String, Object> claims, Duration lifetime) {
        var now = clock.instant();
        var set = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .audience("tongxin-api")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)))
                .jwtID(UUID.randomUUID().toString());
        claims.forEach(set::claim);
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    set.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
