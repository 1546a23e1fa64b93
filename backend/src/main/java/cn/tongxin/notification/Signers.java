package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;
import static cn.tongxin.db.cell.Tables.SEAT;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Who speaks for a proposal. */
final class Signers {
    private Signers() {}

    /**
     * Of the proposal of the outer query: the lead proponent; when his seat has ended the next who signed, then those of what
     * was joined to it in the same order, or nobody.
     */
    static Field<UUID> rater() {
        var lead = SEAT.as("lead_seat");
        var next = SEAT.as("next_seat");
        var theirs = SEAT.as("joined_seat");
        var joined = PROPOSAL.as("joined");
        var signed = PROPOSAL_COSIGNER.as("joined_cosigner");
        return DSL.coalesce(
                DSL.field(DSL.select(lead.ID)
                        .from(lead)
                        .where(lead.ID.eq(PROPOSAL.PROPONENT_ID))
                        .and(lead.STATUS.ne("ENDED"))),
                DSL.field(DSL.select(next.ID)
                        .from(PROPOSAL_COSIGNER)
                        .join(next)
                        .on(next.ID.eq(PROPOSAL_COSIGNER.SEAT_ID))
                        .where(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(PROPOSAL.ID))
                        .and(PROPOSAL_COSIGNER.STATE.eq("SIGNED"))
                        .and(next.STATUS.ne("ENDED"))
                        .orderBy(PROPOSAL_COSIGNER.POSITION, next.ID)
                        .limit(1)),
                DSL.field(DSL.select(theirs.ID)
                        .from(joined)
                        .leftJoin(signed)
                        .on(signed.PROPOSAL_ID.eq(joined.ID))
                        .and(signed.STATE.eq("SIGNED"))
                        .join(theirs)
                        .on(theirs.ID.eq(joined.PROPONENT_ID).or(theirs.ID.eq(signed.SEAT_ID)))
                        .where(joined.MERGED_INTO_ID.eq(PROPOSAL.ID))
                        .and(theirs.STATUS.ne("ENDED"))
                        .orderBy(
                                joined.ID,
                                DSL.when(theirs.ID.eq(joined.PROPONENT_ID), -1).otherwise(signed.POSITION),
                                theirs.ID)
                        .limit(1)));
    }
}
