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
 * @param nextReply the reply's words on their way while the others are out
 * @param unitsReply while the others are out: what the units answered and may be public, to begin with
 * @param secrecyHits words of the committee's list that stand in what is or would be public; they never block
 * @param can {@code propose}, {@code review}, {@code withdraw}, {@code propose-reply}, {@code review-reply}; where the
 *     office is small {@code review-own} and {@code review-reply-own}, with a reason
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
        @Nullable NextReply nextReply,
        @Nullable String unitsReply,
        List<String> secrecyHits,
        List<String> can) {

    /**
     * The reply's words on their way.
     *
     * @param reason why they came back
     */
    @Serdeable
    @Schema(name = "PublicationNextReply")
    record NextReply(
            String reply,
            @Nullable String proposedBy,
            LocalDate proposedOn,
            @Nullable String reason) {}

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

    /**
     * What everybody reads, of the committee and on the web; text and reply are absent in lists.
     *
     * @param sessionName the session that it was put to
     */
    @Serdeable
    @Schema(name = "PublishedProposal")
    record Published(
            UUID proposalId,
            String caseNo,
            String sessionName,
            String title,
            String proponents,
            String units,
            LocalDate filedOn,
            LocalDate publishedOn,
            boolean answered,
            @Nullable String text,
            @Nullable String reply) {}
}
