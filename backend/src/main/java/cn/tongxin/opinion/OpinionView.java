package cn.tongxin.opinion;

import cn.tongxin.committee.DueDate;
import cn.tongxin.handling.AssignmentView;
import cn.tongxin.opinion.OpinionReport.AuthorKind;
import cn.tongxin.opinion.OpinionReport.Confidentiality;
import cn.tongxin.opinion.OpinionReport.Kind;
import cn.tongxin.opinion.OpinionReport.Mode;
import cn.tongxin.opinion.OpinionReport.Text;
import cn.tongxin.opinion.OpinionReport.Urgency;
import cn.tongxin.shared.Language;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of an opinion report, with what this seat may do to it.
 *
 * @param author absent where it was written by somebody without a seat here; then the coauthors name him
 * @param text what the author wrote
 * @param edition what the office made of it; for the author once it is issued
 * @param sealed it was referred to another channel; the text is shown to the author and the editor only
 * @param formerEditions what the office had made of the author's former texts, oldest first; for the office
 * @param secrecyHits words of the committee's list that stand in what this reader sees of text and edition; for the writer and
 *     the office, and they never block
 * @param language in which its author wrote, absent for Chinese
 * @param answerBy until when the author is to be told what becomes of it
 * @param answerReason the code of the reason; {@code answerComment} says more
 * @param answerReasonText the reason as the committee's list words it; the code where the list has it no more
 * @param referredTo to whom it was passed where it was retained or not used
 * @param limits how long it may be here; for a draft only
 * @param sameAsProposal the author's proposal that says the same: only one of the two counts
 * @param convertedFrom the proposal that it was made of because that was not filed and the proponent agreed
 * @param raisedFrom the post of a reading group that its author wrote it out of, for whoever reads that
 */
@Serdeable
@Schema(name = "OpinionReport")
record OpinionView(
        UUID id,
        int version,
        OpinionStatus status,
        Kind kind,
        AuthorKind authorKind,
        @Nullable SeatName author,
        List<Coauthor> coauthors,
        @Nullable String enteredBy,
        Text text,
        @Nullable Text edition,
        List<Text> formerEditions,
        boolean sealed,
        List<String> secrecyHits,
        @Nullable String topic,
        @Nullable String topicName,
        Urgency urgency,
        Confidentiality confidentiality,
        boolean openToPublic,
        @Nullable String source,
        @Nullable Language language,
        @Nullable UUID commissionId,
        @Nullable Instant submittedAt,
        @Nullable LocalDate submittedOn,
        @Nullable DueDate answerBy,
        @Nullable LocalDate answeredOn,
        @Nullable String answerReason,
        @Nullable String answerReasonText,
        @Nullable String answerComment,
        @Nullable String referredTo,
        @Nullable String takenBy,
        @Nullable Publication issued,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate withdrawnOn,
        SameProposal.@Nullable Twin sameAsProposal,
        SameProposal.@Nullable Twin convertedFrom,
        @Nullable UUID raisedFrom,
        @Nullable SentUp sentUp,
        @Nullable From from,
        List<OutcomeView> outcomes,
        List<AssignmentView> assignments,
        @Nullable Limits limits,
        boolean imported,
        Instant createdAt,
        Instant updatedAt,
        List<String> can) {

    /**
     * How many characters a report may have here.
     *
     * @param text of its parts together; {@code micro} of a very short suggestion
     */
    @Serdeable
    @Schema(name = "OpinionLimits")
    record Limits(int title, int text, int micro) {}

    /** Somebody of this committee. */
    @Serdeable
    @Schema(name = "OpinionSeatName")
    record SeatName(UUID id, String name) {}

    /** Who wrote along; {@code contact} is an outsider's, and only the editor sees it. */
    @Serdeable
    @Schema(name = "OpinionCoauthor")
    record Coauthor(
            @Nullable UUID seatId, String name, @Nullable String contact) {}

    /** Where it was issued; without an issue where it was brought in from earlier years. */
    @Serdeable
    record Publication(
            LocalDate on,
            Mode mode,
            @Nullable UUID issueId,
            @Nullable String bulletin,
            @Nullable Integer year,
            @Nullable Integer no) {}

    /** What was sent to the committee above, and how its copy stands. */
    @Serdeable
    record SentUp(
            LocalDate on,
            @Nullable OpinionStatus status,
            @Nullable LocalDate statusOn) {}

    /** The committee below that this copy came from. */
    @Serdeable
    record From(String code, String name) {}
}
