package cn.tongxin.proposal;

import cn.tongxin.link.Drafter;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Begins a proposal out of a matter of another feature. */
@Singleton
class RaisedProposals implements Drafter {
    private final Proposals proposals;
    private final ProposalActions actions;

    RaisedProposals(Proposals proposals, ProposalActions actions) {
        this.proposals = proposals;
        this.actions = actions;
    }

    @Override
    public String type() {
        return Proposal.SUBJECT;
    }

    @Override
    public boolean draft(UUID id, String title, String text) {
        if (proposals.find(id).isPresent()) {
            return false;
        }
        var words = new Proposal.Text(title, null, text, "", List.of(), true, null, Proposal.Besides.NONE);
        actions.draft(id, new Written(words, null, null, null, null), null);
        return true;
    }

    @Override
    public boolean isMine(UUID id) {
        return proposals
                .find(id)
                .filter(proposal -> ProposalPolicy.isAuthor(Caller.current(), proposal))
                .isPresent();
    }
}
