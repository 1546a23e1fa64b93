package cn.tongxin.proposal;

import cn.tongxin.committee.Calendar;
import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.history.History;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Lets a proposal follow what its units and its proponent did: handled, awaiting feedback, feedback in. */
@Singleton
class ProposalFollowing {
    private final Proposals proposals;
    private final ProposalFlow flow;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    ProposalFollowing(Proposals proposals, ProposalFlow flow, Calendar calendar, History history, Clock clock) {
        this.proposals = proposals;
        this.flow = flow;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /** The row is locked first, so that of two units that reply at once the second sees the first. */
    void follow(UUID id, ProposalMove move) {
        proposals.lock(id);
        var proposal = proposals.get(id);
        var to = proposal.status().after(move, flow.rules(), flow.facts(proposal));
        if (to == proposal.status()) {
            return;
        }
        var deed = new Deed(Caller.current().seat(), calendar.today(), clock.instant(), false);
        var moved = flow.carryOut(proposal, move, deed);
        history.record(ProposalLines.of(move, proposal, moved));
    }
}
