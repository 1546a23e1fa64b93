package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_PROMISE;
import static cn.tongxin.db.cell.Tables.HANDLING_PROMISE_REPORT;
import static cn.tongxin.db.cell.Tables.HANDLING_REPLY;
import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;

import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import cn.tongxin.unit.Units;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.TableLike;
import org.jooq.impl.DSL;

/** Promises of which nobody has said yet what became of them: a unit is told some days before, the office when it is late. */
@Singleton
class WaitingPromises implements Waiting {
    private static final int DAYS_BEFORE = 14;
    private static final TableLike<?> PROMISES = HANDLING_PROMISE
            .join(HANDLING_REPLY)
            .on(HANDLING_REPLY.ID.eq(HANDLING_PROMISE.REPLY_ID))
            .join(HANDLING_ASSIGNMENT)
            .on(HANDLING_ASSIGNMENT.ID.eq(HANDLING_REPLY.ASSIGNMENT_ID))
            .join(HANDLING_UNIT)
            .on(HANDLING_UNIT.ID.eq(HANDLING_ASSIGNMENT.UNIT_ID));
    private static final Field<String> LAST_SAID = DSL.field(DSL.select(HANDLING_PROMISE_REPORT.STATE)
            .from(HANDLING_PROMISE_REPORT)
            .where(HANDLING_PROMISE_REPORT.PROMISE_ID.eq(HANDLING_PROMISE.ID))
            .orderBy(HANDLING_PROMISE_REPORT.CREATED_AT.desc(), HANDLING_PROMISE_REPORT.ID.desc())
            .limit(DSL.inline(1)));
    private static final Condition OPEN = HANDLING_REPLY
            .RELEASED_AT
            .isNotNull()
            .and(HANDLING_REPLY.TAKEN_BACK_ON.isNull())
            .and(HANDLING_REPLY.REJECTED_ON.isNull())
            .and(HANDLING_ASSIGNMENT.STATUS.notIn("RETURNED", "CANCELLED"))
            .and(DSL.coalesce(LAST_SAID, DSL.inline("OPEN")).eq("OPEN"));

    private final Units units;

    WaitingPromises(Units units) {
        this.units = units;
    }

    @Override
    public Stream<WaitingQuery> of(Caller caller, LocalDate today) {
        var all = new ArrayList<WaitingQuery>();
        var handedOut = WaitingAssignments.handedOutBy(caller);
        if (!handedOut.isEmpty()) {
            var late =
                    HANDLING_PROMISE.DUE_ON.lt(today).and(WaitingAssignments.unurged(HANDLING_PROMISE.URGED_ON, today));
            all.add(promises(
                            Todo.Verb.URGE_PROMISE,
                            HANDLING_ASSIGNMENT.SUBJECT_TYPE.in(handedOut).and(late))
                    .showing(
                            HANDLING_PROMISE.ID,
                            WaitingAssignments.withUnit(HANDLING_PROMISE.TEXT),
                            HANDLING_REPLY.REPLIED_ON));
        }
        if (caller.hasAny(Role.UNIT_CLERK, Role.UNIT_LEADER) && caller.unit() != null) {
            var near = HANDLING_PROMISE.DUE_ON.le(today.plusDays(DAYS_BEFORE));
            all.add(promises(
                            Todo.Verb.KEEP_PROMISE,
                            HANDLING_ASSIGNMENT
                                    .UNIT_ID
                                    .in(units.standsFor(caller.unit(), today))
                                    .and(near))
                    .showing(HANDLING_PROMISE.ID, HANDLING_PROMISE.TEXT, HANDLING_REPLY.REPLIED_ON));
        }
        return all.stream();
    }

    private static WaitingQuery promises(Todo.Verb verb, Condition which) {
        return WaitingQuery.of(verb, "promise", PROMISES, which.and(OPEN)).until(HANDLING_PROMISE.DUE_ON);
    }
}
