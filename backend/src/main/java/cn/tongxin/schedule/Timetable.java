package cn.tongxin.schedule;

import static cn.tongxin.db.cell.Tables.TIMED_MOVE;

import cn.tongxin.schedule.TimedMove.Due;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The SQL of what time has done. */
@Singleton
public class Timetable {
    private static final int TRIES = 5;

    private final DSLContext sql;
    private final Clock clock;

    Timetable(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Not made yet for this deadline, nor given up. */
    public Condition isOpen(String name, Field<UUID> subject, Field<LocalDate> deadline) {
        return DSL.notExists(DSL.selectOne()
                .from(TIMED_MOVE)
                .where(TIMED_MOVE.NAME.eq(name))
                .and(TIMED_MOVE.SUBJECT_ID.eq(subject))
                .and(TIMED_MOVE.DEADLINE.eq(deadline))
                .and(TIMED_MOVE.MADE_AT.isNotNull().or(TIMED_MOVE.FAILURES.ge(TRIES))));
    }

    /** Notes that it is made in this transaction; false where another has made it. */
    boolean claim(String name, Due due) {
        return sql.insertInto(TIMED_MOVE)
                        .set(TIMED_MOVE.NAME, name)
                        .set(TIMED_MOVE.SUBJECT_ID, due.id())
                        .set(TIMED_MOVE.DEADLINE, due.deadline())
                        .set(TIMED_MOVE.MADE_AT, clock.instant())
                        .onConflict(TIMED_MOVE.TENANT_ID, TIMED_MOVE.NAME, TIMED_MOVE.SUBJECT_ID, TIMED_MOVE.DEADLINE)
                        .doUpdate()
                        .set(TIMED_MOVE.MADE_AT, clock.instant())
                        .where(TIMED_MOVE.MADE_AT.isNull())
                        .execute()
                == 1;
    }

    void failed(String name, Due due, RuntimeException failure) {
        sql.insertInto(TIMED_MOVE)
                .set(TIMED_MOVE.NAME, name)
                .set(TIMED_MOVE.SUBJECT_ID, due.id())
                .set(TIMED_MOVE.DEADLINE, due.deadline())
                .set(TIMED_MOVE.FAILURES, 1)
                .set(TIMED_MOVE.ERROR, String.valueOf(failure))
                .onConflict(TIMED_MOVE.TENANT_ID, TIMED_MOVE.NAME, TIMED_MOVE.SUBJECT_ID, TIMED_MOVE.DEADLINE)
                .doUpdate()
                .set(TIMED_MOVE.FAILURES, TIMED_MOVE.FAILURES.plus(1))
                .set(TIMED_MOVE.ERROR, String.valueOf(failure))
                .execute();
    }
}
