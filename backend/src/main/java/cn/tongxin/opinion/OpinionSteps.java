package cn.tongxin.opinion;

import java.util.List;

/** The moves by their names: those of buttons, in the order of the work, and those of history. */
final class OpinionSteps {
    private OpinionSteps() {}

    /** One of each that is offered as a button. */
    static List<OpinionMove> offered() {
        return List.of(
                new OpinionMove.Submit(null, true),
                new OpinionMove.Take(null),
                new OpinionMove.RequestApproval(null),
                new OpinionMove.Forward(null, null),
                new OpinionMove.SendUp(null),
                new OpinionMove.Close(null),
                new OpinionMove.SendBack(null, null),
                new OpinionMove.Return(null, null),
                new OpinionMove.Retain(null, null, null, null),
                new OpinionMove.NotUse(null, null, null, null),
                new OpinionMove.Withdraw(null, null),
                new OpinionMove.TakeBack());
    }

    static String name(OpinionMove move) {
        return switch (move) {
            case OpinionMove.Submit _ -> "submit";
            case OpinionMove.Take _ -> "take";
            case OpinionMove.Return _ -> "return";
            case OpinionMove.Retain _ -> "retain";
            case OpinionMove.NotUse _ -> "not-use";
            case OpinionMove.RequestApproval _ -> "request-approval";
            case OpinionMove.SendBack _ -> "send-back";
            case OpinionMove.Issue _ -> "issue";
            case OpinionMove.Forward _ -> "forward";
            case OpinionMove.Followed _ -> "follow";
            case OpinionMove.Close _ -> "close";
            case OpinionMove.Withdraw _ -> "withdraw";
            case OpinionMove.SendUp _ -> "send-up";
            case OpinionMove.TakeBack _ -> "take-back";
        };
    }

    /** The kind of its line in history. */
    static String kind(OpinionMove move) {
        return switch (move) {
            case OpinionMove.Submit _ -> "opinion.submitted";
            case OpinionMove.Take _ -> "opinion.taken";
            case OpinionMove.Return _ -> "opinion.returned";
            case OpinionMove.Retain _ -> "opinion.retained";
            case OpinionMove.NotUse _ -> "opinion.not-used";
            case OpinionMove.RequestApproval _ -> "opinion.approval-requested";
            case OpinionMove.SendBack _ -> "opinion.sent-back";
            case OpinionMove.Issue _ -> "opinion.issued";
            case OpinionMove.Forward _ -> "opinion.forwarded";
            case OpinionMove.Followed _ -> "opinion.followed";
            case OpinionMove.Close _ -> "opinion.closed";
            case OpinionMove.Withdraw _ -> "opinion.withdrawn";
            case OpinionMove.SendUp _ -> "opinion.sent-up";
            case OpinionMove.TakeBack _ -> "opinion.move-taken-back";
        };
    }
}
