package cn.tongxin.proposal;

import cn.tongxin.storage.AttachmentSubject;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Whoever sees a proposal reads what is attached to it; its author attaches while it is a draft. */
@Singleton
class ProposalAttachments implements AttachmentSubject {
    private final Proposals proposals;
    private final ProposalFlow flow;

    ProposalAttachments(Proposals proposals, ProposalFlow flow) {
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
    public boolean edits(UUID id) {
        return proposals
                .find(id)
                .filter(proposal -> proposal.status() == ProposalStatus.DRAFT)
                .filter(proposal -> ProposalPolicy.edits(Caller.current(), proposal))
                .isPresent();
    }

    @Override
    public boolean isThere(UUID id) {
        return proposals.find(id).isPresent();
    }
}
