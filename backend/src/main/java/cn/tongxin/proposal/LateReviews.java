package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.Settings;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jooq.Condition;

/** Reviews whose day has passed: that of a stage, or that on which the proponent was to know the result. What was brought in from the past is not late. */
@Singleton
class LateReviews {
    private final Settings settings;
    private final Calendar calendar;

    LateReviews(Settings settings, Calendar calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    static Condition ofStages(LocalDate today) {
        return PROPOSAL.STATUS
                .eq(ProposalStatus.IN_REVIEW.name())
                .and(PROPOSAL.REVIEW_BY.lt(today))
                .and(PROPOSAL.IMPORTED.isFalse());
    }

    Condition ofResults(LocalDate today) {
        return PROPOSAL.STATUS
                .in(ProposalStatus.SUBMITTED.name(), ProposalStatus.IN_REVIEW.name())
                .and(PROPOSAL.RECEIVED_ON.le(latest(today)))
                .and(PROPOSAL.APPEALED_ON.isNull().or(PROPOSAL.APPEALED_ON.le(latest(today))))
                .and(PROPOSAL.IMPORTED.isFalse());
    }

    /** The latest day of receipt whose result was to be told before today. */
    private LocalDate latest(LocalDate today) {
        var within = settings.proposalRules().tellResultWithin();
        var days = calendar.workingDays();
        var day = today.minusDays(within.n());
        while (!days.due(day, within).date().isBefore(today)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
