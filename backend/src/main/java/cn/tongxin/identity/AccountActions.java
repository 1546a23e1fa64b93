package cn.tongxin.identity;

import static cn.tongxin.db.cell.Tables.SEAT_ROLE;
import static cn.tongxin.db.platform.Tables.WECHAT_BINDING;
import static cn.tongxin.db.platform.Tables.WECHAT_TICKET;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Refusal;
import cn.tongxin.identity.Accounts.Account;
import cn.tongxin.shared.Crypto;
import cn.tongxin.shared.Digests;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Accounts and what they come to hold. A roster row or an invitation gives one seat, never an account's log-in. */
@Singleton
class AccountActions {
    private static final Duration TICKET_LIFETIME = Duration.ofMinutes(10);

    private final Accounts accounts;
    private final DSLContext sql;
    private final History history;
    private final Crypto crypto;
    private final Clock clock;

    AccountActions(Accounts accounts, DSLContext sql, History history, Crypto crypto, Clock clock) {
        this.accounts = accounts;
        this.sql = sql;
        this.history = history;
        this.crypto = crypto;
        this.clock = clock;
    }

    @Transactional
    @Unrecorded("a read")
    Optional<Account> findByPhone(String phoneHash) {
        return accounts.findByPhone(phoneHash);
    }

    @Transactional
    @Unrecorded("a read")
    Account get(UUID id) {
        return accounts.find(id).orElseThrow(Refusal::notFound);
    }

    @Transactional
    @Unrecorded("a read")
    List<Accounts.Place> claimable(String phoneHash) {
        return accounts.claimable(phoneHash);
    }

    @Transactional
    @Unrecorded("a read")
    List<Accounts.Place> held(UUID account) {
        return accounts.held(account);
    }

    @Transactional
    @Unrecorded("a read")
    Optional<Account> findByWechat(String appId, String openid) {
        return accounts.findByWechat(appId, crypto.keyedHash(openid));
    }

    /** The account of a person of Keycloak, opened when there is none. */
    @Transactional
    @Unrecorded("before any committee is known; platform.door_log keeps it")
    Account ensure(String subject, @Nullable String phoneHash) {
        var known = accounts.findBySubject(subject);
        if (known.isPresent()) {
            return known.get();
        }
        accounts.insert(new Account(Ids.next(), subject, phoneHash, false, null), clock.instant());
        return accounts.findBySubject(subject).orElseThrow(AccountActions::taken);
    }

    private static Refusal taken() {
        return Refusal.conflict("account.exists", "This number has an account already.");
    }

    /**
     * Takes a seat for the account, as a caller at that committee's door. A seat that asks for two factors is taken by
     * invitation only: a text message alone does not open an office.
     */
    @Transactional
    boolean takeByPhone(UUID seat, UUID account) {
        return !asksForTwoFactors(seat) && take(seat, account, "phone");
    }

    boolean take(UUID seat, UUID account, String by) {
        if (!accounts.take(seat, account)) {
            return false;
        }
        history.record(Line.of("seat.claimed", "seat", seat).with("by", by));
        return true;
    }

    boolean asksForTwoFactors(UUID seat) {
        return sql
                .select(SEAT_ROLE.ROLE)
                .from(SEAT_ROLE)
                .where(SEAT_ROLE.SEAT_ID.eq(seat))
                .fetch(row -> Role.valueOf(row.value1()))
                .stream()
                .anyMatch(Role::asksForTwoFactors);
    }

    /** WeChat has named somebody unknown: a ticket with which a proven account may take that identity. */
    @Transactional
    @Unrecorded("before any committee is known; platform.door_log keeps it")
    String openTicket(String appId, String openid) {
        var ticket = Digests.randomToken();
        var now = clock.instant();
        sql.deleteFrom(WECHAT_TICKET).where(WECHAT_TICKET.EXPIRES_AT.lt(now)).execute();
        sql.insertInto(WECHAT_TICKET)
                .set(WECHAT_TICKET.TICKET_HASH, Digests.sha256Hex(ticket))
                .set(WECHAT_TICKET.APP_ID, appId)
                .set(WECHAT_TICKET.OPENID_HASH, crypto.keyedHash(openid))
                .set(WECHAT_TICKET.OPENID, crypto.encrypt(openid))
                .set(WECHAT_TICKET.EXPIRES_AT, now.plus(TICKET_LIFETIME))
                .execute();
        return ticket;
    }

    @Transactional
    @Unrecorded("a read")
    boolean isOpen(String ticket) {
        return sql.fetchExists(sql.selectOne()
                .from(WECHAT_TICKET)
                .where(WECHAT_TICKET.TICKET_HASH.eq(Digests.sha256Hex(ticket)))
                .and(WECHAT_TICKET.EXPIRES_AT.gt(clock.instant())));
    }

    /** Binds the ticket's identity to the account that has just been proved. The ticket is good once. */
    @Transactional
    @Unrecorded("before any committee is known; platform.door_log keeps it")
    void bind(String ticket, UUID account) {
        var used = sql.deleteFrom(WECHAT_TICKET)
                .where(WECHAT_TICKET.TICKET_HASH.eq(Digests.sha256Hex(ticket)))
                .and(WECHAT_TICKET.EXPIRES_AT.gt(clock.instant()))
                .returning(WECHAT_TICKET.APP_ID, WECHAT_TICKET.OPENID_HASH, WECHAT_TICKET.OPENID)
                .fetchOptional()
                .orElseThrow(AccountActions::ticketOver);
        sql.deleteFrom(WECHAT_BINDING)
                .where(WECHAT_BINDING.ACCOUNT_ID.eq(account))
                .and(WECHAT_BINDING.APP_ID.eq(used.getAppId()))
                .execute();
        var bound = sql.insertInto(WECHAT_BINDING)
                .set(WECHAT_BINDING.APP_ID, used.getAppId())
                .set(WECHAT_BINDING.OPENID_HASH, used.getOpenidHash())
                .set(WECHAT_BINDING.OPENID, used.getOpenid())
                .set(WECHAT_BINDING.ACCOUNT_ID, account)
                .set(WECHAT_BINDING.BOUND_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        if (bound == 0) {
            throw Refusal.conflict("wechat.bound-elsewhere", "This WeChat identity belongs to another account.");
        }
    }

    @Transactional
    @Unrecorded("a read")
    boolean isBoundToWechat(UUID account) {
        return accounts.isBoundToWechat(account);
    }

    /** WeChat opens this account no more, in no app of ours; the number still does. */
    @Transactional
    @Unrecorded("of the account, not of a committee; platform.door_log keeps it")
    void unbindWechat() {
        accounts.unbindWechat(own());
    }

    /** From now on this number, just proved, opens the account, and the one before does not. */
    @Transactional
    @Unrecorded("of the account, not of a committee; platform.door_log keeps it")
    void setPhone(String phoneHash) {
        if (!accounts.setPhone(own(), phoneHash)) {
            throw taken();
        }
    }

    @Transactional
    @Unrecorded("a preference")
    void setLargeText(boolean largeText) {
        accounts.setLargeText(own(), largeText);
    }

    @Transactional
    @Unrecorded("before any committee is known; platform.door_log keeps it")
    void setConsent(String version) {
        accounts.setConsent(own(), version, clock.instant());
    }

    static Refusal ticketOver() {
        return Refusal.unprocessable("wechat.ticket-over", "This took too long. Log in with WeChat again.")
                .field("bindTicket");
    }

    /** The caller's account, opened at the first wish that needs one. */
    private UUID own() {
        var caller = Caller.current();
        if (caller.accountId() != null) {
            return caller.accountId();
        }
        return ensure(String.valueOf(caller.subject()), null).id();
    }
}
