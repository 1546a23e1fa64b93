package cn.tongxin.quiz;

import static cn.tongxin.db.cell.Tables.QUIZ;
import static cn.tongxin.db.cell.Tables.QUIZ_ATTEMPT;

import cn.tongxin.schedule.TimedMove;
import cn.tongxin.schedule.Timetable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** What time does to quizzes: it ends attempts that nobody handed in, and closes what is over. */
@Factory
class QuizTimes {
    private final Quizzes quizzes;
    private final Attempts attempts;
    private final AttemptActions attempting;
    private final QuizActions actions;
    private final Timetable timetable;
    private final DSLContext sql;
    private final Clock clock;

    QuizTimes(
            Quizzes quizzes,
            Attempts attempts,
            AttemptActions attempting,
            QuizActions actions,
            Timetable timetable,
            DSLContext sql,
            Clock clock) {
        this.quizzes = quizzes;
        this.attempts = attempts;
        this.attempting = attempting;
        this.actions = actions;
        this.timetable = timetable;
        this.sql = sql;
        this.clock = clock;
    }

    /** The minutes of grace have passed as well: what was saved is handed in. */
    @Singleton
    @Named("quiz.expire-attempt")
    TimedMove expireAttempt() {
        return new Timed(
                "quiz.expire-attempt",
                QUIZ_ATTEMPT,
                QUIZ_ATTEMPT.ID,
                QUIZ_ATTEMPT.STARTED_ON,
                () -> QUIZ_ATTEMPT
                        .STATUS
                        .eq(Attempt.Status.STARTED.name())
                        .and(QUIZ_ATTEMPT.ENDS_AT.lt(clock.instant().minus(Quiz.GRACE))),
                id -> attempts.find(id).filter(Attempt::isOpen).ifPresent(attempting::expire));
    }

    @Singleton
    @Named("quiz.close")
    TimedMove close() {
        return new Timed(
                "quiz.close",
                QUIZ,
                QUIZ.ID,
                DSL.cast(QUIZ.CLOSES_AT, LocalDate.class),
                () -> QUIZ.STATUS.eq(QuizStatus.PUBLISHED.name()).and(QUIZ.CLOSES_AT.le(clock.instant())),
                id -> actions.end(quizzes.get(id), clock.instant()));
    }

    /** A move on the rows of one table whose moment has come. */
    private final class Timed implements TimedMove {
        private final String name;
        private final Table<?> table;
        private final Field<UUID> id;
        private final Field<LocalDate> deadline;
        private final Supplier<Condition> which;
        private final Consumer<UUID> making;

        Timed(
                String name,
                Table<?> table,
                Field<UUID> id,
                Field<LocalDate> deadline,
                Supplier<Condition> which,
                Consumer<UUID> making) {
            this.name = name;
            this.table = table;
            this.id = id;
            this.deadline = deadline;
            this.which = which;
            this.making = making;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Due> due(LocalDate today, int limit) {
            return sql.select(id, deadline)
                    .from(table)
                    .where(which.get())
                    .and(timetable.isOpen(name, id, deadline))
                    .orderBy(deadline, id)
                    .limit(limit)
                    .forUpdate()
                    .of(table)
                    .skipLocked()
                    .fetch(row -> new Due(row.value1(), row.value2()));
        }

        @Override
        public void make(Due due) {
            making.accept(due.id());
        }
    }
}
