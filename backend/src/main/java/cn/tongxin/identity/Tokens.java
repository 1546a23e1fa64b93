package cn.tongxin.identity;

import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Digests;
import cn.tongxin.tenancy.Caller;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Verifies access tokens, and remembers the verified ones by hash for at most 60 seconds and never past their end. */
@Singleton
class Tokens {
    static final Duration REMEMBERED = Duration.ofSeconds(60);
    /** For the issuer's keys, in milliseconds; the library's half second is short for a busy issuer. */
    private static final int PATIENCE = 5_000;

    private static final String LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Set<String> CLIENTS = Set.of("tongxin-console", "tongxin-phone", "tongxin-service");

    private final ConfigurableJWTProcessor<SecurityContext> processor;
    private final ConfigurableJWTProcessor<SecurityContext> logouts;
    private final Cache<String, Token> verified = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(REMEMBERED)
            .ticker(this::nanos)
            .build();
    private final TokenSettings settings;
    private final EndedSessions ended;
    private final ConsoleSessions consoles;
    private final Clock clock;

    Tokens(TokenSettings settings, EndedSessions ended, ConsoleSessions consoles, Clock clock)
            throws MalformedURLException {
        this.settings = settings;
        this.ended = ended;
        this.consoles = consoles;
        this.clock = clock;
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        URI.create(settings.keysAddress()).toURL(), new DefaultResourceRetriever(PATIENCE, PATIENCE))
                .retrying(true)
                .build();
        processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256, JWSAlgorithm.PS256), keys));
        processor.setJWTClaimsSetVerifier(new AtOurClock(Set.of(settings.audience()), Set.of("sub", "exp", "azp")));
        logouts = new DefaultJWTProcessor<>();
        logouts.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("logout+jwt"), JOSEObjectType.JWT));
        logouts.setJWSKeySelector(processor.getJWSKeySelector());
        logouts.setJWTClaimsSetVerifier(new AtOurClock(CLIENTS, Set.of("exp", "iat", "jti", "events")));
    }

    /** A verified token: whom it names, from which client, by how many factors. */
    record Token(
            String subject,
            @Nullable String sid,
            @Nullable String client,
            @Nullable String acr,
            boolean operator,
            Instant authenticatedAt,
            Instant expiresAt,
            String hash) {
        boolean byTwoFactors() {
            return "2".equals(acr);
        }
    }

    /** The token behind this text, which came from this address, and no other than its person's present session at the console. */
    Token verify(String compact, @Nullable String ip) {
        var hash = Digests.sha256Hex(compact);
        var known = verified.getIfPresent(hash);
        if (known != null && known.expiresAt().isAfter(clock.instant())) {
            return known;
        }
        try {
            var token = read(processor.process(compact, null), hash);
            Caller.anybody(ip).run(() -> checkSession(token));
            verified.put(hash, token);
            return token;
        } catch (ParseException | BadJOSEException refused) {
            throw Refusal.unauthorized("auth.token-invalid", "The token is not valid here.");
        } catch (JOSEException unreachable) {
            throw new IllegalStateException("The issuer's keys cannot be read.", unreachable);
        }
    }

    private void checkSession(Token token) {
        switch (ended.of(token)) {
            case NONE -> {}
            case OVER -> throw Refusal.unauthorized("auth.session-ended", "This session has ended. Log in again.");
            case REPLACED -> {
                consoles.endAtIssuer(String.valueOf(token.sid()));
                throw replaced();
            }
        }
        consoles.take(token).ifPresent(over -> {
            forget();
            if (over.equals(token.sid())) {
                throw replaced();
            }
        });
    }

    private static Refusal replaced() {
        return Refusal.unauthorized("auth.session-replaced", "This person has logged in at another console since.");
    }

    /** Something has ended: here it takes effect at once, elsewhere when the memory of 60 seconds does. */
    void forget() {
        verified.invalidateAll();
    }

    /** What the issuer says of a session's end (OpenID Connect back-channel log-out), when it is the issuer who says it. */
    String endedSession(String logoutToken) {
        try {
            var said = logouts.process(logoutToken, null);
            var sid = said.getStringClaim("sid");
            var events = said.getJSONObjectClaim("events");
            if (sid == null || events == null || !events.containsKey(LOGOUT_EVENT) || said.getClaim("nonce") != null) {
                throw Refusal.badRequest("logout.token-invalid", "This is not a log-out token.");
            }
            return sid;
        } catch (ParseException | BadJOSEException refused) {
            throw Refusal.badRequest("logout.token-invalid", "The log-out token is not valid here.");
        } catch (JOSEException unreachable) {
            throw new IllegalStateException("The issuer's keys cannot be read.", unreachable);
        }
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    private Token read(JWTClaimsSet claims, String hash) throws ParseException {
        return new Token(
                claims.getSubject(),
                claims.getStringClaim("sid"),
                claims.getStringClaim("azp"),
                claims.getStringClaim("acr"),
                realmRoles(claims).contains("platform-operator"),
                authenticatedAt(claims),
                claims.getExpirationTime().toInstant(),
                hash);
    }

    /** When the person proved who he is; a renewed token keeps it. */
    private static Instant authenticatedAt(JWTClaimsSet claims) throws ParseException {
        var said = claims.getDateClaim("auth_time");
        var at = said == null ? claims.getIssueTime() : said;
        return at == null ? Instant.EPOCH : at.toInstant();
    }

    private static java.util.Collection<?> realmRoles(JWTClaimsSet claims) {
        return claims.getClaim("realm_access") instanceof Map<?, ?> access
                        && access.get("roles") instanceof java.util.Collection<?> roles
                ? roles
                : Set.of();
    }

    private final class AtOurClock extends DefaultJWTClaimsVerifier<SecurityContext> {
        AtOurClock(Set<String> audiences, Set<String> required) {
            super(
                    audiences,
                    new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                    required,
                    Set.of());
            setMaxClockSkew(0);
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
