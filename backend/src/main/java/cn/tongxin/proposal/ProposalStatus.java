package cn.tongxin.proposal;

import cn.tongxin.committee.ProposalRules;
import cn.tongxin.handling.Standing;
import cn.tongxin.http.Refusal;
import org.jspecify.annotations.Nullable;

/** The whole workflow of a proposal, on one page. */
public enum ProposalStatus {
    DRAFT,
    CO_SIGNING,
    SUBMITTED,
    IN_REVIEW,
    FILED,
    MERGED,
    NOT_FILED,
    SUPERSEDED,
    HANDLING,
    REPLY_REVIEW,
    AWAITING_FEEDBACK,
    FEEDBACK_IN,
    REHANDLING,
    CLOSED,
    WITHDRAWN;

    /**
     * What decides besides the state.
     *
     * @param stage the review stage; 0 outside of review
     * @param handedIn it was handed in once, though it may have been sent back since
     * @param handling how the units stand
     * @param before the state before the last move, where that can still be taken back
     */
    public record Facts(
            int stage,
            boolean handedIn,
            Standing handling,
            @Nullable ProposalStatus before) {
        static final Facts NONE = new Facts(0, true, Standing.NONE, null);
    }

    public ProposalStatus after(ProposalMove move, ProposalRules rules, Facts facts) {
        var last = facts.stage >= rules.reviewStages();
        var handling = facts.handling;
        return switch (move) {
            case ProposalMove.Invite _ when this == DRAFT || this == CO_SIGNING -> CO_SIGNING;
            case ProposalMove.Submit _ when this == DRAFT || this == CO_SIGNING -> SUBMITTED;
            case ProposalMove.Accept _ when this == SUBMITTED -> IN_REVIEW;
            case ProposalMove.Return _ when this == SUBMITTED || this == IN_REVIEW -> DRAFT;
            case ProposalMove.Review review
            when this == IN_REVIEW && review.stage() == facts.stage && !last -> IN_REVIEW;
            case ProposalMove.File _ when this == IN_REVIEW && last -> FILED;
            case ProposalMove.NotFile _ when this == IN_REVIEW && last -> NOT_FILED;
            case ProposalMove.Merge _ when this == IN_REVIEW && last -> MERGED;
            case ProposalMove.Merge _
            when this == FILED || this == MERGED || (this == HANDLING && handling.replied() == 0) -> MERGED;
            case ProposalMove.UnMerge _ when this == MERGED -> IN_REVIEW;
            case ProposalMove.Split _ when this == SUBMITTED || this == IN_REVIEW -> SUPERSEDED;
            case ProposalMove.Appeal _ when this == NOT_FILED -> IN_REVIEW;
            case ProposalMove.AnswerConversion _ when this == NOT_FILED -> NOT_FILED;
            case ProposalMove.UnFile _ when this == FILED -> IN_REVIEW;
            case ProposalMove.UnFile _ when this == HANDLING && handling.replied() == 0 -> IN_REVIEW;
            case ProposalMove.Withdraw _ when isWritten() && facts.handedIn -> WITHDRAWN;
            case ProposalMove.Withdraw _ when this == SUBMITTED || this == IN_REVIEW -> WITHDRAWN;
            case ProposalMove.Withdraw _ when this == FILED -> WITHDRAWN;
            case ProposalMove.Withdraw _ when this == HANDLING && handling.replied() == 0 -> WITHDRAWN;
            case ProposalMove.Assign _ when this == FILED || this == HANDLING -> HANDLING;
            case ProposalMove.MarkKey _ when standsFiled() -> this;
            case ProposalMove.UnmarkKey _ when standsFiled() -> this;
            case ProposalMove.Replied _ when isHandled() -> handled(handling);
            case ProposalMove.Reviewed _ when isHandled() -> handled(handling);
            case ProposalMove.Returned _ when isHandled() || this == FEEDBACK_IN -> handled(handling);
            case ProposalMove.Returned _ when this == CLOSED -> this;
            case ProposalMove.Rated _ when this == CLOSED -> this;
            case ProposalMove.Rated _ when isHandled() || this == FEEDBACK_IN -> handled(handling);
            case ProposalMove.Rehandle _
            when this == FEEDBACK_IN && handling.dissatisfied() > 0 && !handling.lastRound() -> REHANDLING;
            case ProposalMove.Consult _
            when this == FEEDBACK_IN && handling.dissatisfied() > 0 && handling.lastRound() -> CLOSED;
            case ProposalMove.Close _
            when (this == FEEDBACK_IN || this == AWAITING_FEEDBACK) && handling.dissatisfied() > 0 ->
                throw Refusal.conflict(
                                "proposal.not-satisfied", "The proponent was not satisfied; it is handled once more.")
                        .with("state", this);
            case ProposalMove.Close _ when this == FEEDBACK_IN -> CLOSED;
            case ProposalMove.Close _ when this == AWAITING_FEEDBACK && handling.feedbackOver() -> CLOSED;
            case ProposalMove.TakeBack _ when facts.before != null -> facts.before;
            case ProposalMove.TakeBack _ ->
                throw Refusal.conflict("proposal.acted-on", "Somebody has acted on it; it cannot be taken back.")
                        .with("state", this);
            case ProposalMove.Invite _,
                    ProposalMove.Submit _,
                    ProposalMove.Accept _,
                    ProposalMove.Return _,
                    ProposalMove.Review _,
                    ProposalMove.File _,
                    ProposalMove.NotFile _,
                    ProposalMove.Merge _,
                    ProposalMove.UnMerge _,
                    ProposalMove.Split _,
                    ProposalMove.Appeal _,
                    ProposalMove.AnswerConversion _,
                    ProposalMove.UnFile _,
                    ProposalMove.Withdraw _,
                    ProposalMove.Assign _,
                    ProposalMove.MarkKey _,
                    ProposalMove.UnmarkKey _,
                    ProposalMove.Replied _,
                    ProposalMove.Reviewed _,
                    ProposalMove.Returned _,
                    ProposalMove.Rated _,
                    ProposalMove.Rehandle _,
                    ProposalMove.Consult _,
                    ProposalMove.Close _ ->
                throw Refusal.conflict("proposal.move-not-allowed", "A proposal in " + this + " cannot take this step.")
                        .with("state", this)
                        .with("stage", facts.stage == 0 ? null : facts.stage);
        };
    }

    /** Its proponent still works on the text. */
    public boolean isWritten() {
        return this == DRAFT || this == CO_SIGNING;
    }

    /** It holds a case number now. */
    public boolean standsFiled() {
        return this == FILED || isHandled() || this == FEEDBACK_IN || this == CLOSED;
    }

    /** Units, the office or the proponent have something to do about a reply. */
    private boolean isHandled() {
        return this == HANDLING || this == REPLY_REVIEW || this == AWAITING_FEEDBACK || this == REHANDLING;
    }

    private static ProposalStatus handled(Standing handling) {
        if (handling.live() == 0) {
            return FILED;
        }
        if (!handling.allReplied()) {
            return handling.round() > 1 ? REHANDLING : HANDLING;
        }
        if (!handling.allReleased()) {
            return REPLY_REVIEW;
        }
        return handling.allRated() ? FEEDBACK_IN : AWAITING_FEEDBACK;
    }
}
