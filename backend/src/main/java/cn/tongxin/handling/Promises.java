package cn.tongxin.handling;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_PROMISE;
import static cn.tongxin.db.cell.Tables.HANDLING_PROMISE_REPORT;
import static cn.tongxin.db.cell.Tables.HANDLING_REPLY;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.handling.PromiseView.Report;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of following promises: those of replies that stand and that the proponent has. */
@Singleton
class Promises {
    /** What the last report says. */
    private static final Field<String> STATE = DSL.coalesce(
            DSL.field(DSL.select(HANDLING_PROMISE_REPORT.STATE)
                    .from(HANDLING_PROMISE_REPORT)
                    .where(HANDLING_PROMISE_REPORT.PROMISE_ID.eq(HANDLING_PROMISE.ID))
                    .orderBy(HANDLING_PROMISE_REPORT.CREATED_AT.desc(), HANDLING_PROMISE_REPORT.ID.desc())
                    .limit(DSL.inline(1))),
            DSL.inline(PromiseState.OPEN.name()));

    private final DSLContext sql;
    private final Assignments assignments;

    Promises(DSLContext sql, Assignments assignments) {
        this.sql = sql;
        this.assignments = assignments;
    }

    /** A promise and the assignment in whose reply it was made. */
    record Followed(
            UUID id,
            Assignment assignment,
            Promise promise,
            PromiseState state,
            @Nullable LocalDate urgedOn) {}

    static Condition in(PromiseState state) {
        return STATE.eq(state.name());
    }

    Followed get(UUID id) {
        return page(HANDLING_PROMISE.ID.eq(id), null, 1).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    /** The one due first comes first. */
    List<Followed> page(Condition which, @Nullable Cursor after, int limit) {
        return sql.select(HANDLING_ASSIGNMENT.fields())
                .select(HANDLING_PROMISE.ID, HANDLING_PROMISE.TEXT, HANDLING_PROMISE.DUE_ON, HANDLING_PROMISE.OWNER)
                .select(HANDLING_PROMISE.URGED_ON, STATE.as("state"))
                .from(HANDLING_PROMISE)
                .join(HANDLING_REPLY)
                .on(HANDLING_REPLY.ID.eq(HANDLING_PROMISE.REPLY_ID))
                .join(HANDLING_ASSIGNMENT)
                .on(HANDLING_ASSIGNMENT.ID.eq(HANDLING_REPLY.ASSIGNMENT_ID))
                .where(which)
                .and(Replies.stands())
                .and(HANDLING_REPLY.RELEASED_AT.isNotNull())
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(HANDLING_PROMISE.DUE_ON, HANDLING_PROMISE.ID)
                                        .gt(after.day(), after.id()))
                .orderBy(HANDLING_PROMISE.DUE_ON, HANDLING_PROMISE.ID)
                .limit(Page.rows(limit))
                .fetch(row -> new Followed(
                        row.get(HANDLING_PROMISE.ID),
                        assignments.read(row),
                        new Promise(
                                row.get(HANDLING_PROMISE.TEXT),
                                row.get(HANDLING_PROMISE.DUE_ON),
                                row.get(HANDLING_PROMISE.OWNER)),
                        PromiseState.valueOf(row.get("state", String.class)),
                        row.get(HANDLING_PROMISE.URGED_ON)));
    }

    /** By promise, the latest first. */
    Map<UUID, List<Report>> reports(Collection<UUID> promises) {
        return sql.select(
                        HANDLING_PROMISE_REPORT.PROMISE_ID,
                        HANDLING_PROMISE_REPORT.STATE,
                        HANDLING_PROMISE_REPORT.TEXT,
                        HANDLING_PROMISE_REPORT.REPORTED_ON,
                        SEAT.NAME)
                .from(HANDLING_PROMISE_REPORT)
                .join(SEAT)
                .on(SEAT.ID.eq(HANDLING_PROMISE_REPORT.SEAT_ID))
                .where(HANDLING_PROMISE_REPORT.PROMISE_ID.in(promises))
                .orderBy(HANDLING_PROMISE_REPORT.CREATED_AT.desc(), HANDLING_PROMISE_REPORT.ID.desc())
                .fetchGroups(
                        HANDLING_PROMISE_REPORT.PROMISE_ID,
                        row -> new Report(
                                PromiseState.valueOf(row.value2()), row.value3(), row.value4(), row.value5()));
    }

    /** False where the id is taken. */
    boolean insert(UUID id, UUID promise, PromiseState state, String text, UUID seat, LocalDate on, Instant at) {
        return sql.insertInto(HANDLING_PROMISE_REPORT)
                        .set(HANDLING_PROMISE_REPORT.ID, id)
                        .set(HANDLING_PROMISE_REPORT.PROMISE_ID, promise)
                        .set(HANDLING_PROMISE_REPORT.STATE, state.name())
                        .set(HANDLING_PROMISE_REPORT.TEXT, text)
                        .set(HANDLING_PROMISE_REPORT.REPORTED_ON, on)
                        .set(HANDLING_PROMISE_REPORT.SEAT_ID, seat)
                        .set(HANDLING_PROMISE_REPORT.CREATED_AT, at)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void noteUrged(UUID id, LocalDate on) {
        sql.update(HANDLING_PROMISE)
                .set(HANDLING_PROMISE.URGED_ON, on)
                .where(HANDLING_PROMISE.ID.eq(id))
                .execute();
    }

    boolean isOf(UUID report, UUID promise, UUID seat) {
        return sql.fetchExists(
                HANDLING_PROMISE_REPORT,
                HANDLING_PROMISE_REPORT
                        .ID
                        .eq(report)
                        .and(HANDLING_PROMISE_REPORT.PROMISE_ID.eq(promise))
                        .and(HANDLING_PROMISE_REPORT.SEAT_ID.eq(seat)));
    }
}
