package cn.tongxin.proposal.outstanding;

import static cn.tongxin.db.cell.Tables.OUTSTANDING_PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.proposal.ProponentKind;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** The SQL of outstanding proposals. */
@Singleton
class Outstandings {
    private final DSLContext sql;

    Outstandings(DSLContext sql) {
        this.sql = sql;
    }

    Choice find(UUID proposal) {
        return sql.select(OUTSTANDING_PROPOSAL.CHOSEN_ON, OUTSTANDING_PROPOSAL.REASON)
                .from(OUTSTANDING_PROPOSAL)
                .where(OUTSTANDING_PROPOSAL.PROPOSAL_ID.eq(proposal))
                .and(OUTSTANDING_PROPOSAL.ENDED_ON.isNull())
                .fetchOptional(row -> new Choice(row.value1(), row.value2(), List.of()))
                .orElse(Choice.NONE);
    }

    /** Chosen, once more with other words, or again after it was none. */
    void choose(UUID proposal, String reason, UUID by, LocalDate on, Instant now) {
        sql.insertInto(OUTSTANDING_PROPOSAL)
                .set(OUTSTANDING_PROPOSAL.PROPOSAL_ID, proposal)
                .set(OUTSTANDING_PROPOSAL.REASON, reason)
                .set(OUTSTANDING_PROPOSAL.CHOSEN_ON, on)
                .set(OUTSTANDING_PROPOSAL.CHOSEN_BY, by)
                .set(OUTSTANDING_PROPOSAL.ENDED_ON, (LocalDate) null)
                .set(OUTSTANDING_PROPOSAL.UPDATED_AT, now)
                .onConflict(OUTSTANDING_PROPOSAL.TENANT_ID, OUTSTANDING_PROPOSAL.PROPOSAL_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    void end(UUID proposal, LocalDate on, Instant now) {
        sql.update(OUTSTANDING_PROPOSAL)
                .set(OUTSTANDING_PROPOSAL.ENDED_ON, on)
                .set(OUTSTANDING_PROPOSAL.UPDATED_AT, now)
                .where(OUTSTANDING_PROPOSAL.PROPOSAL_ID.eq(proposal))
                .execute();
    }

    List<OutstandingList.Row> of(UUID session) {
        return sql.select(
                        PROPOSAL.ID,
                        PROPOSAL.CASE_NO,
                        PROPOSAL.TITLE,
                        SEAT.NAME,
                        PROPOSAL.PROPONENT_KIND,
                        OUTSTANDING_PROPOSAL.CHOSEN_ON,
                        OUTSTANDING_PROPOSAL.REASON)
                .from(OUTSTANDING_PROPOSAL)
                .join(PROPOSAL)
                .on(PROPOSAL.ID.eq(OUTSTANDING_PROPOSAL.PROPOSAL_ID))
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                .where(OUTSTANDING_PROPOSAL.ENDED_ON.isNull())
                .and(PROPOSAL.SESSION_ID.eq(session))
                .and(PROPOSAL.FILED_ON.isNotNull())
                .orderBy(PROPOSAL.CASE_NO, PROPOSAL.ID)
                .fetch(row -> new OutstandingList.Row(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        ProponentKind.valueOf(row.value5()),
                        row.value6(),
                        row.value7()));
    }

    int filed(UUID session) {
        return sql.fetchCount(PROPOSAL, PROPOSAL.SESSION_ID.eq(session).and(PROPOSAL.FILED_ON.isNotNull()));
    }
}
