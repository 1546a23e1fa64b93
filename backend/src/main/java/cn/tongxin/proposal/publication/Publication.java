package cn.tongxin.proposal.publication;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The public words of a proposal as they stand in their row. */
record Publication(
        UUID proposalId,
        int version,
        PublicationState state,
        Words words,
        Names names,
        UUID proposedBy,
        LocalDate proposedOn,
        @Nullable UUID reviewedBy,
        @Nullable String reason,
        @Nullable LocalDate publishedOn) {

    /** What is read: the office's words, without secrets and contacts. */
    record Words(String title, String text, @Nullable String reply) {}

    /** Whose it is and who handles it, as they are named in public. */
    record Names(String proponents, String units) {}

    Publication reviewed(UUID by, boolean approved, @Nullable String why, LocalDate on) {
        return new Publication(
                proposalId,
                version + 1,
                approved ? PublicationState.PUBLISHED : PublicationState.RETURNED,
                words,
                names,
                proposedBy,
                proposedOn,
                by,
                why,
                approved ? on : null);
    }

    Publication withdrawn(String why) {
        return new Publication(
                proposalId,
                version + 1,
                PublicationState.WITHDRAWN,
                words,
                names,
                proposedBy,
                proposedOn,
                reviewedBy,
                why,
                null);
    }
}
