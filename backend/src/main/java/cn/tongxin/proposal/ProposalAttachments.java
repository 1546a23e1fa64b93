package cn.tongxin.proposal;

import cn.tongxin.committee.Calendar;
import cn.tongxin.storage.AttachmentSubject;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Whoever sees a proposal reads what is attached to it, and so does the unit that handles what it was joined to. Its author attaches while he writes, and until somebody has signed: what
 * was signed stays as it was read.
 */
@Singleton
class ProposalAttachments implements AttachmentSubject {
    private final Proposals proposals;
    private final Cosigners cosigners;
    private final ProposalFlow flow;
    private final Calendar calendar;

    ProposalAttachments(Proposals proposals, Cosigners cosigners, ProposalFlow flow, Calendar calendar) {
        this.proposals = proposals;
        this.cosigners = cosigners;
        this.flow = flow;
        this.calendar = calendar;
    }

    @Override
    public String type() {
        return Proposal.SUBJECT;
    }

    @Override
    public boolean sees(UUID id) {
        return proposals
                .find(id)
                .filter(proposal -> flow.isVisible(proposal) || flow.isWorkedOnWithMain(proposal))
                .isPresent();
    }

    @Override
    public void lock(UUID id) {
        proposals.lock(id);
    }

    @Override
    public boolean edits(UUID id) {
        return proposals
                .find(id)
                .filter(proposal -> proposal.status().isWritten() && !isSigned(proposal))
                .filter(proposal -> ProposalPolicy.edits(Caller.current(), proposal))
                .isPresent();
    }

    private boolean isSigned(Proposal proposal) {
        return cosigners.of(proposal.id(), calendar.today()).stream()
                .anyMatch(one -> one.state() == Cosigner.State.SIGNED);
    }

    @Override
    public boolean isThere(UUID id) {
        return proposals.find(id).isPresent();
    }
}
