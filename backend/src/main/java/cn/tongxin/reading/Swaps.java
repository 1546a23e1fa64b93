package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_SESSION;
import static cn.tongxin.db.cell.Tables.READING_SWAP;

import cn.tongxin.db.cell.tables.Seat;
import cn.tongxin.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The SQL of swaps between hosts. */
@Singleton
class Swaps {
    private static final Seat FROM = Seat.SEAT.as("from_seat");
    private static final Seat TO = Seat.SEAT.as("to_seat");

    private final DSLContext sql;

    Swaps(DSLContext sql) {
        this.sql = sql;
    }

    /** A swap with the names of the two. */
    record Found(Swap swap, String fromName, String toName, Instant askedAt) {}

    /** Holds the row, so that of two who settle it the second sees the first. */
    Swap lock(UUID session, UUID id) {
        return sql.selectFrom(READING_SWAP)
                .where(READING_SWAP.ID.eq(id))
                .and(READING_SWAP.SESSION_ID.eq(session))
                .forUpdate()
                .fetchOptional(row -> new Swap(
                        row.getId(),
                        row.getSessionId(),
                        row.getFromId(),
                        row.getToId(),
                        Swap.Status.valueOf(row.getStatus())))
                .orElseThrow(Refusal::notFound);
    }

    List<Found> ofSession(UUID session) {
        return select(READING_SWAP.SESSION_ID.eq(session));
    }

    List<Found> ofGroup(UUID group) {
        return select(READING_SWAP
                .SESSION_ID
                .in(sql.select(READING_SESSION.ID).from(READING_SESSION).where(READING_SESSION.GROUP_ID.eq(group)))
                .and(READING_SWAP.STATUS.in(Swap.Status.REQUESTED.name(), Swap.Status.ACCEPTED.name())));
    }

    private List<Found> select(Condition which) {
        return sql.select(READING_SWAP.fields())
                .select(FROM.NAME, TO.NAME)
                .from(READING_SWAP)
                .join(FROM)
                .on(FROM.ID.eq(READING_SWAP.FROM_ID))
                .join(TO)
                .on(TO.ID.eq(READING_SWAP.TO_ID))
                .where(which)
                .orderBy(READING_SWAP.ASKED_AT, READING_SWAP.ID)
                .fetch(row -> new Found(
                        new Swap(
                                row.get(READING_SWAP.ID),
                                row.get(READING_SWAP.SESSION_ID),
                                row.get(READING_SWAP.FROM_ID),
                                row.get(READING_SWAP.TO_ID),
                                Swap.Status.valueOf(row.get(READING_SWAP.STATUS))),
                        row.get(FROM.NAME),
                        row.get(TO.NAME),
                        row.get(READING_SWAP.ASKED_AT)));
    }

    /** False where the id is taken or the session has an open swap already. */
    boolean insert(Swap swap, Instant now) {
        return sql.insertInto(READING_SWAP)
                        .set(READING_SWAP.ID, swap.id())
                        .set(READING_SWAP.SESSION_ID, swap.sessionId())
                        .set(READING_SWAP.FROM_ID, swap.from())
                        .set(READING_SWAP.TO_ID, swap.to())
                        .set(READING_SWAP.STATUS, swap.status().name())
                        .set(READING_SWAP.ASKED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The session has another host by now, or is not to come any more: what was asked about it is over. */
    void closeOpen(UUID session, Instant now) {
        sql.update(READING_SWAP)
                .set(READING_SWAP.STATUS, Swap.Status.WITHDRAWN.name())
                .set(READING_SWAP.SETTLED_AT, now)
                .where(READING_SWAP.SESSION_ID.eq(session))
                .and(READING_SWAP.STATUS.in(Swap.Status.REQUESTED.name(), Swap.Status.ACCEPTED.name()))
                .execute();
    }

    void update(Swap swap, Instant now) {
        var update =
                sql.update(READING_SWAP).set(READING_SWAP.STATUS, swap.status().name());
        (swap.status().isOpen() ? update : update.set(READING_SWAP.SETTLED_AT, now))
                .where(READING_SWAP.ID.eq(swap.id()))
                .execute();
    }
}
