package cn.tongxin.proposal;

import cn.tongxin.history.Line;
import cn.tongxin.shared.Words;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** How history tells of a move. */
public final class ProposalLines {
    private ProposalLines() {}

    public static Line of(ProposalMove move, Proposal before, Proposal after) {
        var line =
                Line.of(ProposalSteps.kind(move), Proposal.SUBJECT, before.id()).moved(before.status(), after.status());
        return switch (move) {
            case ProposalMove.Submit _ ->
                line.with("kind", after.intake() == null ? null : after.intake().kind())
                        .with(
                                "onBehalfOf",
                                after.author().enteredBy() == null
                                        ? null
                                        : after.author().seat());
            case ProposalMove.Return back -> line.with("reason", back.reason());
            case ProposalMove.Review review ->
                line.with("stage", review.stage()).with("reason", review.comment());
            case ProposalMove.File _ -> line.with("caseNo", after.course().caseNo());
            case ProposalMove.NotFile not ->
                line.with("notFileReason", not.reason())
                        .with("disposition", not.disposition())
                        .with("reason", not.comment())
                        .with("referredTo", Words.named(not.referredTo()));
            case ProposalMove.UnFile back ->
                line.with("reason", back.reason())
                        .with("caseNo", before.course().caseNo());
            case ProposalMove.Withdraw withdraw ->
                line.with("reason", withdraw.reason())
                        .with("caseNo", before.course().caseNo());
            case ProposalMove.TakeBack _ ->
                line.with(
                        "move",
                        before.lastMove() == null ? null : before.lastMove().name());
            case ProposalMove.Rehandle again -> line.with("reason", again.reason());
            case ProposalMove.Consult held -> line.with("on", held.on()).with("resolved", held.resolved());
            case ProposalMove.Merge merge -> line.with("into", merge.into());
            case ProposalMove.UnMerge back ->
                line.with("reason", back.reason()).with("from", before.course().mergedInto());
            case ProposalMove.Split split -> line.with("reason", split.reason());
            case ProposalMove.Appeal appeal -> line.with("reason", appeal.reason());
            case ProposalMove.AnswerConversion answer -> line.with("reason", answer.comment());
            case ProposalMove.Invite invite ->
                line.with(
                                "seats",
                                Objects.requireNonNullElse(invite.seats(), List.<UUID>of()).stream()
                                        .map(UUID::toString)
                                        .collect(Collectors.joining(",")))
                        .with("answerBy", invite.answerBy());
            case ProposalMove.MarkKey key -> line.with("ledBy", key.ledBy());
            case ProposalMove.UnmarkKey no -> line.with("reason", no.reason());
            case ProposalMove.Accept _,
                    ProposalMove.Assign _,
                    ProposalMove.Close _,
                    ProposalMove.Replied _,
                    ProposalMove.Reviewed _,
                    ProposalMove.Returned _,
                    ProposalMove.Rated _ -> line;
        };
    }
}
