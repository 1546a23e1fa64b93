package cn.tongxin.proposal.publication;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public words of a proposal as the office sees them; before anybody has proposed them, the proposal's own to begin with.
 *
 * @param version 0 before anybody has proposed it
 * @param reply absent where there is none to publish
 * @param dueOn until when its title and text are to be out
 * @param reason why it came back or was withdrawn
 * @param can {@code propose}, {@code review}, {@code review-own} with a reason where the office is small, {@code withdraw}
 */
@Serdeable
@Schema(name = "Publication")
record PublicationView(
        UUID proposalId,
        int version,
        PublicationState state,
        String title,
        String text,
        @Nullable String reply,
        String proponents,
        String units,
        LocalDate dueOn,
        @Nullable String proposedBy,
        @Nullable LocalDate proposedOn,
        @Nullable String reviewedBy,
        @Nullable String reason,
        @Nullable LocalDate publishedOn,
        List<String> can) {

    /** A row of the office's list: what may be public, and how far it is. */
    @Serdeable
    @Schema(name = "PublicationStanding")
    record Standing(
            UUID proposalId,
            String caseNo,
            String title,
            PublicationState state,
            LocalDate filedOn,
            LocalDate dueOn,
            boolean overdue,
            @Nullable LocalDate publishedOn) {}

    /** What everybody of the committee reads; the reply is absent in lists. */
    @Serdeable
    @Schema(name = "PublishedProposal")
    record Published(
            UUID proposalId,
            String caseNo,
            String title,
            String proponents,
            String units,
            LocalDate publishedOn,
            boolean answered,
            @Nullable String text,
            @Nullable String reply) {}
}
