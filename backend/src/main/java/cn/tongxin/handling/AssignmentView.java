package cn.tongxin.handling;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of an assignment, with what this seat may do to it. Lists leave the texts out.
 *
 * @param number the case number of the matter
 * @param deadlines how each date was found
 * @param daysLeft working days until the reply is due; negative when it is past, absent when there is nothing to wait for
 * @param acceptedBySilence the days to return it passed without a word
 * @param extendableUntil the last day that the unit can ask for
 * @param overdueSince when a reply of it was late for the first time; kept though it was given since
 * @param escalatedTo to whom the delay was told: LEADER of the unit, then the supervision BOARD
 * @param reviewComment why the office sent the last reply back
 * @param wantsContactBy how the proponent would like to be talked to; for the office and the unit
 * @param proponents who brought it in and who signed; for the office and the unit
 * @param joined what was joined to it, which the reply answers too; for the office and the unit
 * @param others the other units that have the same matter
 * @param opinions what assisting units told; for the leading unit and the office
 * @param opinionsMissing the assisting units that have not told theirs yet
 * @param secrecyHits words of the committee's list that stand in the reply of this round; for the office and the unit, and they
 *     never block
 * @param earlier the replies and ratings of the rounds before
 * @param rehandling what a rating that does not satisfy leads to; for whom it asks to rate
 * @param evaluation what the unit thinks of the text; for the office and the unit
 */
@Serdeable
public record AssignmentView(
        UUID id,
        int version,
        String subjectType,
        UUID subjectId,
        @Nullable String number,
        String title,
        String proponent,
        UUID unitId,
        String unitName,
        AssignmentRole role,
        AssignmentStatus status,
        int round,
        LocalDate assignedOn,
        LocalDate acceptBy,
        LocalDate returnBy,
        LocalDate replyBy,
        Assignment.@Nullable Deadlines deadlines,
        boolean overdue,
        @Nullable Integer daysLeft,
        @Nullable LocalDate acceptedOn,
        boolean acceptedBySilence,
        @Nullable LocalDate returnRequestedOn,
        @Nullable String returnReason,
        @Nullable String returnDecision,
        @Nullable LocalDate returnedOn,
        Assignment.@Nullable Extension extension,
        @Nullable LocalDate extendableUntil,
        @Nullable LocalDate overdueSince,
        @Nullable LocalDate urgedOn,
        @Nullable String escalatedTo,
        @Nullable LocalDate repliedOn,
        @Nullable LocalDate releasedOn,
        @Nullable String reviewComment,
        @Nullable LocalDate feedbackBy,
        @Nullable LocalDate cancelledOn,
        @Nullable String cancelReason,
        boolean imported,
        @Nullable String situation,
        @Nullable String analysis,
        @Nullable String research,
        @Nullable List<String> suggestions,
        Contact.@Nullable Mode wantsContactBy,
        List<Proponent> proponents,
        List<Joined> joined,
        List<Other> others,
        List<Contact> contacts,
        List<Consultation> consultations,
        List<Opinion> opinions,
        List<String> opinionsMissing,
        @Nullable Reply reply,
        List<String> secrecyHits,
        @Nullable Rating rating,
        List<Round> earlier,
        @Nullable Rehandling rehandling,
        @Nullable Evaluation evaluation,
        List<String> can) {

    /** Another unit that has the same matter. */
    @Serdeable
    public record Other(UUID id, String unitName, AssignmentRole role, AssignmentStatus status, LocalDate replyBy) {}

    /**
     * What follows from a rating that does not satisfy.
     *
     * @param lastRound the unit does not answer again; one meets face to face
     * @param byAttitude the attitude alone asks for it as well as the result
     */
    @Serdeable
    public record Rehandling(boolean lastRound, boolean byAttitude) {}

    /** What was replied and what the proponent thought of it in a round that did not satisfy him. */
    @Serdeable
    public record Round(
            int round, @Nullable Reply reply, @Nullable Rating rating) {}
}
