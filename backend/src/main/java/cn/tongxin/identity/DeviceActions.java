package cn.tongxin.identity;

import static cn.tongxin.db.platform.Tables.DEVICE_SESSION;
import static cn.tongxin.db.platform.Tables.MINTED_TOKEN;

import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Digests;
import cn.tongxin.shared.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Telephones that stay logged in for 30 days. The secret changes with each use; the one before still counts until its
 * successor has been seen (an answer may be lost on the way), any older one was stolen or copied and ends the session.
 */
@Singleton
class DeviceActions {
    static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration IDLE = Duration.ofDays(7);
    private static final Duration STREAM = Duration.ofDays(1);

    private final DSLContext sql;
    private final Clock clock;

    DeviceActions(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A telephone as its owner sees it. */
    record Device(UUID id, String name, Instant createdAt, Instant usedAt) {}

    /** What the telephone keeps: which session, and its present secret. */
    record Secret(UUID session, String value) {
        static Optional<Secret> read(@Nullable String cookie) {
            var parts = cookie == null ? new String[0] : cookie.split("\\.", 2);
            try {
                return parts.length == 2
                        ? Optional.of(new Secret(UUID.fromString(parts[0]), parts[1]))
                        : Optional.empty();
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return session + "." + value;
        }
    }

    /** What the use of a secret came to. */
    sealed interface Use {
        record Good(UUID account, Secret next) implements Use {}

        record Refused(String code) implements Use {}
    }

    private enum End {
        LOGGED_OUT,
        REVOKED,
        REUSED
    }

    @Transactional
    @Unrecorded("before any committee is known; platform.door_log keeps it")
    Secret open(UUID account, @Nullable String name) {
        var now = clock.instant();
        var secret = new Secret(Ids.next(), Digests.randomToken());
        var said = name == null || name.isBlank() ? "手机" : name.strip();
        sql.insertInto(DEVICE_SESSION)
                .set(DEVICE_SESSION.ID, secret.session())
                .set(DEVICE_SESSION.ACCOUNT_ID, account)
                .set(
                        DEVICE_SESSION.NAME,
                        said.substring(
                                0, said.offsetByCodePoints(0, Math.min(40, said.codePointCount(0, said.length())))))
                .set(DEVICE_SESSION.CURRENT_HASH, hash(secret.value()))
                .set(DEVICE_SESSION.CREATED_AT, now)
                .set(DEVICE_SESSION.USED_AT, now)
                .set(DEVICE_SESSION.EXPIRES_AT, now.plus(LIFETIME))
                .execute();
        return secret;
    }

    /** Answers instead of refusing, because the end of a copied session must stay. */
    @Transactional
    @Unrecorded("before any committee is known; platform.door_log keeps it")
    Use use(Secret secret) {
        var now = clock.instant();
        var row = sql.selectFrom(DEVICE_SESSION)
                .where(DEVICE_SESSION.ID.eq(secret.session()))
                .forUpdate()
                .fetchOne();
        if (row == null || row.getRevokedAt() != null || row.getExpiresAt().isBefore(now)) {
            return new Use.Refused("session.ended");
        }
        var hash = hash(secret.value());
        var isCurrent = hash.equals(row.getCurrentHash());
        if (!isCurrent && !hash.equals(row.getPreviousHash())) {
            end(secret.session(), End.REUSED);
            return new Use.Refused("session.reused");
        }
        if (row.getUsedAt().plus(IDLE).isBefore(now)) {
            return new Use.Refused("session.idle");
        }
        var next = new Secret(secret.session(), Digests.randomToken());
        sql.update(DEVICE_SESSION)
                .set(DEVICE_SESSION.CURRENT_HASH, hash(next.value()))
                .set(DEVICE_SESSION.PREVIOUS_HASH, hash)
                .set(DEVICE_SESSION.USED_AT, now)
                .where(DEVICE_SESSION.ID.eq(secret.session()))
                .execute();
        return new Use.Good(row.getAccountId(), next);
    }

    /** The token counts from now on. An expired one stays known for a day: a stream opened with it may still be running. */
    @Transactional
    @Unrecorded("before any committee is known; platform.door_log keeps it")
    void keep(UUID session, String accessToken, Duration lifetime) {
        var now = clock.instant();
        sql.deleteFrom(MINTED_TOKEN)
                .where(MINTED_TOKEN.DEVICE_SESSION_ID.eq(session))
                .and(MINTED_TOKEN.EXPIRES_AT.lt(now.minus(STREAM)))
                .execute();
        sql.insertInto(MINTED_TOKEN)
                .set(MINTED_TOKEN.TOKEN_HASH, Digests.sha256Hex(accessToken))
                .set(MINTED_TOKEN.DEVICE_SESSION_ID, session)
                .set(MINTED_TOKEN.EXPIRES_AT, now.plus(lifetime))
                .execute();
    }

    @Transactional
    @Unrecorded("before any committee is known; platform.door_log keeps it")
    void logOut(Secret secret) {
        var known = sql.fetchExists(sql.selectOne()
                .from(DEVICE_SESSION)
                .where(DEVICE_SESSION.ID.eq(secret.session()))
                .and(DEVICE_SESSION
                        .CURRENT_HASH
                        .eq(hash(secret.value()))
                        .or(DEVICE_SESSION.PREVIOUS_HASH.eq(hash(secret.value())))));
        if (known) {
            end(secret.session(), End.LOGGED_OUT);
        }
    }

    @Transactional
    @Unrecorded("before any committee is known; platform.door_log keeps it")
    void revoke(UUID account, UUID session) {
        var own = sql.fetchExists(sql.selectOne()
                .from(DEVICE_SESSION)
                .where(DEVICE_SESSION.ID.eq(session))
                .and(DEVICE_SESSION.ACCOUNT_ID.eq(account)));
        if (!own) {
            throw Refusal.notFound();
        }
        end(session, End.REVOKED);
    }

    @Transactional
    @Unrecorded("a read")
    List<Device> list(UUID account) {
        return sql.select(DEVICE_SESSION.ID, DEVICE_SESSION.NAME, DEVICE_SESSION.CREATED_AT, DEVICE_SESSION.USED_AT)
                .from(DEVICE_SESSION)
                .where(DEVICE_SESSION.ACCOUNT_ID.eq(account))
                .and(DEVICE_SESSION.REVOKED_AT.isNull())
                .and(DEVICE_SESSION.EXPIRES_AT.gt(clock.instant()))
                .orderBy(DEVICE_SESSION.USED_AT.desc(), DEVICE_SESSION.ID)
                .fetch(row -> new Device(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private void end(UUID session, End end) {
        sql.update(DEVICE_SESSION)
                .set(DEVICE_SESSION.REVOKED_AT, clock.instant())
                .set(DEVICE_SESSION.REVOKED_REASON, end.name())
                .where(DEVICE_SESSION.ID.eq(session))
                .and(DEVICE_SESSION.REVOKED_AT.isNull())
                .execute();
    }

    private static String hash(String secret) {
        return Digests.sha256Hex(secret);
    }
}
