package cn.tongxin.proposal;

import cn.tongxin.storage.FileReaders;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Whoever sees a proposal reads the scan it was typed from, and its seal. */
@Singleton
class ScanReaders implements FileReaders {
    private final Proposals proposals;
    private final ProposalFlow flow;

    ScanReaders(Proposals proposals, ProposalFlow flow) {
        this.proposals = proposals;
        this.flow = flow;
    }

    @Override
    public boolean mayRead(Caller caller, UUID file) {
        return proposals.withScan(file).stream().map(proposals::get).anyMatch(flow::isVisible);
    }

    @Override
    public Set<UUID> named(Collection<UUID> files) {
        return proposals.filesAmong(files);
    }
}
