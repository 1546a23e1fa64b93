package cn.tongxin.proposal;

import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients see of a proposal, with what this seat may do to it. */
@Serdeable
record ProposalView(
        UUID id,
        int version,
        ProposalStatus status,
        UUID proponentId,
        String title,
        @Nullable String category,
        String situation,
        String analysis,
        List<String> suggestions,
        @Nullable Instant submittedAt,
        Instant updatedAt,
        List<String> can) {

    static ProposalView of(Proposal proposal, Caller caller) {
        var text = proposal.text();
        return new ProposalView(
                proposal.id(),
                proposal.version(),
                proposal.status(),
                proposal.proponentId(),
                text.title(),
                text.category(),
                text.situation(),
                text.analysis(),
                text.suggestions(),
                proposal.submittedAt(),
                proposal.updatedAt(),
                ProposalPolicy.can(caller, proposal));
    }
}
