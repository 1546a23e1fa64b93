package cn.tongxin.handling;

import cn.tongxin.committee.DueDate;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A matter in the hands of one unit, as it stands in its row. */
public record Assignment(
        UUID id,
        int version,
        Subject subject,
        @Nullable UUID sessionId,
        UUID unitId,
        AssignmentRole role,
        AssignmentStatus status,
        Sending sending,
        Course course,
        @Nullable LastMove lastMove,
        boolean imported,
        Instant createdAt,
        Instant updatedAt) {

    /** What is handled: a proposal and its id. */
    public record Subject(String type, UUID id) {}

    /** How it was handed over, and the dates that follow from it. */
    public record Sending(
            LocalDate on,
            @Nullable UUID by,
            LocalDate acceptBy,
            LocalDate returnBy,
            LocalDate replyBy,
            @Nullable Deadlines why,
            @Nullable UUID replaces) {}

    /** How each date was found. A reply date that somebody set by hand has no explanation. */
    @Serdeable
    public record Deadlines(
            DueDate accept, DueDate giveBack, @Nullable DueDate reply) {}

    /** What became of it so far. */
    public record Course(
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate returnRequestedOn,
            @Nullable String returnReason,
            @Nullable String returnDecision,
            @Nullable LocalDate returnedOn,
            @Nullable LocalDate repliedOn,
            @Nullable LocalDate feedbackBy,
            @Nullable LocalDate cancelledOn,
            @Nullable String cancelReason) {
        static final Course NONE = new Course(null, null, null, null, null, null, null, null, null);

        Course after(AssignmentMove move, AssignmentStatus from, LocalDate on, @Nullable LocalDate feedback) {
            return switch (move) {
                case AssignmentMove.Accept _ -> new Course(on, null, null, null, null, null, null, null, null);
                case AssignmentMove.RequestReturn request ->
                    new Course(acceptedOn, on, request.reason(), null, null, null, null, null, null);
                case AssignmentMove.DecideReturn decision ->
                    new Course(
                            decision.granted() || acceptedOn != null ? acceptedOn : on,
                            returnRequestedOn,
                            returnReason,
                            decision.reason(),
                            decision.granted() ? on : null,
                            null,
                            null,
                            null,
                            null);
                case AssignmentMove.Reply _ ->
                    new Course(
                            acceptedOn,
                            returnRequestedOn,
                            returnReason,
                            returnDecision,
                            null,
                            on,
                            feedback,
                            null,
                            null);
                case AssignmentMove.Cancel cancel ->
                    new Course(
                            acceptedOn,
                            returnRequestedOn,
                            returnReason,
                            returnDecision,
                            null,
                            null,
                            null,
                            on,
                            cancel.reason());
                case AssignmentMove.TakeBack _ ->
                    switch (from) {
                        case REPLIED ->
                            new Course(
                                    acceptedOn,
                                    returnRequestedOn,
                                    returnReason,
                                    returnDecision,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null);
                        case RETURN_REQUESTED -> new Course(acceptedOn, null, null, null, null, null, null, null, null);
                        case ACCEPTED, SENT, RETURNED, CANCELLED -> NONE;
                    };
            };
        }
    }

    /** The move that the unit's person could still take back. */
    public record LastMove(String name, UUID by, AssignmentStatus from) {}

    /** The state after a move, with its dates. */
    Assignment after(
            AssignmentMove move,
            AssignmentStatus.Facts facts,
            @Nullable UUID by,
            LocalDate on,
            Instant at,
            @Nullable LocalDate feedbackBy) {
        var next = status.after(move, facts);
        return new Assignment(
                id,
                version + 1,
                subject,
                sessionId,
                unitId,
                role,
                next,
                sending,
                course.after(move, status, on, feedbackBy),
                by == null ? null : lastMove(move, by),
                imported,
                createdAt,
                at);
    }

    private @Nullable LastMove lastMove(AssignmentMove move, UUID by) {
        return switch (move) {
            case AssignmentMove.Accept _ -> new LastMove("accept", by, status);
            case AssignmentMove.RequestReturn _ -> new LastMove("request-return", by, status);
            case AssignmentMove.Reply _ -> new LastMove("reply", by, status);
            case AssignmentMove.DecideReturn _, AssignmentMove.Cancel _, AssignmentMove.TakeBack _ -> null;
        };
    }

    boolean isUntouched() {
        return status == AssignmentStatus.SENT && version == 1;
    }

    boolean isOverdue(LocalDate today) {
        return status.isOpen() && sending.replyBy().isBefore(today);
    }
}
