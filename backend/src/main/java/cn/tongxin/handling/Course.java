package cn.tongxin.handling;

import cn.tongxin.handling.Assignment.Extension;
import cn.tongxin.handling.Assignment.GiveBack;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of an assignment so far. Each part is there as long as it holds.
 *
 * @param round 1, and one more for each re-handling
 * @param startedOn the first day of this round, from which the longest time runs
 * @param bySilence it was accepted because the days to return it passed
 * @param extension the last one that was asked for in this round
 * @param extensions how many were granted in this round
 * @param repliedOn when reply or opinion was given in this round
 * @param releasedOn since when the proponent has the reply
 * @param reviewComment why the office sent the last reply back
 */
public record Course(
        int round,
        LocalDate startedOn,
        @Nullable LocalDate acceptedOn,
        boolean bySilence,
        @Nullable GiveBack giveBack,
        @Nullable Extension extension,
        int extensions,
        @Nullable LocalDate repliedOn,
        @Nullable LocalDate releasedOn,
        @Nullable LocalDate feedbackBy,
        @Nullable String reviewComment,
        @Nullable LocalDate cancelledOn,
        @Nullable String cancelReason) {

    static Course begun(LocalDate on) {
        return new Course(1, on, null, false, null, null, 0, null, null, null, null, null, null);
    }

    Course after(
            AssignmentMove move,
            AssignmentStatus from,
            AssignmentStatus to,
            LocalDate on,
            @Nullable LocalDate feedback) {
        return switch (move) {
            case AssignmentMove.Accept _ -> accepted(on, false);
            case AssignmentMove.Silence _ -> accepted(on, true);
            case AssignmentMove.RequestReturn request ->
                asked(new GiveBack(on, Objects.requireNonNull(request.reason()), null, null), extension);
            case AssignmentMove.DecideReturn decision -> {
                var asked = Objects.requireNonNull(giveBack);
                var decided = asked(
                        new GiveBack(
                                asked.requestedOn(), asked.reason(), decision.reason(), decision.granted() ? on : null),
                        extension);
                yield decision.granted() || acceptedOn != null ? decided : decided.accepted(on, false);
            }
            case AssignmentMove.RequestExtension request ->
                asked(
                        giveBack,
                        new Extension(
                                on,
                                Objects.requireNonNull(request.until()),
                                Objects.requireNonNull(request.reason()),
                                null));
            case AssignmentMove.DecideExtension decision -> {
                var asked = Objects.requireNonNull(extension);
                var until = decision.granted() ? granted(decision) : asked.until();
                yield new Course(
                        round,
                        startedOn,
                        acceptedOn == null ? on : acceptedOn,
                        bySilence,
                        giveBack,
                        new Extension(asked.askedOn(), until, asked.reason(), decision.reason()),
                        extensions + (decision.granted() ? 1 : 0),
                        null,
                        null,
                        null,
                        reviewComment,
                        null,
                        null);
            }
            case AssignmentMove.Opine _ -> replied(on, null, null, reviewComment);
            case AssignmentMove.Reply _ ->
                to == AssignmentStatus.REPLY_ACCEPTED ? replied(on, on, feedback, null) : replied(on, null, null, null);
            case AssignmentMove.ReviewReply review ->
                review.approved() ? replied(repliedOn, on, feedback, null) : replied(null, null, null, review.reason());
            case AssignmentMove.Rehandle _ ->
                new Course(round + 1, on, acceptedOn, bySilence, giveBack, null, 0, null, null, null, null, null, null);
            case AssignmentMove.HandOn _ -> this;
            case AssignmentMove.Cancel cancel ->
                new Course(
                        round,
                        startedOn,
                        acceptedOn,
                        bySilence,
                        giveBack,
                        extension,
                        extensions,
                        repliedOn,
                        null,
                        null,
                        reviewComment,
                        on,
                        cancel.reason());
            case AssignmentMove.TakeBack _ -> takenBack(from, to);
        };
    }

    /** The day that the office grants: what was asked for, unless it names another. */
    LocalDate granted(AssignmentMove.DecideExtension decision) {
        return decision.until() == null ? Objects.requireNonNull(extension).until() : decision.until();
    }

    private Course accepted(LocalDate on, boolean silently) {
        return new Course(
                round,
                startedOn,
                on,
                silently,
                giveBack,
                extension,
                extensions,
                null,
                null,
                null,
                reviewComment,
                null,
                null);
    }

    private Course asked(@Nullable GiveBack back, @Nullable Extension longer) {
        return new Course(
                round,
                startedOn,
                acceptedOn,
                bySilence,
                back,
                longer,
                extensions,
                null,
                null,
                null,
                reviewComment,
                null,
                null);
    }

    private Course replied(
            @Nullable LocalDate on,
            @Nullable LocalDate released,
            @Nullable LocalDate feedback,
            @Nullable String comment) {
        return new Course(
                round,
                startedOn,
                acceptedOn,
                bySilence,
                giveBack,
                extension,
                extensions,
                on,
                released,
                feedback,
                comment,
                null,
                null);
    }

    private Course takenBack(AssignmentStatus from, AssignmentStatus to) {
        return new Course(
                round,
                startedOn,
                to == AssignmentStatus.SENT ? null : acceptedOn,
                to != AssignmentStatus.SENT && bySilence,
                from == AssignmentStatus.RETURN_REQUESTED ? null : giveBack,
                from == AssignmentStatus.EXTENSION_REQUESTED ? null : extension,
                extensions,
                to == AssignmentStatus.REPLIED ? repliedOn : null,
                null,
                null,
                reviewComment,
                null,
                null);
    }
}
