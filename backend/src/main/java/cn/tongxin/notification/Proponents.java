package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.ORGANIZATION_CLERK;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Who is told of a proposal: those who propose it, and those whose own was joined to it. */
@Singleton
class Proponents {
    private final DSLContext sql;

    Proponents(DSLContext sql) {
        this.sql = sql;
    }

    Set<UUID> of(UUID proposal) {
        var theirs = PROPOSAL.ID.eq(proposal).or(PROPOSAL.MERGED_INTO_ID.eq(proposal));
        var leads =
                sql.select(PROPOSAL.PROPONENT_ID).from(PROPOSAL).where(theirs).fetchSet(PROPOSAL.PROPONENT_ID);
        var all = acting(leads);
        all.addAll(sql.select(PROPOSAL_COSIGNER.SEAT_ID)
                .from(PROPOSAL_COSIGNER)
                .where(PROPOSAL_COSIGNER.STATE.eq("SIGNED"))
                .and(PROPOSAL_COSIGNER.PROPOSAL_ID.in(
                        DSL.select(PROPOSAL.ID).from(PROPOSAL).where(theirs)))
                .fetchSet(PROPOSAL_COSIGNER.SEAT_ID));
        return all;
    }

    /** Those whose signature is asked for. */
    Set<UUID> asked(UUID proposal) {
        return sql.select(PROPOSAL_COSIGNER.SEAT_ID)
                .from(PROPOSAL_COSIGNER)
                .where(PROPOSAL_COSIGNER.PROPOSAL_ID.eq(proposal))
                .and(PROPOSAL_COSIGNER.STATE.eq("ASKED"))
                .fetchSet(PROPOSAL_COSIGNER.SEAT_ID);
    }

    /** The seats themselves, and the clerks of those that are bodies. */
    Set<UUID> acting(Collection<UUID> seats) {
        var all = new HashSet<>(seats);
        all.addAll(sql.select(ORGANIZATION_CLERK.SEAT_ID)
                .from(ORGANIZATION_CLERK)
                .where(ORGANIZATION_CLERK.ORGANIZATION_ID.in(seats))
                .fetchSet(ORGANIZATION_CLERK.SEAT_ID));
        return all;
    }
}
