package cn.tongxin.identity;

import static cn.tongxin.db.platform.Tables.CONSOLE_SESSION;

import cn.tongxin.tenancy.Transactions;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One session at the console a person (domain 5.2): the newest takes the place of the one before, which ends here and in Keycloak. */
@Singleton
class ConsoleSessions {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleSessions.class);
    private static final String CONSOLE = "tongxin-console";

    private final DSLContext sql;
    private final Transactions transactions;
    private final EndedSessions ended;
    private final Accounts accounts;
    private final Keycloak keycloak;
    private final DoorLog log;

    ConsoleSessions(
            DSLContext sql,
            Transactions transactions,
            EndedSessions ended,
            Accounts accounts,
            Keycloak keycloak,
            DoorLog log) {
        this.sql = sql;
        this.transactions = transactions;
        this.ended = ended;
        this.accounts = accounts;
        this.keycloak = keycloak;
        this.log = log;
    }

    /**
     * Lets this token's session take the place of its person's one before.
     *
     * @return the session that this ended; it is the token's own where a newer one holds the place already
     */
    Optional<String> take(Tokens.Token token) {
        var sid = token.sid();
        if (!CONSOLE.equals(token.client()) || sid == null) {
            return Optional.empty();
        }
        var replaced = transactions.alone(() -> replace(token, sid));
        replaced.ifPresent(over -> {
            var account = transactions.alone(() -> accounts.findBySubject(token.subject()));
            log.note("login.replaced", account.map(Accounts.Account::id).orElse(null), null, over);
            endAtIssuer(over);
        });
        return replaced;
    }

    private Optional<String> replace(Tokens.Token token, String sid) {
        var mine = CONSOLE_SESSION.SUBJECT.eq(token.subject());
        if (sql.fetchExists(CONSOLE_SESSION, mine.and(CONSOLE_SESSION.SID.eq(sid)))) {
            return Optional.empty();
        }
        var first = sql.insertInto(CONSOLE_SESSION)
                        .set(CONSOLE_SESSION.SUBJECT, token.subject())
                        .set(CONSOLE_SESSION.SID, sid)
                        .set(CONSOLE_SESSION.STARTED_AT, token.authenticatedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
        if (first) {
            return Optional.empty();
        }
        var before = sql.selectFrom(CONSOLE_SESSION).where(mine).forUpdate().fetchSingle();
        if (before.getSid().equals(sid)) {
            return Optional.empty();
        }
        if (before.getStartedAt().isAfter(token.authenticatedAt())) {
            ended.replace(sid);
            return Optional.of(sid);
        }
        ended.replace(before.getSid());
        sql.update(CONSOLE_SESSION)
                .set(CONSOLE_SESSION.SID, sid)
                .set(CONSOLE_SESSION.STARTED_AT, token.authenticatedAt())
                .where(mine)
                .execute();
        return Optional.of(before.getSid());
    }

    /**
     * Keycloak forgets the session too, so that logging in again makes another one. Where that fails now, it is tried again as
     * soon as somebody comes with a token of this session.
     */
    void endAtIssuer(String sid) {
        try {
            keycloak.endSession(sid);
        } catch (RuntimeException later) {
            LOG.warn("Keycloak keeps a session that is over here.", later);
        }
    }
}
