package cn.tongxin.proposal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proposal as it stands in its row. */
record Proposal(
        UUID id,
        int version,
        ProposalStatus status,
        UUID proponentId,
        Text text,
        @Nullable Instant submittedAt,
        Instant createdAt,
        Instant updatedAt) {

    /** What the proponent writes. */
    record Text(String title, @Nullable String category, String situation, String analysis, List<String> suggestions) {}

    static Proposal drafted(UUID id, UUID proponent, Text text, Instant now) {
        return new Proposal(id, 1, ProposalStatus.DRAFT, proponent, text, null, now, now);
    }

    Proposal edited(Text written, Instant now) {
        return new Proposal(id, version + 1, status, proponentId, written, submittedAt, createdAt, now);
    }

    Proposal after(ProposalMove move, Instant now) {
        var next = status.after(move);
        return new Proposal(
                id,
                version + 1,
                next,
                proponentId,
                text,
                move instanceof ProposalMove.Submit ? now : submittedAt,
                createdAt,
                now);
    }
}
