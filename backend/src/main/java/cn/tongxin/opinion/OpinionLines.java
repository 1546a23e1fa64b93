package cn.tongxin.opinion;

import cn.tongxin.history.Line;
import cn.tongxin.shared.Words;

/** How history tells of a move. It names no text and no leader. */
final class OpinionLines {
    private OpinionLines() {}

    static Line of(OpinionMove move, OpinionReport before, OpinionReport after) {
        var line = Line.of(OpinionSteps.kind(move), OpinionReport.SUBJECT, before.id())
                .moved(before.status(), after.status());
        return switch (move) {
            case OpinionMove.Submit _ ->
                line.with(
                        "onBehalfOf",
                        after.author().enteredBy() == null
                                ? null
                                : after.author().seat());
            case OpinionMove.Return back -> line.with("reason", back.reason());
            case OpinionMove.Retain keep ->
                line.with("answerReason", keep.reason())
                        .with("reason", keep.comment())
                        .with("referredTo", Words.named(keep.referredTo()));
            case OpinionMove.NotUse not ->
                line.with("answerReason", not.reason())
                        .with("reason", not.comment())
                        .with("referredTo", Words.named(not.referredTo()));
            case OpinionMove.SendBack back -> line.with("reason", back.reason());
            case OpinionMove.Issue issue -> line.with("mode", issue.mode());
            case OpinionMove.Withdraw withdraw -> line.with("reason", withdraw.reason());
            case OpinionMove.SendUp _ -> line.with("to", after.upward().to());
            case OpinionMove.TakeBack _ ->
                line.with(
                        "move",
                        before.lastMove() == null ? null : before.lastMove().name());
            case OpinionMove.Take _,
                    OpinionMove.RequestApproval _,
                    OpinionMove.Forward _,
                    OpinionMove.Followed _,
                    OpinionMove.Close _ -> line;
        };
    }
}
