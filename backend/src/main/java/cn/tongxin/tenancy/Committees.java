package cn.tongxin.tenancy;

import static cn.tongxin.db.platform.Tables.COMMITTEE;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The directory of committees: who there is, at which level, below whom. */
@Singleton
public class Committees {
    private final DSLContext sql;
    private final Transactions transactions;

    Committees(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** A committee as everybody on the platform may know it. */
    public record Entry(
            UUID id,
            String code,
            String name,
            String level,
            @Nullable String parentCode,
            String status) {
        public boolean isActive() {
            return status.equals("ACTIVE");
        }
    }

    /** All of them, by code. */
    public List<Entry> list() {
        return read(DSL.noCondition());
    }

    public Optional<Entry> find(UUID id) {
        return read(COMMITTEE.ID.eq(id)).stream().findFirst();
    }

    public Optional<Entry> findByCode(String code) {
        return read(COMMITTEE.CODE.eq(code)).stream().findFirst();
    }

    /** The committees one level below. */
    public List<Entry> children(String code) {
        return read(COMMITTEE.PARENT_CODE.eq(code));
    }

    private List<Entry> read(Condition which) {
        return transactions.alone(() -> sql.select(
                        COMMITTEE.ID,
                        COMMITTEE.CODE,
                        COMMITTEE.NAME,
                        COMMITTEE.LEVEL,
                        COMMITTEE.PARENT_CODE,
                        COMMITTEE.STATUS)
                .from(COMMITTEE)
                .where(which)
                .orderBy(COMMITTEE.CODE)
                .fetch(row ->
                        new Entry(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6())));
    }
}
