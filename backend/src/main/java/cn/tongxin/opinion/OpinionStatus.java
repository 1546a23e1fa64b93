package cn.tongxin.opinion;

import cn.tongxin.handling.Standing;
import cn.tongxin.http.Refusal;
import org.jspecify.annotations.Nullable;

/** The whole workflow of an opinion report, on one page. */
public enum OpinionStatus {
    DRAFT,
    SUBMITTED,
    EDITING,
    IN_APPROVAL,
    ISSUED,
    FORWARDED,
    CLOSED,
    RETAINED,
    NOT_USED,
    WITHDRAWN;

    /**
     * What decides besides the state.
     *
     * @param handling how the units stand
     * @param before the state before the last move, where that can still be taken back
     * @param copy it came from a committee below and has no author here
     * @param sentUp a copy is above already
     * @param handedIn it was handed in before
     */
    record Facts(Standing handling, @Nullable OpinionStatus before, boolean copy, boolean sentUp, boolean handedIn) {
        static final Facts NONE = new Facts(Standing.NONE, null, false, false, false);
    }

    OpinionStatus after(OpinionMove move, Facts facts) {
        return switch (move) {
            case OpinionMove.Submit _ when this == DRAFT -> SUBMITTED;
            case OpinionMove.Take _ when this == SUBMITTED || this == RETAINED -> EDITING;
            case OpinionMove.Return _ when isOpen() && !facts.copy -> DRAFT;
            case OpinionMove.Retain _ when isOpen() -> RETAINED;
            case OpinionMove.NotUse _ when isOpen() || this == RETAINED -> NOT_USED;
            case OpinionMove.RequestApproval _ when this == EDITING -> IN_APPROVAL;
            case OpinionMove.SendBack _ when this == IN_APPROVAL -> EDITING;
            case OpinionMove.Issue _ when this == IN_APPROVAL -> ISSUED;
            case OpinionMove.Forward _ when this == ISSUED || this == CLOSED -> FORWARDED;
            case OpinionMove.Followed _ when standsIssued() -> followed(facts.handling);
            case OpinionMove.Close _ when this == ISSUED -> CLOSED;
            case OpinionMove.Close _
            when this == FORWARDED ->
                throw Refusal.conflict("opinion.forward-open", "A unit still owes its reply.")
                        .with("state", this);
            case OpinionMove.Withdraw _ when isOpen() && !facts.copy -> WITHDRAWN;
            case OpinionMove.Withdraw _ when this == DRAFT && facts.handedIn -> WITHDRAWN;
            case OpinionMove.Withdraw _ when standsIssued() -> WITHDRAWN;
            case OpinionMove.SendUp _
            when standsIssued() && facts.sentUp ->
                throw Refusal.conflict("opinion.sent-up-already", "A copy is above already.")
                        .with("state", this);
            case OpinionMove.SendUp _ when standsIssued() -> this;
            case OpinionMove.TakeBack _ when facts.before != null -> facts.before;
            case OpinionMove.TakeBack _ ->
                throw Refusal.conflict("opinion.acted-on", "Somebody has acted on it; it cannot be taken back.")
                        .with("state", this);
            case OpinionMove.Submit _,
                    OpinionMove.Take _,
                    OpinionMove.Return _,
                    OpinionMove.Retain _,
                    OpinionMove.NotUse _,
                    OpinionMove.RequestApproval _,
                    OpinionMove.SendBack _,
                    OpinionMove.Issue _,
                    OpinionMove.Forward _,
                    OpinionMove.Followed _,
                    OpinionMove.Close _,
                    OpinionMove.Withdraw _,
                    OpinionMove.SendUp _ ->
                throw Refusal.conflict("opinion.move-not-allowed", "A report in " + this + " cannot take this step.")
                        .with("state", this);
        };
    }

    /** The office has it, and nobody has decided what becomes of it. */
    boolean isOpen() {
        return this == SUBMITTED || this == EDITING;
    }

    /** It is its author's to withdraw: nobody has decided, or it came back to him. */
    boolean isWritten() {
        return isOpen() || this == DRAFT;
    }

    /** It stands in a bulletin now. */
    boolean standsIssued() {
        return this == ISSUED || this == FORWARDED || this == CLOSED;
    }

    /** Its author knows what became of it. */
    boolean isAnswered() {
        return this == DRAFT || this == RETAINED || this == NOT_USED || standsIssued();
    }

    /** Its author waits for word. */
    boolean awaitsAnswer() {
        return isOpen() || this == IN_APPROVAL;
    }

    private OpinionStatus followed(Standing handling) {
        return handling.live() > 0 && !handling.allReleased() ? FORWARDED : this == CLOSED ? CLOSED : ISSUED;
    }
}
