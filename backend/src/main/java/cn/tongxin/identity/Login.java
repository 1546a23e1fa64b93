package cn.tongxin.identity;

import cn.tongxin.http.Refusal;
import cn.tongxin.identity.Accounts.Account;
import cn.tongxin.identity.DeviceActions.Secret;
import cn.tongxin.identity.DeviceActions.Use;
import cn.tongxin.shared.Crypto;
import cn.tongxin.shared.Digests;
import cn.tongxin.tenancy.Caller;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a member comes in: proves a number or a bound WeChat identity, gets a device session, and from it access tokens that
 * Keycloak makes at our word. What waits for Keycloak happens between transactions, never inside one.
 */
@Singleton
class Login {
    private static final Logger LOG = LoggerFactory.getLogger(Login.class);

    private final PhoneCodeActions codes;
    private final AccountActions accounts;
    private final DeviceActions devices;
    private final Phones phones;
    private final Sms sms;
    private final Wechat wechat;
    private final Keycloak keycloak;
    private final Callers callers;
    private final Tokens tokens;
    private final DoorLog log;
    private final Crypto crypto;
    private final Cache<String, Boolean> joined =
            Caffeine.newBuilder().maximumSize(50_000).build();

    Login(
            PhoneCodeActions codes,
            AccountActions accounts,
            DeviceActions devices,
            Phones phones,
            Sms sms,
            Wechat wechat,
            Keycloak keycloak,
            Callers callers,
            Tokens tokens,
            DoorLog log,
            Crypto crypto) {
        this.codes = codes;
        this.accounts = accounts;
        this.devices = devices;
        this.phones = phones;
        this.sms = sms;
        this.wechat = wechat;
        this.keycloak = keycloak;
        this.callers = callers;
        this.tokens = tokens;
        this.log = log;
        this.crypto = crypto;
    }

    /** An access token, the device session's next secret, and the key of what the telephone keeps. */
    record Session(Keycloak.Minted token, Secret secret, String storeKey) {}

    /** Sends a code where the number is known or invited; the caller cannot tell. */
    void sendCode(String phone, String committeeCode, boolean invited) {
        var hash = phones.hash(phone);
        var fresh = codes.issue(hash, committeeCode);
        if (invited
                || accounts.findByPhone(hash).isPresent()
                || !accounts.claimable(hash).isEmpty()) {
            send(phone, fresh);
        }
        log.note("login.code-asked", null, null, null);
    }

    /** Sends a code to a number that somebody who is in wants to come in by; whoever's it is, the caller cannot tell. */
    void sendCodeToNew(String phone) {
        send(phone, codes.issue(phones.hash(phone), ""));
        log.note("login.code-asked", null, null, null);
    }

    /** The number is proved, and from now on it is the one that opens the caller's account. */
    void changePhone(String phone, String code) {
        var hash = phones.hash(phone);
        attempt(hash, code);
        accounts.setPhone(hash);
        log.note("login.phone-changed", null, null, null);
    }

    void unbindWechat() {
        accounts.unbindWechat();
        log.note("login.wechat-unbound", null, null, null);
    }

    private void send(String phone, PhoneCodeActions.Fresh fresh) {
        sms.sendSoon(
                phone, "login-code", Map.of("code", fresh.code()), fresh.id().toString());
    }

    Session byPhone(String phone, String code, @Nullable String deviceName) {
        return open(proved(phone, code), deviceName, "login.phone");
    }

    /** The session of a bound identity, or nothing and a ticket to bind it. */
    Optional<Session> byWechat(String appId, String openid) {
        return accounts.findByWechat(appId, openid).map(account -> open(account, "微信", "login.wechat"));
    }

    String openid(String appId, String code) {
        return wechat.openid(appId, code);
    }

    String ticket(String appId, String openid) {
        return accounts.openTicket(appId, openid);
    }

    Session bind(String ticket, String phone, String code) {
        if (!accounts.isOpen(ticket)) {
            throw AccountActions.ticketOver();
        }
        var account = proved(phone, code);
        accounts.bind(ticket, account.id());
        log.note("login.wechat-bound", account.id(), null, null);
        return open(account, "微信", "login.wechat");
    }

    Session refresh(@Nullable String cookie) {
        var secret = Secret.read(cookie).orElseThrow(() -> ended("session.ended"));
        return switch (devices.use(secret)) {
            case Use.Good(var account, var next) -> mint(account, next);
            case Use.Refused(var code) -> {
                if (code.equals("session.reused")) {
                    tokens.forget();
                    log.note("login.secret-reused", null, null, secret.session().toString());
                }
                throw ended(code);
            }
        };
    }

    void logOut(@Nullable String cookie) {
        Secret.read(cookie).ifPresent(secret -> {
            devices.logOut(secret);
            tokens.forget();
            log.note("logout", null, null, secret.session().toString());
        });
    }

    /** Who has just proved this number: its account, or a new one where a roster or an invitation names the number. */
    Account proved(String phone, String code) {
        return proved(phone, code, false);
    }

    Account proved(String phone, String code, boolean invited) {
        var hash = phones.hash(phone);
        attempt(hash, code);
        var known = accounts.findByPhone(hash);
        if (known.isPresent()) {
            return known.get();
        }
        if (!invited && accounts.claimable(hash).isEmpty()) {
            throw wrong("login.code-wrong", "This is not the code that was sent.");
        }
        return opened(hash);
    }

    /**
     * The account of a number that has none. Its person in Keycloak is named by the number; whoever has gone on to another
     * number keeps that name and that account, and the number's next holder gets the next name.
     */
    private Account opened(String hash) {
        for (var holder = 0; ; holder++) {
            var name = Digests.sha256Hex(holder == 0 ? hash : hash + ":" + holder);
            var account = accounts.ensure(keycloak.ensurePerson("m-" + name.substring(0, 32)), hash);
            if (hash.equals(account.phoneHash())) {
                return account;
            }
        }
    }

    private void attempt(String phoneHash, String code) {
        switch (codes.attempt(phoneHash, code)) {
            case RIGHT -> {}
            case WRONG -> throw failed(phoneHash, "login.code-wrong", "This is not the code that was sent.");
            case EXPIRED -> throw failed(phoneHash, "login.code-expired", "This code is over. Ask for a new one.");
        }
    }

    private Refusal failed(String phoneHash, String code, String detail) {
        log.note(
                "login.failed", accounts.findByPhone(phoneHash).map(Account::id).orElse(null), null, code);
        return wrong(code, detail);
    }

    /** Opens a device session for a proven account, which takes the seats that wait for its number. */
    Session open(Account account, @Nullable String deviceName, String kind) {
        var person = Caller.current().as(account.id());
        var hash = account.phoneHash();
        if (hash != null) {
            for (var place : accounts.claimable(hash)) {
                person.at(place.committee()).call(() -> accounts.takeByPhone(place.seat(), account.id()));
            }
            callers.forget();
        }
        joinSoon(account);
        var session = mint(account, devices.open(account.id(), deviceName));
        log.note(kind, account.id(), null, null);
        return session;
    }

    private Session mint(UUID accountId, Secret secret) {
        return mint(accounts.get(accountId), secret);
    }

    private Session mint(Account account, Secret secret) {
        var minted = keycloak.mint(account.subject());
        devices.keep(secret.session(), minted.accessToken(), minted.lifetime());
        return new Session(minted, secret, crypto.keyedHash("store of " + account.id()));
    }

    /** Keycloak's organizations follow the seats; a membership that fails now is made the next time. */
    void joinSoon(Account account) {
        var person = Caller.current();
        Thread.ofVirtual()
                .name("join")
                .start(() -> person.run(() -> {
                    for (var place : accounts.held(account.id())) {
                        var membership = place.committeeCode() + " " + account.subject();
                        if (joined.asMap().putIfAbsent(membership, true) != null) {
                            continue;
                        }
                        try {
                            keycloak.ensureMember(place.committeeCode(), place.committeeName(), account.subject());
                        } catch (RuntimeException later) {
                            joined.invalidate(membership);
                            LOG.warn("A membership of {} waits for the next time.", place.committeeCode(), later);
                        }
                    }
                }));
    }

    private static Refusal ended(String code) {
        return Refusal.unauthorized(code, "Log in again.");
    }

    private static Refusal wrong(String code, String detail) {
        return Refusal.unprocessable(code, detail).field("code");
    }
}
