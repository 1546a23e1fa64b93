package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_WAITING;
import static cn.tongxin.db.cell.Tables.SEAT;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of who waits for a place in a full group. */
@Singleton
class WaitingList {
    /** How many wait for the group of the row. */
    static final Field<Integer> WAITERS = DSL.field(
                    DSL.selectCount().from(READING_WAITING).where(READING_WAITING.GROUP_ID.eq(READING_GROUP.ID)))
            .as("waiters");

    private final DSLContext sql;

    WaitingList(DSLContext sql) {
        this.sql = sql;
    }

    /** Somebody who waits, since when. */
    @Serdeable
    record Waiter(UUID seatId, String name, Instant since) {}

    /** At which place a seat waits for the group of the row, from one on; zero where it does not wait. */
    static Field<Integer> place(@Nullable UUID seat) {
        var mine = READING_WAITING.as("mine");
        return DSL.field(DSL.selectCount()
                        .from(READING_WAITING)
                        .join(mine)
                        .on(mine.GROUP_ID.eq(READING_WAITING.GROUP_ID))
                        .and(DSL.row(READING_WAITING.ASKED_AT, READING_WAITING.SEAT_ID)
                                .le(mine.ASKED_AT, mine.SEAT_ID))
                        .where(READING_WAITING.GROUP_ID.eq(READING_GROUP.ID))
                        .and(mine.SEAT_ID.eq(seat)))
                .as("place");
    }

    /** Whoever asked first first. */
    List<Waiter> of(UUID group) {
        return sql.select(READING_WAITING.SEAT_ID, SEAT.NAME, READING_WAITING.ASKED_AT)
                .from(READING_WAITING)
                .join(SEAT)
                .on(SEAT.ID.eq(READING_WAITING.SEAT_ID))
                .where(READING_WAITING.GROUP_ID.eq(group))
                .orderBy(READING_WAITING.ASKED_AT, READING_WAITING.SEAT_ID)
                .fetch(row -> new Waiter(row.value1(), row.value2(), row.value3()));
    }

    /** False where the seat waits already. */
    boolean add(UUID group, UUID seat, Instant now) {
        return sql.insertInto(READING_WAITING)
                        .set(READING_WAITING.GROUP_ID, group)
                        .set(READING_WAITING.SEAT_ID, seat)
                        .set(READING_WAITING.ASKED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False where the seat did not wait. */
    boolean drop(UUID group, UUID seat) {
        return sql.deleteFrom(READING_WAITING)
                        .where(READING_WAITING.GROUP_ID.eq(group))
                        .and(READING_WAITING.SEAT_ID.eq(seat))
                        .execute()
                == 1;
    }
}
