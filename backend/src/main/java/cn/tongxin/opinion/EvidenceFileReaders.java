package cn.tongxin.opinion;

import cn.tongxin.storage.FileReaders;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** The office reads the evidence of an outcome; an author does not, since it may be the instruction itself. */
@Singleton
class EvidenceFileReaders implements FileReaders {
    private final Outcomes outcomes;

    EvidenceFileReaders(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public boolean mayRead(Caller caller, UUID file) {
        return OpinionPolicy.readsAll(caller) && !outcomes.withFile(file).isEmpty();
    }

    @Override
    public Set<UUID> named(Collection<UUID> files) {
        return outcomes.filesAmong(files);
    }
}
