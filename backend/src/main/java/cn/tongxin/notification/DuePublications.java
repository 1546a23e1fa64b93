package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_PUBLICATION;

import cn.tongxin.committee.Settings;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jooq.impl.DSL;

/**
 * What the public is to read of filed proposals and nobody has proposed yet: it waits for the office from some days before
 * its time is over (domain, Appendix A: public titles and text).
 */
@Singleton
class DuePublications {
    private static final int DAYS_BEFORE = 5;

    private final Deadlines deadlines;
    private final Settings settings;

    DuePublications(Deadlines deadlines, Settings settings) {
        this.deadlines = deadlines;
        this.settings = settings;
    }

    WaitingQuery of(LocalDate today) {
        var dueOn = deadlines.after(PROPOSAL.FILED_ON, settings.publishWithin(), today);
        return WaitingQuery.of(
                        Todo.Verb.PUBLISH,
                        "publication",
                        PROPOSAL,
                        PROPOSAL.CASE_NO
                                .isNotNull()
                                .and(dueOn.le(today.plusDays(DAYS_BEFORE)))
                                .and(PROPOSAL.OPEN_TO_PUBLIC)
                                .and(PROPOSAL.IMPORTED.isFalse())
                                .andNotExists(DSL.selectOne()
                                        .from(PROPOSAL_PUBLICATION)
                                        .where(PROPOSAL_PUBLICATION.PROPOSAL_ID.eq(PROPOSAL.ID))))
                .showing(PROPOSAL.ID, PROPOSAL.TITLE, PROPOSAL.FILED_ON)
                .until(dueOn);
    }
}
