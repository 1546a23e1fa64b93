package cn.tongxin.identity;

import static cn.tongxin.db.platform.Tables.DEVICE_SESSION;
import static cn.tongxin.db.platform.Tables.ENDED_SESSION;
import static cn.tongxin.db.platform.Tables.MINTED_TOKEN;

import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Which tokens are over before their time: those of a session that has ended, and those of a telephone that was. Keycloak gives
 * whoever logs in again in the same browser his session's old name, so an end counts for those who had logged in before it.
 */
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

    /** What became of the session behind a token. */
    enum End {
        NONE,
        OVER,
        REPLACED
    }

    /** A token minted here is good only while its device session is; any other while its session has not been ended. */
    End of(Tokens.Token token) {
        var minted = isMinted(token);
        if (!minted && token.sid() == null) {
            return End.NONE;
        }
        return transactions.alone(() -> {
            if (minted) {
                return isHeld(token) ? End.NONE : End.OVER;
            }
            return sql.select(ENDED_SESSION.REPLACED)
                    .from(ENDED_SESSION)
                    .where(ENDED_SESSION.SID.eq(token.sid()))
                    .and(ENDED_SESSION.ENDED_AT.ge(token.authenticatedAt()))
                    .fetchOptional(ENDED_SESSION.REPLACED)
                    .map(replaced -> replaced ? End.REPLACED : End.OVER)
                    .orElse(End.NONE);
        });
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
                    var over = sql.select(ENDED_SESSION.SID, ENDED_SESSION.ENDED_AT)
                            .from(ENDED_SESSION)
                            .where(ENDED_SESSION.SID.in(tokens.stream()
                                    .map(Tokens.Token::sid)
                                    .filter(Objects::nonNull)
                                    .toList()))
                            .fetchMap(ENDED_SESSION.SID, ENDED_SESSION.ENDED_AT);
                    return tokens.stream()
                            .filter(token -> isMinted(token)
                                    ? !held.contains(token.hash())
                                    : !over.getOrDefault(String.valueOf(token.sid()), Instant.MIN)
                                            .isBefore(token.authenticatedAt()))
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

    /** Keycloak has told us. */
    void end(String sid) {
        transactions.alone(() -> {
            end(sid, false);
            return null;
        });
    }

    /** Within the transaction in which a newer session at the console takes this one's place. */
    void replace(String sid) {
        end(sid, true);
    }

    private void end(String sid, boolean replaced) {
        var now = clock.instant();
        sql.deleteFrom(ENDED_SESSION)
                .where(ENDED_SESSION.ENDED_AT.lt(now.minus(Duration.ofDays(1))))
                .execute();
        sql.insertInto(ENDED_SESSION)
                .set(ENDED_SESSION.SID, sid)
                .set(ENDED_SESSION.ENDED_AT, now)
                .set(ENDED_SESSION.REPLACED, replaced)
                .onConflict(ENDED_SESSION.SID)
                .doUpdate()
                .set(ENDED_SESSION.ENDED_AT, now)
                .set(ENDED_SESSION.REPLACED, replaced ? DSL.val(true) : ENDED_SESSION.REPLACED)
                .execute();
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
