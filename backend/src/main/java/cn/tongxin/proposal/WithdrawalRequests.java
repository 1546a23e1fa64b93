package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL_WITHDRAWAL_REQUEST;

import cn.tongxin.proposal.WithdrawalRequest.State;
import cn.tongxin.shared.Ids;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The SQL of requests for withdrawal. */
@Singleton
public class WithdrawalRequests {
    private final DSLContext sql;

    WithdrawalRequests(DSLContext sql) {
        this.sql = sql;
    }

    /** The latest of a proposal, whatever became of it. */
    public Optional<WithdrawalRequest> latest(UUID proposal) {
        return sql.selectFrom(PROPOSAL_WITHDRAWAL_REQUEST)
                .where(PROPOSAL_WITHDRAWAL_REQUEST.PROPOSAL_ID.eq(proposal))
                .orderBy(PROPOSAL_WITHDRAWAL_REQUEST.ID.desc())
                .limit(1)
                .fetchOptional(row -> new WithdrawalRequest(
                        State.valueOf(row.getState()),
                        row.getReason(),
                        row.getAskedOn(),
                        row.getDecidedOn(),
                        row.getDecision()));
    }

    public void insert(UUID proposal, UUID by, String reason, LocalDate on, Instant at) {
        sql.insertInto(PROPOSAL_WITHDRAWAL_REQUEST)
                .set(PROPOSAL_WITHDRAWAL_REQUEST.ID, Ids.next())
                .set(PROPOSAL_WITHDRAWAL_REQUEST.PROPOSAL_ID, proposal)
                .set(PROPOSAL_WITHDRAWAL_REQUEST.ASKED_BY, by)
                .set(PROPOSAL_WITHDRAWAL_REQUEST.ASKED_ON, on)
                .set(PROPOSAL_WITHDRAWAL_REQUEST.REASON, reason)
                .set(PROPOSAL_WITHDRAWAL_REQUEST.CREATED_AT, at)
                .execute();
    }

    /** Closes the open one. */
    public void close(UUID proposal, State state, UUID by, LocalDate on, @Nullable String decision) {
        sql.update(PROPOSAL_WITHDRAWAL_REQUEST)
                .set(PROPOSAL_WITHDRAWAL_REQUEST.STATE, state.name())
                .set(PROPOSAL_WITHDRAWAL_REQUEST.DECIDED_BY, by)
                .set(PROPOSAL_WITHDRAWAL_REQUEST.DECIDED_ON, on)
                .set(PROPOSAL_WITHDRAWAL_REQUEST.DECISION, decision)
                .where(PROPOSAL_WITHDRAWAL_REQUEST.PROPOSAL_ID.eq(proposal))
                .and(PROPOSAL_WITHDRAWAL_REQUEST.STATE.eq(State.ASKED.name()))
                .execute();
    }
}
