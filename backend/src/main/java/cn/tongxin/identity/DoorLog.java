package cn.tongxin.identity;

import static cn.tongxin.db.platform.Tables.DOOR_LOG;

import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Log-ins, refusals and the operator's acts before a committee is known, each in a transaction of its own, so that what failed is kept too. */
@Singleton
class DoorLog {
    private final DSLContext sql;
    private final Transactions transactions;
    private final Clock clock;

    DoorLog(DSLContext sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** At the platform's door, where no committee is known yet, or by the operator about one. */
    void note(String kind, @Nullable UUID account, @Nullable UUID committee, @Nullable String detail) {
        var caller = Caller.current();
        transactions.alone(() -> sql.insertInto(DOOR_LOG)
                .set(DOOR_LOG.ID, Ids.next())
                .set(DOOR_LOG.AT, clock.instant())
                .set(DOOR_LOG.KIND, kind)
                .set(DOOR_LOG.ACCOUNT_ID, account == null ? caller.accountId() : account)
                .set(DOOR_LOG.COMMITTEE_ID, committee)
                .set(DOOR_LOG.CLIENT, caller.client().name())
                .set(DOOR_LOG.IP, caller.ip())
                .set(DOOR_LOG.DETAIL, detail)
                .execute());
    }
}
