package cn.tongxin.proposal.cosigning;

import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.PROPOSAL_COSIGNER;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.committee.Calendar;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.Cosigner.State;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.proposal.ProposalStatus;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** What a seat was asked to sign. */
@Singleton
class Requests {
    private static final int SHOWN = 100;

    private final DSLContext sql;
    private final Calendar calendar;

    Requests(DSLContext sql, Calendar calendar) {
        this.sql = sql;
        this.calendar = calendar;
    }

    List<Request> of(Caller caller) {
        if (!caller.isMember()) {
            throw Refusal.notAllowed();
        }
        return of(caller.seatId(), DSL.noCondition());
    }

    /** What waits for the answer of somebody else, for the office that enters it from his paper. */
    List<Request> waitingFor(UUID seat, Caller caller) {
        if (!ProposalPolicy.isStaff(caller)) {
            throw Refusal.notAllowed();
        }
        return of(
                seat,
                PROPOSAL.STATUS
                        .in(ProposalStatus.DRAFT.name(), ProposalStatus.CO_SIGNING.name())
                        .and(PROPOSAL_COSIGNER.STATE.eq(State.ASKED.name())));
    }

    private List<Request> of(UUID seat, Condition which) {
        var today = calendar.today();
        return sql.select(PROPOSAL.ID, PROPOSAL.TITLE, PROPOSAL.STATUS, PROPOSAL.VERSION, SEAT.NAME)
                .select(PROPOSAL_COSIGNER.STATE, PROPOSAL_COSIGNER.ANSWER_BY, PROPOSAL_COSIGNER.SIGNED_ON)
                .from(PROPOSAL_COSIGNER)
                .join(PROPOSAL)
                .on(PROPOSAL.ID.eq(PROPOSAL_COSIGNER.PROPOSAL_ID))
                .join(SEAT)
                .on(SEAT.ID.eq(PROPOSAL.PROPONENT_ID))
                .where(PROPOSAL_COSIGNER.SEAT_ID.eq(seat))
                .and(which)
                .orderBy(PROPOSAL.ID.desc())
                .limit(SHOWN)
                .fetch(row -> read(row, today));
    }

    private static Request read(Record row, LocalDate today) {
        var state = State.valueOf(row.get(PROPOSAL_COSIGNER.STATE));
        var until = row.get(PROPOSAL_COSIGNER.ANSWER_BY);
        return new Request(
                row.get(PROPOSAL.ID),
                row.get(PROPOSAL.TITLE),
                Objects.requireNonNull(row.get(SEAT.NAME)),
                ProposalStatus.valueOf(row.get(PROPOSAL.STATUS)),
                row.get(PROPOSAL.VERSION),
                state == State.ASKED && until != null && until.isBefore(today) ? State.LAPSED : state,
                until,
                row.get(PROPOSAL_COSIGNER.SIGNED_ON));
    }
}
