package cn.tongxin.proposal;

import cn.tongxin.link.Linkable;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
    public Set<UUID> seen(Collection<UUID> ids) {
        return flow.visible(proposals.get(ids));
    }

    @Override
    public Set<UUID> out(Collection<UUID> ids) {
        return proposals.get(ids).stream()
                .filter(proposal -> proposal.status().standsFiled())
                .map(Proposal::id)
                .collect(Collectors.toSet());
    }
}
