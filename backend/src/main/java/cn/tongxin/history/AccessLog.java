package cn.tongxin.history;

import static cn.tongxin.db.cell.Tables.ACCESS_LOG;

import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jooq.DSLContext;

/** What is no move but must be known, refusals and exports, each in a transaction of its own, so that what failed is kept too. */
@Singleton
public class AccessLog {
    private final DSLContext sql;
    private final Transactions transactions;
    private final Clock clock;

    AccessLog(DSLContext sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** In the committee of the seat that acts. */
    public void note(String kind, String detail) {
        var caller = Caller.current();
        transactions.alone(() -> sql.insertInto(ACCESS_LOG)
                .set(ACCESS_LOG.ID, Ids.next())
                .set(ACCESS_LOG.AT, clock.instant())
                .set(ACCESS_LOG.SEAT_ID, caller.seat())
                .set(ACCESS_LOG.ACCOUNT_ID, caller.accountId())
                .set(ACCESS_LOG.KIND, kind)
                .set(ACCESS_LOG.CLIENT, caller.client().name())
                .set(ACCESS_LOG.IP, caller.ip())
                .set(ACCESS_LOG.DETAIL, detail)
                .execute());
    }
}
