package cn.tongxin.proposal;

import cn.tongxin.link.Linkable;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Proposals that were raised from a matter of another feature. */
@Singleton
class LinkedProposals implements Linkable {
    private final Proposals proposals;
    private final ProposalFlow flow;

    LinkedProposals(Proposals proposals, ProposalFlow flow) {
        this.proposals = proposals;
        this.flow = flow;
    }

    @Override
    public String type() {
        return Proposal.SUBJECT;
    }

    @Override
    public boolean sees(UUID id) {
        return proposals.find(id).filter(flow::isVisible).isPresent();
    }

    @Override
    public boolean isOut(UUID id) {
        return proposals
                .find(id)
                .filter(proposal -> proposal.status().standsFiled())
                .isPresent();
    }
}
