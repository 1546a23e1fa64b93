package cn.tongxin.proposal;

import java.util.List;
import java.util.UUID;

/** The moves by their names: those of buttons, in the order of the work, and those of history. */
final class ProposalSteps {
    private static final UUID ANY = new UUID(0, 0);

    private ProposalSteps() {}

    /** One of each that is offered as a button, at a review stage. */
    static List<ProposalMove> offered(int stage) {
        return List.of(
                new ProposalMove.Invite(null, null),
                new ProposalMove.Submit(null, true),
                new ProposalMove.Accept(null),
                new ProposalMove.Review(null, stage, null),
                new ProposalMove.File(null),
                new ProposalMove.Assign(null, null),
                new ProposalMove.MarkKey(null),
                new ProposalMove.Rehandle(null, null),
                new ProposalMove.Consult(null, null, null, null, false),
                new ProposalMove.Close(null),
                new ProposalMove.Return(null, null),
                new ProposalMove.NotFile(null, null, null, null, null),
                new ProposalMove.Merge(ANY),
                new ProposalMove.UnMerge(null),
                new ProposalMove.Split(null, null, null),
                new ProposalMove.Appeal(null),
                new ProposalMove.AnswerConversion(true, null),
                new ProposalMove.UnFile(null, null),
                new ProposalMove.Withdraw(null, null),
                new ProposalMove.TakeBack());
    }

    /** Every move, for the laws that hold for all of them. */
    static List<ProposalMove> all(int stage) {
        var all = new java.util.ArrayList<>(offered(stage));
        all.addAll(List.of(
                new ProposalMove.UnmarkKey(null),
                new ProposalMove.Replied(),
                new ProposalMove.Reviewed(),
                new ProposalMove.Returned(),
                new ProposalMove.Rated()));
        return all;
    }

    static String name(ProposalMove move) {
        return switch (move) {
            case ProposalMove.Invite _ -> "invite";
            case ProposalMove.Submit _ -> "submit";
            case ProposalMove.Accept _ -> "accept";
            case ProposalMove.Return _ -> "return";
            case ProposalMove.Review _ -> "review";
            case ProposalMove.File _ -> "file";
            case ProposalMove.NotFile _ -> "not-file";
            case ProposalMove.UnFile _ -> "unfile";
            case ProposalMove.Merge _ -> "merge";
            case ProposalMove.UnMerge _ -> "unmerge";
            case ProposalMove.Split _ -> "split";
            case ProposalMove.Appeal _ -> "appeal";
            case ProposalMove.AnswerConversion _ -> "answer-conversion";
            case ProposalMove.Withdraw _ -> "withdraw";
            case ProposalMove.Assign _ -> "assign";
            case ProposalMove.MarkKey _ -> "mark-key";
            case ProposalMove.UnmarkKey _ -> "unmark-key";
            case ProposalMove.Rehandle _ -> "rehandle";
            case ProposalMove.Consult _ -> "consult";
            case ProposalMove.Close _ -> "close";
            case ProposalMove.TakeBack _ -> "take-back";
            case ProposalMove.Replied _, ProposalMove.Reviewed _, ProposalMove.Returned _, ProposalMove.Rated _ ->
                "follow";
        };
    }

    /** The kind of its line in history. */
    static String kind(ProposalMove move) {
        return switch (move) {
            case ProposalMove.Invite _ -> "proposal.cosigners-asked";
            case ProposalMove.Submit _ -> "proposal.submitted";
            case ProposalMove.Accept _ -> "proposal.accepted";
            case ProposalMove.Return _ -> "proposal.returned";
            case ProposalMove.Review _ -> "proposal.review-passed";
            case ProposalMove.File _ -> "proposal.filed";
            case ProposalMove.NotFile _ -> "proposal.not-filed";
            case ProposalMove.UnFile _ -> "proposal.unfiled";
            case ProposalMove.Merge _ -> "proposal.merged";
            case ProposalMove.UnMerge _ -> "proposal.unmerged";
            case ProposalMove.Split _ -> "proposal.split";
            case ProposalMove.Appeal _ -> "proposal.appealed";
            case ProposalMove.AnswerConversion answer ->
                answer.agreed() ? "proposal.conversion-agreed" : "proposal.conversion-refused";
            case ProposalMove.Withdraw _ -> "proposal.withdrawn";
            case ProposalMove.Assign _ -> "proposal.assigned";
            case ProposalMove.MarkKey _ -> "proposal.key-marked";
            case ProposalMove.UnmarkKey _ -> "proposal.key-unmarked";
            case ProposalMove.Rehandle _ -> "proposal.rehandled";
            case ProposalMove.Consult _ -> "proposal.consulted";
            case ProposalMove.Close _ -> "proposal.closed";
            case ProposalMove.TakeBack _ -> "proposal.move-taken-back";
            case ProposalMove.Replied _ -> "proposal.replied";
            case ProposalMove.Reviewed _ -> "proposal.reply-reviewed";
            case ProposalMove.Returned _ -> "proposal.unassigned";
            case ProposalMove.Rated _ -> "proposal.feedback-in";
        };
    }
}
