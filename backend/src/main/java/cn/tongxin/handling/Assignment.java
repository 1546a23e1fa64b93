package cn.tongxin.handling;

import cn.tongxin.committee.DueDate;
import cn.tongxin.committee.WorkingDays;
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
        Late late,
        @Nullable LastMove lastMove,
        boolean imported,
        Instant createdAt,
        Instant updatedAt) {

    /** What is handled: a proposal and its id. */
    public record Subject(String type, UUID id) {}

    /**
     * How it was handed over, and the dates that follow from it.
     *
     * @param replyBy by when reply or opinion is due, in the present round and as extended
     */
    public record Sending(
            LocalDate on,
            @Nullable UUID by,
            LocalDate acceptBy,
            LocalDate returnBy,
            LocalDate replyBy,
            @Nullable Deadlines why,
            @Nullable UUID replaces) {
        /** A date that somebody has decided has no explanation. */
        Sending until(LocalDate day) {
            return until(day, null);
        }

        /** A date that was found by a rule keeps its explanation. */
        Sending until(DueDate due) {
            return until(due.date(), due);
        }

        private Sending until(LocalDate day, @Nullable DueDate reply) {
            var left = why == null ? null : new Deadlines(why.accept, why.giveBack, reply);
            return new Sending(on, by, acceptBy, returnBy, day, left, replaces);
        }

        /** Its provisional dates as they are now that the notices are out; what somebody has decided stays. */
        Sending settled(WorkingDays days) {
            if (why == null) {
                return this;
            }
            var accept = days.settled(why.accept);
            var giveBack = days.settled(why.giveBack);
            var reply = why.reply == null ? null : days.settled(why.reply);
            return new Sending(
                    on,
                    by,
                    accept.date(),
                    giveBack.date(),
                    reply == null ? replyBy : reply.date(),
                    new Deadlines(accept, giveBack, reply),
                    replaces);
        }
    }

    /** How each date was found. A reply date that somebody set by hand has no explanation. */
    @Serdeable
    public record Deadlines(
            DueDate accept, DueDate giveBack, @Nullable DueDate reply) {}

    /** That a unit said it is not its matter, and what the office said to that. */
    @Serdeable
    public record GiveBack(
            LocalDate requestedOn,
            String reason,
            @Nullable String decision,
            @Nullable LocalDate returnedOn) {}

    /** That a unit asked for a later day, and what the office said to that. */
    @Serdeable
    public record Extension(
            LocalDate askedOn,
            LocalDate until,
            String reason,
            @Nullable String decision) {}

    /**
     * What happened besides its course when a reply was late; kept although the unit replies in the end.
     *
     * @param since the first day on which it was late, of any deadline it had
     * @param urgedOn when the office last urged it, for the day that holds
     * @param escalatedTo to whom the delay was told, of the day that holds: LEADER of the unit, then the supervision BOARD
     */
    public record Late(
            @Nullable LocalDate since,
            @Nullable LocalDate urgedOn,
            @Nullable String escalatedTo) {
        static final Late NONE = new Late(null, null, null);

        /** There is a new day, not over yet: nobody above minds the delay any more. That it was late stays. */
        Late overcome() {
            return new Late(since, null, null);
        }
    }

    /** The move that whoever made it could still take back. */
    public record LastMove(String name, UUID by, AssignmentStatus from) {}

    /** The state after a move, with its dates. {@code feedbackBy} is until when a reply that is let through can be rated. */
    Assignment after(
            AssignmentMove move,
            AssignmentStatus.Facts facts,
            @Nullable UUID by,
            LocalDate on,
            Instant at,
            @Nullable LocalDate feedbackBy) {
        var next = status.after(move, facts);
        var sent = sendingAfter(move);
        return new Assignment(
                id,
                version + 1,
                subject,
                sessionId,
                move instanceof AssignmentMove.HandOn handOn ? handOn.unit() : unitId,
                role,
                next,
                sent,
                course.after(move, status, next, on, feedbackBy),
                isPutOff(move) && !sent.replyBy().isBefore(on) ? late.overcome() : late,
                by == null ? null : lastMove(move, by),
                imported,
                createdAt,
                at);
    }

    private Sending sendingAfter(AssignmentMove move) {
        return switch (move) {
            case AssignmentMove.DecideExtension decision
            when decision.granted() -> sending.until(course.granted(decision));
            case AssignmentMove.Rehandle again -> sending.until(again.by());
            default -> sending;
        };
    }

    /** The move sets a new day for reply or opinion. */
    private static boolean isPutOff(AssignmentMove move) {
        return move instanceof AssignmentMove.Rehandle
                || (move instanceof AssignmentMove.DecideExtension decision && decision.granted());
    }

    private @Nullable LastMove lastMove(AssignmentMove move, UUID by) {
        return switch (move) {
            case AssignmentMove.Accept _ -> new LastMove("accept", by, status);
            case AssignmentMove.RequestReturn _ -> new LastMove("request-return", by, status);
            case AssignmentMove.RequestExtension _ -> new LastMove("request-extension", by, status);
            case AssignmentMove.Opine _ -> new LastMove("give-opinion", by, status);
            case AssignmentMove.Reply _ -> new LastMove("reply", by, status);
            case AssignmentMove.ReviewReply review when review.approved() -> new LastMove("review-reply", by, status);
            case AssignmentMove.Silence _,
                    AssignmentMove.DecideReturn _,
                    AssignmentMove.DecideExtension _,
                    AssignmentMove.ReviewReply _,
                    AssignmentMove.Rehandle _,
                    AssignmentMove.HandOn _,
                    AssignmentMove.Cancel _,
                    AssignmentMove.TakeBack _ -> null;
        };
    }

    boolean isUntouched() {
        return status == AssignmentStatus.SENT && version == 1;
    }

    boolean isOverdue(LocalDate today) {
        return status.isOpen() && sending.replyBy().isBefore(today);
    }

    /** So late that the chair council was told. */
    boolean isSupervised() {
        return status.isOpen() && "BOARD".equals(late.escalatedTo());
    }

    /** It owes the proponent a reply of its own, and the proponent has it. */
    boolean isReleased() {
        return status == AssignmentStatus.REPLY_ACCEPTED;
    }
}
