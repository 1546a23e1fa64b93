package cn.tongxin.proposal.digest;

import cn.tongxin.committee.Settings;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Puts an issue together with what leaders wrote on it and what the reader may do. */
@Singleton
class DigestViews {
    private final Digests digests;
    private final Instructions instructions;
    private final Settings settings;

    DigestViews(Digests digests, Instructions instructions, Settings settings) {
        this.digests = digests;
        this.instructions = instructions;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    Digest of(UUID id) {
        return of(digests.get(id));
    }

    @Transactional(readOnly = true)
    Digest of(Digest digest) {
        var written = digest.isIssued() ? instructions.of(digest.id()) : List.<Instruction>of();
        var listed =
                written.isEmpty() ? Set.<Role>of() : settings.proposalRules().instructionReaders();
        var caller = Caller.current();
        return digest.with(
                written.stream()
                        .map(one -> one.withCan(can(caller, one, DigestPolicy.readsInstructions(caller, listed))))
                        .toList(),
                settings.secrecyWords()
                        .hits(digest.items().stream()
                                .flatMap(item -> Stream.of(item.title(), item.text()))
                                .toList()),
                can(caller, digest));
    }

    private static List<String> can(Caller caller, Instruction instruction, boolean opens) {
        var can = new ArrayList<String>();
        if (opens && instruction.worded()) {
            can.add("read");
        }
        if (DigestPolicy.works(caller)) {
            can.add("remove");
        }
        return can;
    }

    private static List<String> can(Caller caller, Digest digest) {
        if (!DigestPolicy.works(caller)) {
            return List.of();
        }
        if (digest.isIssued()) {
            return List.of("add-instruction");
        }
        return digest.items().isEmpty() ? List.of("edit", "delete") : List.of("edit", "delete", "issue");
    }
}
