package cn.tongxin.identity;

import static cn.tongxin.db.platform.Tables.DEVICE_SESSION;
import static cn.tongxin.db.platform.Tables.ENDED_SESSION;
import static cn.tongxin.db.platform.Tables.MINTED_TOKEN;

import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
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
        var minted = KeycloakSettings.CLIENT.equals(token.client());
        if (!minted && token.sid() == null) {
            return false;
        }
        return Caller.anybody(null).call(() -> transactions.alone(() -> minted ? !isHeld(token) : isEnded(token)));
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
                .and(DEVICE_SESSION.REVOKED_AT.isNull())
                .and(DEVICE_SESSION.EXPIRES_AT.gt(clock.instant())));
    }
}
