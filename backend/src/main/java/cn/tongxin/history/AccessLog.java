package cn.tongxin.history;

import static cn.tongxin.db.cell.Tables.ACCESS_LOG;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Client;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What is no move but must be known in a committee: who was refused, took something away, or looked under a seal. */
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

    /**
     * A line as it is read.
     *
     * @param name of the person whose seat it was
     * @param kind such as exported, phone.shown, refused
     * @param detail what it was about: words, an id, or method and path
     */
    @Serdeable
    record Line(
            UUID id,
            Instant at,
            @Nullable String name,
            String kind,
            Client client,
            @Nullable String ip,
            @Nullable String detail) {}

    /** One line about whoever acts now, in a transaction of its own, so that it stays when what follows fails. */
    public void note(String kind, @Nullable String detail) {
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

    List<Line> page(@Nullable String kind, @Nullable Cursor after, int limit) {
        return sql.select(
                        ACCESS_LOG.ID,
                        ACCESS_LOG.AT,
                        SEAT.NAME,
                        ACCESS_LOG.KIND,
                        ACCESS_LOG.CLIENT,
                        ACCESS_LOG.IP,
                        ACCESS_LOG.DETAIL)
                .from(ACCESS_LOG)
                .leftJoin(SEAT)
                .on(SEAT.ID.eq(ACCESS_LOG.SEAT_ID))
                .where(kind == null ? DSL.noCondition() : ACCESS_LOG.KIND.eq(kind))
                .and(after == null ? DSL.noCondition() : ACCESS_LOG.ID.lt(after.id()))
                .orderBy(ACCESS_LOG.ID.desc())
                .limit(Page.rows(limit))
                .fetch(row -> new Line(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Client.valueOf(row.value5()),
                        row.value6(),
                        row.value7()));
    }
}
