package cn.tongxin.proposal;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;

/** Whether the caller may make a move now: the policy, whose proposal it is, whose stage it is in, and the workflow. */
@Singleton
public class ProposalChecks {
    private final Proposals proposals;
    private final ProposalFlow flow;

    ProposalChecks(Proposals proposals, ProposalFlow flow) {
        this.proposals = proposals;
        this.flow = flow;
    }

    public void check(ProposalMove move, Proposal proposal) {
        var caller = Caller.current();
        ProposalPolicy.check(caller, move, proposal);
        if (ProposalPolicy.judges(move) && proposals.proposes(caller, proposal)) {
            throw Refusal.forbidden("proposal.own", "Nobody judges his own proposal.");
        }
        if (ProposalPolicy.isOfAStage(caller, move, proposal) && !flow.servesStage(proposal, caller.seatId())) {
            throw Refusal.forbidden("review.other-stage", "Others review at this stage.");
        }
        proposal.status().after(move, flow.rules(), flow.facts(proposal));
    }
}
