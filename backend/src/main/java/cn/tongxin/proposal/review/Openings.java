package cn.tongxin.proposal.review;

import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_OPENING;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Who has opened what: the service sees it when it shows a proposal to a reviewer. */
@Singleton
class Openings {
    private final DSLContext sql;

    Openings(DSLContext sql) {
        this.sql = sql;
    }

    void note(UUID proposal, UUID seat, Instant at) {
        sql.insertInto(PROPOSAL_OPENING)
                .set(PROPOSAL_OPENING.PROPOSAL_ID, proposal)
                .set(PROPOSAL_OPENING.SEAT_ID, seat)
                .set(PROPOSAL_OPENING.OPENED_AT, at)
                .onConflict(PROPOSAL_OPENING.TENANT_ID, PROPOSAL_OPENING.PROPOSAL_ID, PROPOSAL_OPENING.SEAT_ID)
                .doUpdate()
                .set(PROPOSAL_OPENING.OPENED_AT, at)
                .execute();
    }

    /** Those that this seat has opened since they were handed in, as they are now. */
    Set<UUID> opened(UUID seat, Collection<UUID> proposals) {
        return sql.select(PROPOSAL_OPENING.PROPOSAL_ID)
                .from(PROPOSAL_OPENING)
                .join(PROPOSAL)
                .on(PROPOSAL.ID.eq(PROPOSAL_OPENING.PROPOSAL_ID))
                .where(PROPOSAL_OPENING.SEAT_ID.eq(seat))
                .and(PROPOSAL_OPENING.PROPOSAL_ID.in(proposals))
                .and(PROPOSAL_OPENING.OPENED_AT.ge(PROPOSAL.SUBMITTED_AT))
                .fetchSet(PROPOSAL_OPENING.PROPOSAL_ID);
    }
}
