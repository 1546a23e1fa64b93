package cn.tongxin.proposal;

import cn.tongxin.committee.DueDate;
import cn.tongxin.handling.AssignmentView;
import cn.tongxin.handling.Consultation;
import cn.tongxin.link.Link;
import cn.tongxin.shared.Language;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of a proposal, with what this seat may do to it.
 *
 * @param stage the review stage it is in, of {@code stages}
 * @param stageBy until when the stage is to be passed
 * @param categoryName what the committee calls its category
 * @param research how the proponent found out; blank where he does not say
 * @param language in which it was first written, absent for Chinese
 * @param originalText its words in that language where the others are a translation; else blank
 * @param secrecyHits words of the committee's list that stand in the text; the writer and the office see them
 * @param merged those that were joined to it; their proponents get its reply
 * @param conversion what the proponent says to its becoming an opinion report
 * @param enteredBy who of the office typed it for the proponent
 * @param session the session it belongs to, as 14-2
 * @param intakeNo its running number among what the session received
 * @param resultBy until when the proponent is to be told of the result
 * @param notFiledReason the code of the reason; {@code comment} says more
 * @param referredTo who gets it as a letter or is to raise it above, where it was not filed and that is known
 * @param notFiledReasonText the reason as the committee's list words it; the code where the list has it no more
 * @param withdrawalRequest the latest request to withdraw it after filing; its proponents and the office see it
 * @param instructedAt the levels at which leaders wrote on it in the digest; their words are for others
 * @param submissionPreview what it would count as if handed in now; only the author of a draft sees it
 */
@Serdeable
@Schema(name = "Proposal")
public record ProposalView(
        UUID id,
        int version,
        ProposalStatus status,
        @Nullable Integer stage,
        @Nullable Integer stages,
        @Nullable String stageName,
        @Nullable LocalDate stageBy,
        @Nullable ProposalKind kind,
        ProponentKind proponentKind,
        SeatName proponent,
        List<Signature> cosigners,
        List<SeatName> seconders,
        @Nullable String enteredBy,
        @Nullable UUID scanFileId,
        @Nullable UUID sealFileId,
        String title,
        @Nullable String category,
        @Nullable String categoryName,
        String situation,
        String analysis,
        List<String> suggestions,
        boolean openToPublic,
        @Nullable String notOpenReason,
        String research,
        @Nullable Language language,
        String originalText,
        Proposal.Wishes wishes,
        List<String> secrecyHits,
        @Nullable String session,
        @Nullable Integer intakeNo,
        @Nullable Instant submittedAt,
        @Nullable LocalDate receivedOn,
        @Nullable DueDate resultBy,
        @Nullable String caseNo,
        @Nullable LocalDate filedOn,
        @Nullable LocalDate unfiledOn,
        @Nullable LocalDate notFiledOn,
        @Nullable String notFiledReason,
        @Nullable String notFiledReasonText,
        @Nullable Disposition disposition,
        @Nullable String referredTo,
        @Nullable String comment,
        @Nullable UUID mergedInto,
        List<Joined> merged,
        List<Link> links,
        @Nullable LocalDate appealedOn,
        @Nullable String appealReason,
        Proposal.@Nullable Conversion conversion,
        @Nullable LocalDate supersededOn,
        @Nullable LocalDate withdrawnOn,
        @Nullable WithdrawalRequest withdrawalRequest,
        @Nullable LocalDate keyOn,
        @Nullable LocalDate outstandingOn,
        List<InstructionLevel> instructedAt,
        @Nullable LocalDate closedOn,
        boolean imported,
        @Nullable SubmissionPreview submissionPreview,
        List<AssignmentView> assignments,
        @Nullable Handled handled,
        Instant createdAt,
        Instant updatedAt,
        List<String> can) {

    /**
     * What its handling came to besides its assignments.
     *
     * @param daysLostToReturn days in which it lay with units that gave it back in the end
     * @param consultation the meeting after the last round of re-handling
     * @param unresolved it was closed though that meeting did not settle it
     */
    @Serdeable
    public record Handled(int daysLostToReturn, @Nullable Consultation consultation, boolean unresolved) {}

    /**
     * Who was asked to sign beside the lead. The lead and the office see what everybody said, others who signed.
     *
     * @param answerBy until when he may sign
     * @param paper where he said it on paper, and the office entered it
     */
    @Serdeable
    public record Signature(
            UUID id,
            String name,
            Cosigner.State state,
            @Nullable LocalDate answerBy,
            @Nullable LocalDate signedOn,
            @Nullable String comment,
            Cosigner.@Nullable Paper paper) {}

    /**
     * A proposal of the same matter that was joined to this one.
     *
     * @param openToPublic its own proponent lets it be public; where not, he is not named to the public with this one either
     */
    @Serdeable
    public record Joined(UUID id, String title, String proponent, boolean openToPublic) {}

    /** Somebody of this committee. */
    @Serdeable
    public record SeatName(UUID id, String name) {}

    /**
     * What a submission counts as, and what the committee asks of its text.
     *
     * @param late the plenary's time is over, so it would count as one between two plenaries
     * @param textMin characters that situation and analysis have together at least
     * @param textMax characters that situation and analysis have together at most
     * @param titleMax characters that the title has at most
     * @param suggestionsMax suggestions that it has at most
     * @param cosignersMax members who may be asked to sign
     * @param cosignBy until when whoever is asked today may sign, where no other day is named
     * @param sameReport the title of an opinion report of the same proponent that says the same: only one of the two counts
     */
    @Serdeable
    public record SubmissionPreview(
            ProposalKind kind,
            String session,
            String sessionName,
            boolean late,
            int textMin,
            int textMax,
            int titleMax,
            int suggestionsMax,
            int cosignersMax,
            LocalDate cosignBy,
            @Nullable String sameReport) {}
}
