package cn.tongxin.proposal.cosigning;

import static cn.tongxin.db.cell.Tables.PROPOSAL_SECOND;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.Proposal;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.proposal.ProposalView;
import cn.tongxin.proposal.ProposalViews;
import cn.tongxin.proposal.Proposals;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Supporting a proposal later, where its lead allows it (附议). Who supports it does not become a proponent. */
@Singleton
class SecondActions {
    private final Proposals proposals;
    private final ProposalFlow flow;
    private final ProposalViews views;
    private final DSLContext sql;
    private final History history;
    private final Clock clock;

    SecondActions(
            Proposals proposals, ProposalFlow flow, ProposalViews views, DSLContext sql, History history, Clock clock) {
        this.proposals = proposals;
        this.flow = flow;
        this.views = views;
        this.sql = sql;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat changes nothing. */
    @Transactional
    ProposalView second(UUID id, @Nullable String comment) {
        var proposal = open(id);
        new Fields().maxLength("comment", comment, 500).orRefuse();
        if (proposals.isMine(Caller.current(), id)) {
            throw Refusal.conflict("second.own", "One does not second what one proposes or signs.");
        }
        var added = sql.insertInto(PROPOSAL_SECOND)
                .set(PROPOSAL_SECOND.PROPOSAL_ID, id)
                .set(PROPOSAL_SECOND.SEAT_ID, Caller.current().seatId())
                .set(PROPOSAL_SECOND.COMMENT, comment)
                .set(PROPOSAL_SECOND.SECONDED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        if (added > 0) {
            history.record(line("proposal.seconded", proposal).with("reason", comment));
        }
        return views.of(proposal);
    }

    @Transactional
    ProposalView takeBack(UUID id) {
        var proposal = open(id);
        var removed = sql.deleteFrom(PROPOSAL_SECOND)
                .where(PROPOSAL_SECOND.PROPOSAL_ID.eq(id))
                .and(PROPOSAL_SECOND.SEAT_ID.eq(Caller.current().seatId()))
                .execute();
        if (removed > 0) {
            history.record(line("proposal.second-taken-back", proposal));
        }
        return views.of(proposal);
    }

    private Proposal open(UUID id) {
        var proposal = flow.getVisible(id);
        var caller = Caller.current();
        if (!caller.mayWrite() || !caller.isMember()) {
            throw Refusal.notAllowed();
        }
        if (!ProposalPolicy.isOpenToSeconds(proposal)) {
            throw Refusal.conflict("second.not-open", "This proposal takes no support now.")
                    .with("state", proposal.status());
        }
        return proposal;
    }

    private static Line line(String kind, Proposal proposal) {
        return Line.of(kind, Proposal.SUBJECT, proposal.id())
                .moved(proposal.status(), proposal.status())
                .with("name", Caller.current().name());
    }
}
