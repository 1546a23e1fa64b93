package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_VISIT;

import cn.tongxin.http.Cursor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of visits. */
@Singleton
class Visits {
    private final DSLContext sql;

    Visits(DSLContext sql) {
        this.sql = sql;
    }

    /** False where the id is taken already. */
    boolean insert(Visit visit, UUID inviter) {
        return sql.insertInto(READING_VISIT)
                        .set(READING_VISIT.ID, visit.id())
                        .set(READING_VISIT.GROUP_ID, visit.groupId())
                        .set(READING_VISIT.SEAT_ID, visit.seatId())
                        .set(READING_VISIT.INVITED, visit.invited())
                        .set(READING_VISIT.INVITED_AT, visit.invitedAt())
                        .set(READING_VISIT.INVITER_ID, inviter)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Visit> find(UUID id) {
        return one(READING_VISIT.ID.eq(id));
    }

    Optional<Visit> findBySeat(@Nullable UUID seat) {
        return one(READING_VISIT.SEAT_ID.eq(seat));
    }

    /** By the order in which they were invited. */
    List<Visit> page(UUID group, @Nullable Cursor after, int limit) {
        return fetch(
                READING_VISIT
                        .GROUP_ID
                        .eq(group)
                        .and(after == null ? DSL.noCondition() : READING_VISIT.ID.gt(after.id())),
                limit + 1);
    }

    /** Those of a group that are not over. */
    List<Visit> open(UUID group) {
        return fetch(READING_VISIT.GROUP_ID.eq(group).and(READING_VISIT.ENDED_AT.isNull()), Integer.MAX_VALUE);
    }

    void begin(UUID id, String name, String committee, Instant now) {
        sql.update(READING_VISIT)
                .set(READING_VISIT.NAME, name)
                .set(READING_VISIT.COMMITTEE, committee)
                .set(READING_VISIT.BEGUN_AT, DSL.coalesce(READING_VISIT.BEGUN_AT, DSL.val(now)))
                .where(READING_VISIT.ID.eq(id))
                .execute();
    }

    void end(UUID id, Instant now) {
        sql.update(READING_VISIT)
                .set(READING_VISIT.ENDED_AT, now)
                .where(READING_VISIT.ID.eq(id))
                .execute();
    }

    private Optional<Visit> one(Condition which) {
        return fetch(which, 1).stream().findFirst();
    }

    private List<Visit> fetch(Condition which, int limit) {
        return sql.select(
                        READING_VISIT.ID,
                        READING_VISIT.GROUP_ID,
                        READING_VISIT.SEAT_ID,
                        READING_VISIT.INVITED,
                        READING_VISIT.INVITED_AT,
                        READING_VISIT.NAME,
                        READING_VISIT.COMMITTEE,
                        READING_VISIT.BEGUN_AT,
                        READING_VISIT.ENDED_AT)
                .from(READING_VISIT)
                .where(which)
                .orderBy(READING_VISIT.ID)
                .limit(limit)
                .fetch(row -> new Visit(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9()));
    }
}
