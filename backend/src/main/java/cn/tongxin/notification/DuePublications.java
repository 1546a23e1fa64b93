package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_REPLY;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_NEXT_REPLY;
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

    /** What is out has no reply yet, and there is one that its unit lets be public. */
    static WaitingQuery replies() {
        return WaitingQuery.of(
                        Todo.Verb.PUBLISH_REPLY,
                        "publication",
                        PROPOSAL_PUBLICATION.join(PROPOSAL).on(PROPOSAL.ID.eq(PROPOSAL_PUBLICATION.PROPOSAL_ID)),
                        PROPOSAL_PUBLICATION
                                .STATE
                                .eq("PUBLISHED")
                                .and(PROPOSAL_PUBLICATION.REPLY.isNull())
                                .andNotExists(DSL.selectOne()
                                        .from(PROPOSAL_NEXT_REPLY)
                                        .where(PROPOSAL_NEXT_REPLY.PROPOSAL_ID.eq(PROPOSAL.ID)))
                                .and(PROPOSAL.OPEN_TO_PUBLIC)
                                .and(PROPOSAL.CASE_NO.isNotNull())
                                .andExists(DSL.selectOne()
                                        .from(HANDLING_ASSIGNMENT)
                                        .join(HANDLING_REPLY)
                                        .on(HANDLING_REPLY.ASSIGNMENT_ID.eq(HANDLING_ASSIGNMENT.ID))
                                        .and(HANDLING_REPLY.ROUND.eq(HANDLING_ASSIGNMENT.ROUND))
                                        .and(HANDLING_REPLY.TAKEN_BACK_ON.isNull())
                                        .and(HANDLING_REPLY.REJECTED_ON.isNull())
                                        .and(HANDLING_REPLY.OPEN_TO_PUBLIC)
                                        .where(HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq("proposal"))
                                        .and(HANDLING_ASSIGNMENT.SUBJECT_ID.eq(PROPOSAL.ID))
                                        .and(HANDLING_ASSIGNMENT.STATUS.eq("REPLY_ACCEPTED"))))
                .showing(PROPOSAL.ID, PROPOSAL_PUBLICATION.TITLE, PROPOSAL.UPDATED_AT);
    }
}
