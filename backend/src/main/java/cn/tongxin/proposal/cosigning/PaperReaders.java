package cn.tongxin.proposal.cosigning;

import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.proposal.Proposals;
import cn.tongxin.storage.FileReaders;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** The paper on which somebody signed is read by himself, the lead and the office, as far as they see the proposal. */
@Singleton
class PaperReaders implements FileReaders {
    private final PaperSignatures papers;
    private final Proposals proposals;
    private final ProposalFlow flow;

    PaperReaders(PaperSignatures papers, Proposals proposals, ProposalFlow flow) {
        this.papers = papers;
        this.proposals = proposals;
        this.flow = flow;
    }

    @Override
    public boolean mayRead(Caller caller, UUID file) {
        return papers.withPaper(file).entrySet().stream().anyMatch(each -> {
            var proposal = proposals.get(each.getKey());
            return flow.isVisible(proposal)
                    && (ProposalPolicy.isAuthor(caller, proposal)
                            || ProposalPolicy.isOffice(caller)
                            || each.getValue().stream().anyMatch(caller::actsFor));
        });
    }

    @Override
    public Set<UUID> named(Collection<UUID> files) {
        return papers.papersAmong(files);
    }
}
