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
        @Nullable LocalDate publishedOn,
        @Nullable NextReply nextReply) {

    /** What is read: the office's words, without secrets and contacts. */
    record Words(String title, String text, @Nullable String reply) {
        Words replied(String words) {
            return new Words(title, text, words);
        }
    }

    /** The reply's words on their way while title and text are out; {@code reason} is why they came back. */
    record NextReply(
            String reply,
            UUID proposedBy,
            LocalDate proposedOn,
            @Nullable String reason) {
        boolean waits() {
            return reason == null;
        }
    }

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
                approved ? on : null,
                null);
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
                null,
                null);
    }

    /** The reply comes when the text is out already: its words wait beside it. */
    boolean takesReply() {
        return state == PublicationState.PUBLISHED
                && words.reply() == null
                && (nextReply == null || !nextReply.waits());
    }

    Publication withNext(Words now, @Nullable NextReply next) {
        return with(version + 1, now, next);
    }

    Publication with(int version, Words now, @Nullable NextReply next) {
        return new Publication(
                proposalId, version, state, now, names, proposedBy, proposedOn, reviewedBy, reason, publishedOn, next);
    }
}
