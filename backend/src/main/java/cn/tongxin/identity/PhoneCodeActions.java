package cn.tongxin.identity;

import static cn.tongxin.db.platform.Tables.LOGIN_CODE;

import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Crypto;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Six digits, five minutes, five tries. Known and unknown numbers are treated alike, so the limits tell nothing either. */
@Singleton
class PhoneCodeActions {
    static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int TRIES = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext sql;
    private final Crypto crypto;
    private final LoginSettings limits;
    private final Clock clock;

    PhoneCodeActions(DSLContext sql, Crypto crypto, LoginSettings limits, Clock clock) {
        this.sql = sql;
        this.crypto = crypto;
        this.limits = limits;
        this.clock = clock;
    }

    /** A code on its way to a telephone. */
    record Fresh(UUID id, String code) {}

    /** What a try came to. */
    enum Try {
        RIGHT,
        WRONG,
        EXPIRED
    }

    @Transactional
    @Unrecorded("before any committee is known; platform.door_log keeps it")
    Fresh issue(String phoneHash, String committeeCode) {
        var now = clock.instant();
        var address = String.valueOf(Caller.current().ip());
        sql.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", phoneHash);
        sql.deleteFrom(LOGIN_CODE)
                .where(LOGIN_CODE.PHONE_HASH.eq(phoneHash))
                .and(LOGIN_CODE.CREATED_AT.lt(now.minus(Duration.ofDays(2))))
                .execute();
        checkLimit(LOGIN_CODE.PHONE_HASH.eq(phoneHash), now, Duration.ofSeconds(limits.gapSeconds()), 1);
        checkLimit(LOGIN_CODE.PHONE_HASH.eq(phoneHash), now, Duration.ofHours(1), limits.perNumberHour());
        checkLimit(LOGIN_CODE.PHONE_HASH.eq(phoneHash), now, Duration.ofDays(1), limits.perNumberDay());
        checkLimit(LOGIN_CODE.ADDRESS.eq(address), now, Duration.ofHours(1), limits.perAddressHour());
        if (!committeeCode.isEmpty()) {
            checkLimit(
                    LOGIN_CODE.COMMITTEE_CODE.eq(committeeCode), now, Duration.ofHours(1), limits.perCommitteeHour());
        }
        var fresh = new Fresh(Ids.next(), "%06d".formatted(RANDOM.nextInt(1_000_000)));
        sql.insertInto(LOGIN_CODE)
                .set(LOGIN_CODE.ID, fresh.id())
                .set(LOGIN_CODE.PHONE_HASH, phoneHash)
                .set(LOGIN_CODE.CODE_HASH, hash(fresh.id(), fresh.code()))
                .set(LOGIN_CODE.ADDRESS, address)
                .set(LOGIN_CODE.COMMITTEE_CODE, committeeCode)
                .set(LOGIN_CODE.CREATED_AT, now)
                .set(LOGIN_CODE.EXPIRES_AT, now.plus(LIFETIME))
                .set(LOGIN_CODE.TRIES_LEFT, TRIES)
                .execute();
        return fresh;
    }

    /** Counts the try, whatever it comes to; only the newest code of a number is good, and only once. */
    @Transactional
    @Unrecorded("before any committee is known; platform.door_log keeps it")
    Try attempt(String phoneHash, String code) {
        var now = clock.instant();
        var newest = sql.select(LOGIN_CODE.ID, LOGIN_CODE.CODE_HASH, LOGIN_CODE.TRIES_LEFT)
                .from(LOGIN_CODE)
                .where(LOGIN_CODE.PHONE_HASH.eq(phoneHash))
                .and(LOGIN_CODE.EXPIRES_AT.gt(now))
                .and(LOGIN_CODE.USED_AT.isNull())
                .orderBy(LOGIN_CODE.CREATED_AT.desc(), LOGIN_CODE.ID.desc())
                .limit(1)
                .forUpdate()
                .fetchOne();
        if (newest == null || newest.value3() == 0) {
            return Try.EXPIRED;
        }
        var right = newest.value2().equals(hash(newest.value1(), code));
        var update = sql.update(LOGIN_CODE).set(LOGIN_CODE.TRIES_LEFT, newest.value3() - 1);
        (right ? update.set(LOGIN_CODE.USED_AT, now) : update)
                .where(LOGIN_CODE.ID.eq(newest.value1()))
                .execute();
        return right ? Try.RIGHT : Try.WRONG;
    }

    private void checkLimit(Condition which, Instant now, Duration window, int most) {
        var count = sql.fetchCount(
                sql.selectOne().from(LOGIN_CODE).where(which).and(LOGIN_CODE.CREATED_AT.gt(now.minus(window))));
        if (count >= most && !window.isZero()) {
            throw Refusal.tooMany("login.too-many", "Too many codes were asked for. Wait a little.")
                    .with("retryAfterSeconds", Math.min(window.toSeconds(), 3600));
        }
    }

    private String hash(UUID id, String code) {
        return crypto.keyedHash(id + ":" + code);
    }
}
