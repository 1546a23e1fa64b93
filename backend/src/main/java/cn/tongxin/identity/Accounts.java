package cn.tongxin.identity;

import static cn.tongxin.db.platform.Tables.ACCOUNT;
import static cn.tongxin.db.platform.Tables.COMMITTEE;
import static cn.tongxin.db.platform.Tables.SEAT_CLAIM;
import static cn.tongxin.db.platform.Tables.SEAT_DIRECTORY;
import static cn.tongxin.db.platform.Tables.WECHAT_BINDING;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The SQL of accounts, of the seats they hold and of those they could take. */
@Singleton
class Accounts {
    private final DSLContext sql;

    Accounts(DSLContext sql) {
        this.sql = sql;
    }

    /** One person who logs in. */
    record Account(
            UUID id,
            String subject,
            @Nullable String phoneHash,
            boolean largeText,
            @Nullable String privacyVersion) {}

    /** A seat and the committee in which it is. */
    record Place(UUID seat, UUID committee, String committeeCode, String committeeName) {}

    Optional<Account> findByPhone(String phoneHash) {
        return find(ACCOUNT.PHONE_HASH.eq(phoneHash));
    }

    Optional<Account> findBySubject(String subject) {
        return find(ACCOUNT.KEYCLOAK_SUBJECT.eq(subject));
    }

    Optional<Account> find(UUID id) {
        return find(ACCOUNT.ID.eq(id));
    }

    Optional<Account> findByWechat(String appId, String openidHash) {
        return sql.select(WECHAT_BINDING.ACCOUNT_ID)
                .from(WECHAT_BINDING)
                .where(WECHAT_BINDING.APP_ID.eq(appId))
                .and(WECHAT_BINDING.OPENID_HASH.eq(openidHash))
                .fetchOptional(WECHAT_BINDING.ACCOUNT_ID)
                .flatMap(this::find);
    }

    /** False where the subject or the number already has an account. */
    boolean insert(Account account, Instant now) {
        return sql.insertInto(ACCOUNT)
                        .set(ACCOUNT.ID, account.id())
                        .set(ACCOUNT.KEYCLOAK_SUBJECT, account.subject())
                        .set(ACCOUNT.PHONE_HASH, account.phoneHash())
                        .set(ACCOUNT.CREATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void setLargeText(UUID account, boolean largeText) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.LARGE_TEXT, largeText)
                .where(ACCOUNT.ID.eq(account))
                .execute();
    }

    /** False where the number is another account's. */
    boolean setPhone(UUID account, String phoneHash) {
        return sql.update(ACCOUNT)
                        .set(ACCOUNT.PHONE_HASH, phoneHash)
                        .where(ACCOUNT.ID.eq(account))
                        .andNotExists(sql.selectOne()
                                .from(ACCOUNT)
                                .where(ACCOUNT.PHONE_HASH.eq(phoneHash))
                                .and(ACCOUNT.ID.ne(account)))
                        .execute()
                == 1;
    }

    boolean isBoundToWechat(UUID account) {
        return sql.fetchExists(sql.selectOne().from(WECHAT_BINDING).where(WECHAT_BINDING.ACCOUNT_ID.eq(account)));
    }

    void unbindWechat(UUID account) {
        sql.deleteFrom(WECHAT_BINDING)
                .where(WECHAT_BINDING.ACCOUNT_ID.eq(account))
                .execute();
    }

    void setConsent(UUID account, String version, Instant now) {
        sql.update(ACCOUNT)
                .set(ACCOUNT.PRIVACY_VERSION, version)
                .set(ACCOUNT.PRIVACY_AGREED_AT, now)
                .where(ACCOUNT.ID.eq(account))
                .execute();
    }

    /** Seats that nobody has taken and whose roster names this number. */
    List<Place> claimable(String phoneHash) {
        return places(SEAT_CLAIM.PHONE_HASH.eq(phoneHash).and(SEAT_DIRECTORY.ACCOUNT_ID.isNull()));
    }

    /** Seats that the account holds. */
    List<Place> held(UUID account) {
        return places(SEAT_DIRECTORY.ACCOUNT_ID.eq(account));
    }

    /** False where somebody has taken the seat meanwhile. */
    boolean take(UUID seat, UUID account) {
        var taken = sql.update(SEAT_DIRECTORY)
                .set(SEAT_DIRECTORY.ACCOUNT_ID, account)
                .where(SEAT_DIRECTORY.SEAT_ID.eq(seat))
                .and(SEAT_DIRECTORY.ACCOUNT_ID.isNull())
                .execute();
        sql.deleteFrom(SEAT_CLAIM).where(SEAT_CLAIM.SEAT_ID.eq(seat)).execute();
        return taken == 1;
    }

    boolean isTaken(UUID seat) {
        return sql.fetchExists(sql.selectOne()
                .from(SEAT_DIRECTORY)
                .where(SEAT_DIRECTORY.SEAT_ID.eq(seat))
                .and(SEAT_DIRECTORY.ACCOUNT_ID.isNotNull()));
    }

    private List<Place> places(Condition which) {
        return sql.select(SEAT_DIRECTORY.SEAT_ID, COMMITTEE.ID, COMMITTEE.CODE, COMMITTEE.NAME)
                .from(SEAT_DIRECTORY)
                .join(COMMITTEE)
                .on(COMMITTEE.ID.eq(SEAT_DIRECTORY.COMMITTEE_ID))
                .leftJoin(SEAT_CLAIM)
                .on(SEAT_CLAIM.SEAT_ID.eq(SEAT_DIRECTORY.SEAT_ID))
                .where(which)
                .and(COMMITTEE.STATUS.eq("ACTIVE"))
                .orderBy(SEAT_DIRECTORY.SEAT_ID)
                .fetch(row -> new Place(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private Optional<Account> find(Condition which) {
        return sql.select(
                        ACCOUNT.ID,
                        ACCOUNT.KEYCLOAK_SUBJECT,
                        ACCOUNT.PHONE_HASH,
                        ACCOUNT.LARGE_TEXT,
                        ACCOUNT.PRIVACY_VERSION)
                .from(ACCOUNT)
                .where(which)
                .fetchOptional(
                        row -> new Account(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }
}
