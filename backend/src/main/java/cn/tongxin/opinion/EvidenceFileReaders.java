package cn.tongxin.opinion;

import cn.tongxin.committee.Settings;
import cn.tongxin.storage.FileReaders;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** The office reads the evidence of an outcome, an author does not; that of an instruction, which may be its scan, only who reads instructions. */
@Singleton
class EvidenceFileReaders implements FileReaders {
    private final Outcomes outcomes;
    private final Settings settings;

    EvidenceFileReaders(Outcomes outcomes, Settings settings) {
        this.outcomes = outcomes;
        this.settings = settings;
    }

    @Override
    public boolean mayRead(Caller caller, UUID file) {
        var kinds = outcomes.kindsWithFile(file);
        return OpinionPolicy.readsAll(caller)
                && !kinds.isEmpty()
                && (!kinds.contains(Outcome.Kind.INSTRUCTION)
                        || OpinionPolicy.readsInstructions(
                                caller, settings.opinionRules().instructionReaders()));
    }

    @Override
    public Set<UUID> named(Collection<UUID> files) {
        return outcomes.filesAmong(files);
    }
}
