package cn.tongxin.proposal;

import cn.tongxin.http.Refusal;

/** The whole workflow of a proposal, on one page. */
public enum ProposalStatus {
    DRAFT,
    SUBMITTED;

    ProposalStatus after(ProposalMove move) {
        return switch (move) {
            case ProposalMove.Submit _ when this == DRAFT -> SUBMITTED;
            case ProposalMove.Return _ when this == SUBMITTED -> DRAFT;
            case ProposalMove.Submit _, ProposalMove.Return _ ->
                throw Refusal.conflict("proposal.move-not-allowed", "A proposal in " + this + " cannot take this step.")
                        .with("status", this);
        };
    }
}
