package cn.tongxin.identity;

import static cn.tongxin.db.platform.Tables.DEVICE_SESSION;
import static cn.tongxin.db.platform.Tables.ENDED_SESSION;
import static cn.tongxin.db.platform.Tables.MINTED_TOKEN;

import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Which tokens are over before their time: those of a session that Keycloak ended, and those of a telephone that was. */
@Singleton
class EndedSessions {
    private final DSLContext sql;
    private final Transactions transactions;
    private final Clock clock;

    EndedSessions(DSLContext sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A token minted here is good only while its device session is; any other while its session has not been ended. */
    boolean covers(Tokens.Token token) {
        var minted = isMinted(token);
        if (!minted && token.sid() == null) {
            return false;
        }
        return Caller.anybody(null).call(() -> transactions.alone(() -> minted ? !isHeld(token) : isEnded(token)));
    }

    /** The same of many at once: the hashes of those that are over. */
    Set<String> among(Collection<Tokens.Token> tokens) {
        return Caller.anybody(null)
                .call(() -> transactions.alone(() -> {
                    var minted = tokens.stream().filter(EndedSessions::isMinted).toList();
                    var held = Set.copyOf(sql.select(MINTED_TOKEN.TOKEN_HASH)
                            .from(MINTED_TOKEN)
                            .join(DEVICE_SESSION)
                            .on(DEVICE_SESSION.ID.eq(MINTED_TOKEN.DEVICE_SESSION_ID))
                            .where(MINTED_TOKEN.TOKEN_HASH.in(
                                    minted.stream().map(Tokens.Token::hash).toList()))
                            .and(isOpen())
                            .fetch(MINTED_TOKEN.TOKEN_HASH));
                    var over = Set.copyOf(sql.select(ENDED_SESSION.SID)
                            .from(ENDED_SESSION)
                            .where(ENDED_SESSION.SID.in(tokens.stream()
                                    .map(Tokens.Token::sid)
                                    .filter(Objects::nonNull)
                                    .toList()))
                            .fetch(ENDED_SESSION.SID));
                    return tokens.stream()
                            .filter(token -> isMinted(token)
                                    ? !held.contains(token.hash())
                                    : token.sid() != null && over.contains(token.sid()))
                            .map(Tokens.Token::hash)
                            .collect(Collectors.toSet());
                }));
    }

    private static boolean isMinted(Tokens.Token token) {
        return KeycloakSettings.CLIENT.equals(token.client());
    }

    private Condition isOpen() {
        return DEVICE_SESSION.REVOKED_AT.isNull().and(DEVICE_SESSION.EXPIRES_AT.gt(clock.instant()));
    }

    void end(String sid) {
        var now = clock.instant();
        transactions.alone(() -> {
            sql.deleteFrom(ENDED_SESSION)
                    .where(ENDED_SESSION.ENDED_AT.lt(now.minus(Duration.ofDays(1))))
                    .execute();
            return sql.insertInto(ENDED_SESSION)
                    .set(ENDED_SESSION.SID, sid)
                    .set(ENDED_SESSION.ENDED_AT, now)
                    .onConflictDoNothing()
                    .execute();
        });
    }

    private boolean isEnded(Tokens.Token token) {
        return sql.fetchExists(sql.selectOne().from(ENDED_SESSION).where(ENDED_SESSION.SID.eq(token.sid())));
    }

    private boolean isHeld(Tokens.Token token) {
        return sql.fetchExists(sql.selectOne()
                .from(MINTED_TOKEN)
                .join(DEVICE_SESSION)
                .on(DEVICE_SESSION.ID.eq(MINTED_TOKEN.DEVICE_SESSION_ID))
                .where(MINTED_TOKEN.TOKEN_HASH.eq(token.hash()))
                .and(isOpen()));
    }
}
