package cn.tongxin.handling;

import cn.tongxin.http.Refusal;
import org.jspecify.annotations.Nullable;

/** The whole course of an assignment, on one page. */
public enum AssignmentStatus {
    SENT,
    ACCEPTED,
    RETURN_REQUESTED,
    RETURNED,
    REPLIED,
    CANCELLED;

    /**
     * What decides besides the state.
     *
     * @param returnWindowOver the days in which a unit may ask to return it have passed
     * @param silenceAccepted that, and the rules take silence for acceptance
     * @param before the state before the last move, where that can still be taken back
     */
    record Facts(
            boolean returnWindowOver,
            boolean silenceAccepted,
            @Nullable AssignmentStatus before) {
        /** What an office knows to have happened needs no window. */
        static final Facts PAST = new Facts(false, true, null);
    }

    AssignmentStatus after(AssignmentMove move, Facts facts) {
        return switch (move) {
            case AssignmentMove.Accept _ when this == SENT -> ACCEPTED;
            case AssignmentMove.RequestReturn _
            when (this == SENT || this == ACCEPTED) && facts.returnWindowOver ->
                throw Refusal.conflict("assignment.return-window-over", "The days to ask for a return are over.")
                        .with("state", this);
            case AssignmentMove.RequestReturn _ when this == SENT || this == ACCEPTED -> RETURN_REQUESTED;
            case AssignmentMove.DecideReturn decision
            when this == RETURN_REQUESTED -> decision.granted() ? RETURNED : ACCEPTED;
            case AssignmentMove.Reply _ when this == ACCEPTED || (this == SENT && facts.silenceAccepted) -> REPLIED;
            case AssignmentMove.Cancel _ when isOpen() -> CANCELLED;
            case AssignmentMove.TakeBack _ when facts.before != null -> facts.before;
            case AssignmentMove.TakeBack _ ->
                throw Refusal.conflict("assignment.acted-on", "Somebody has acted on it; it cannot be taken back.")
                        .with("state", this);
            case AssignmentMove.Accept _,
                    AssignmentMove.RequestReturn _,
                    AssignmentMove.DecideReturn _,
                    AssignmentMove.Reply _,
                    AssignmentMove.Cancel _ ->
                throw Refusal.conflict(
                                "assignment.move-not-allowed", "An assignment in " + this + " cannot take this step.")
                        .with("state", this);
        };
    }

    /** The unit still has something to do. */
    boolean isOpen() {
        return this == SENT || this == ACCEPTED || this == RETURN_REQUESTED;
    }

    /** It is the unit's matter, done or to be done. */
    boolean isLive() {
        return isOpen() || this == REPLIED;
    }
}
