package cn.tongxin.handling;

import cn.tongxin.http.Refusal;
import org.jspecify.annotations.Nullable;

/** The whole course of an assignment, on one page. */
public enum AssignmentStatus {
    SENT,
    ACCEPTED,
    RETURN_REQUESTED,
    RETURNED,
    EXTENSION_REQUESTED,
    OPINION_GIVEN,
    REPLIED,
    REPLY_ACCEPTED,
    CANCELLED;

    /**
     * What decides besides the state.
     *
     * @param returnWindowOver the days in which a unit may ask to return it have passed
     * @param silenceAccepted that, and the rules take silence for acceptance
     * @param reviewed the office looks at a reply before the proponent does
     * @param extensible it may be extended once more
     * @param before the state before the last move, where that can still be taken back
     */
    record Facts(
            AssignmentRole role,
            boolean returnWindowOver,
            boolean silenceAccepted,
            boolean reviewed,
            boolean extensible,
            @Nullable AssignmentStatus before) {
        /** What an office knows to have happened, or does itself, needs no window and no review. */
        static Facts past(AssignmentRole role) {
            return new Facts(role, false, true, false, true, null);
        }
    }

    AssignmentStatus after(AssignmentMove move, Facts facts) {
        var inHand = this == ACCEPTED || (this == SENT && facts.silenceAccepted);
        return switch (move) {
            case AssignmentMove.Accept _ when this == SENT -> ACCEPTED;
            case AssignmentMove.Silence _ when this == SENT && facts.silenceAccepted -> ACCEPTED;
            case AssignmentMove.RequestReturn _
            when (this == SENT || this == ACCEPTED) && facts.returnWindowOver ->
                throw refusal("assignment.return-window-over", "The days to ask for a return are over.");
            case AssignmentMove.RequestReturn _ when this == SENT || this == ACCEPTED -> RETURN_REQUESTED;
            case AssignmentMove.DecideReturn decision
            when this == RETURN_REQUESTED -> decision.granted() ? RETURNED : ACCEPTED;
            case AssignmentMove.RequestExtension _
            when inHand && !facts.extensible ->
                throw refusal("assignment.extensions-used", "It cannot be extended once more.");
            case AssignmentMove.RequestExtension _ when inHand -> EXTENSION_REQUESTED;
            case AssignmentMove.DecideExtension _ when this == EXTENSION_REQUESTED -> ACCEPTED;
            case AssignmentMove.Opine _ when inHand && !facts.role.owesReply() -> OPINION_GIVEN;
            case AssignmentMove.Reply _
            when inHand && facts.role.owesReply() -> facts.reviewed ? REPLIED : REPLY_ACCEPTED;
            case AssignmentMove.ReviewReply review
            when this == REPLIED -> review.approved() ? REPLY_ACCEPTED : ACCEPTED;
            case AssignmentMove.Rehandle _ when this == REPLY_ACCEPTED || this == OPINION_GIVEN -> ACCEPTED;
            case AssignmentMove.HandOn _ when isOpen() || this == REPLIED -> this;
            case AssignmentMove.Cancel _ when isOpen() || this == OPINION_GIVEN || this == REPLIED -> CANCELLED;
            case AssignmentMove.TakeBack _ when facts.before != null -> facts.before;
            case AssignmentMove.TakeBack _ ->
                throw refusal("assignment.acted-on", "Somebody has acted on it; it cannot be taken back.");
            case AssignmentMove.Accept _,
                    AssignmentMove.Silence _,
                    AssignmentMove.RequestReturn _,
                    AssignmentMove.DecideReturn _,
                    AssignmentMove.RequestExtension _,
                    AssignmentMove.DecideExtension _,
                    AssignmentMove.Opine _,
                    AssignmentMove.Reply _,
                    AssignmentMove.ReviewReply _,
                    AssignmentMove.Rehandle _,
                    AssignmentMove.HandOn _,
                    AssignmentMove.Cancel _ ->
                throw refusal("assignment.move-not-allowed", "An assignment in " + this + " cannot take this step.");
        };
    }

    /** The unit still has something to do. */
    boolean isOpen() {
        return this == SENT || this == ACCEPTED || this == RETURN_REQUESTED || this == EXTENSION_REQUESTED;
    }

    /** It is the unit's matter, done or to be done. */
    boolean isLive() {
        return this != RETURNED && this != CANCELLED;
    }

    private Refusal refusal(String code, String detail) {
        return Refusal.conflict(code, detail).with("state", this);
    }
}
