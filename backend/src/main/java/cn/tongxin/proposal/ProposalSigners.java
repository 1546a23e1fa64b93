package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;
import static cn.tongxin.db.cell.Tables.SEAT;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Who stands behind proposals: the lead proponent and after him those who signed, in the order of their names. */
@Singleton
class ProposalSigners {
    /** Those whose own proposal was joined to it speak after all who signed it. */
    private static final int AFTER_ALL = 10_000;

    private final DSLContext sql;

    ProposalSigners(DSLContext sql) {
        this.sql = sql;
    }

    /** @param here the seat has not ended */
    record Signer(UUID seat, boolean here) {}

    Map<UUID, List<Signer>> of(Collection<UUID> proposals) {
        var id = DSL.field("proposal_id", UUID.class);
        var position = DSL.field("signer_position", Integer.class);
        var joinedId = DSL.field("joined_id", UUID.class);
        var joined = PROPOSAL.as("joined");
        return sql
                .select(
                        PROPOSAL.ID.as(id),
                        SEAT.ID,
                        SEAT.STATUS,
                        DSL.inline(0).as(position),
                        DSL.castNull(UUID.class).as(joinedId))
                .from(PROPOSAL)
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                .where(PROPOSAL.ID.in(proposals))
                .unionAll(sql.select(
                                PROPOSAL_COSIGNER.PROPOSAL_ID,
                                SEAT.ID,
                                SEAT.STATUS,
                                PROPOSAL_COSIGNER.POSITION,
                                DSL.castNull(UUID.class))
                        .from(PROPOSAL_COSIGNER)
                        .join(SEAT)
                        .on(SEAT.ID
                                .eq(PROPOSAL_COSIGNER.SEAT_ID)
                                .and(PROPOSAL_COSIGNER.STATE.eq(Cosigner.State.SIGNED.name())))
                        .where(PROPOSAL_COSIGNER.PROPOSAL_ID.in(proposals)))
                .unionAll(sql.select(joined.MERGED_INTO_ID, SEAT.ID, SEAT.STATUS, DSL.inline(AFTER_ALL), joined.ID)
                        .from(joined)
                        .join(SEAT)
                        .on(SEAT.ID.eq(joined.PROPONENT_ID))
                        .where(joined.MERGED_INTO_ID.in(proposals)))
                .unionAll(sql.select(
                                joined.MERGED_INTO_ID,
                                SEAT.ID,
                                SEAT.STATUS,
                                PROPOSAL_COSIGNER.POSITION.plus(AFTER_ALL + 1),
                                joined.ID)
                        .from(joined)
                        .join(PROPOSAL_COSIGNER)
                        .on(PROPOSAL_COSIGNER
                                .PROPOSAL_ID
                                .eq(joined.ID)
                                .and(PROPOSAL_COSIGNER.STATE.eq(Cosigner.State.SIGNED.name())))
                        .join(SEAT)
                        .on(SEAT.ID.eq(PROPOSAL_COSIGNER.SEAT_ID))
                        .where(joined.MERGED_INTO_ID.in(proposals)))
                .orderBy(joinedId.asc().nullsFirst(), position, DSL.field("id", UUID.class))
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(),
                        Collectors.mapping(
                                row -> new Signer(row.value2(), !"ENDED".equals(row.value3())), Collectors.toList())));
    }

    /** Who gives feedback: the lead proponent; when his seat has ended the next who signed; with nobody left nobody. */
    static Optional<UUID> rater(List<Signer> signers) {
        return signers.stream().filter(Signer::here).map(Signer::seat).findFirst();
    }
}
