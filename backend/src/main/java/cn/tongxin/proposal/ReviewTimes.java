package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.schedule.TimedMove;
import cn.tongxin.schedule.Timetable;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** What time does to reviews: who holds the stage is reminded once a deadline has passed, once for each. */
@Factory
class ReviewTimes {
    private final LateReviews late;
    private final Proposals proposals;
    private final Timetable timetable;
    private final History history;
    private final DSLContext sql;

    ReviewTimes(LateReviews late, Proposals proposals, Timetable timetable, History history, DSLContext sql) {
        this.late = late;
        this.proposals = proposals;
        this.timetable = timetable;
        this.history = history;
        this.sql = sql;
    }

    @Singleton
    @Named("proposal.review-late")
    TimedMove reviewLate() {
        return new Reminder("proposal.review-late", PROPOSAL.REVIEW_BY, LateReviews::ofStages);
    }

    @Singleton
    @Named("proposal.result-late")
    TimedMove resultLate() {
        return new Reminder("proposal.result-late", PROPOSAL.RECEIVED_ON, late::ofResults);
    }

    private final class Reminder implements TimedMove {
        private final String name;
        private final Field<LocalDate> deadline;
        private final Function<LocalDate, Condition> which;

        Reminder(String name, Field<LocalDate> deadline, Function<LocalDate, Condition> which) {
            this.name = name;
            this.deadline = deadline;
            this.which = which;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<Due> due(LocalDate today, int limit) {
            return sql.select(PROPOSAL.ID, deadline)
                    .from(PROPOSAL)
                    .where(which.apply(today))
                    .and(timetable.isOpen(name, PROPOSAL.ID, deadline))
                    .orderBy(deadline, PROPOSAL.ID)
                    .limit(limit)
                    .forUpdate()
                    .of(PROPOSAL)
                    .skipLocked()
                    .fetch(row -> new Due(row.value1(), row.value2()));
        }

        @Override
        public void make(Due due) {
            var proposal = proposals.get(due.id());
            history.record(Line.of(name, Proposal.SUBJECT, due.id())
                    .moved(proposal.status(), proposal.status())
                    .with("stage", proposal.stage()));
        }
    }
}
