package cn.tongxin.proposal.key;

import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.storage.FileReaders;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The office reads the papers of the notice and the meetings. */
@Singleton
class KeyFileReaders implements FileReaders {
    private final KeyProposals keys;

    KeyFileReaders(KeyProposals keys) {
        this.keys = keys;
    }

    @Override
    public boolean mayRead(Caller caller, UUID file) {
        return ProposalPolicy.isOffice(caller) && !named(List.of(file)).isEmpty();
    }

    @Override
    public Set<UUID> named(Collection<UUID> files) {
        return keys.filesAmong(files);
    }
}
