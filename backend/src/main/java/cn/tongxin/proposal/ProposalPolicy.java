package cn.tongxin.proposal;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;

/** Who may see a proposal and make which move. Whom it does not name, it denies. */
final class ProposalPolicy {
    private ProposalPolicy() {}

    /** The writer, the co-signers and the unit that works on it see it; the office once it is handed in. */
    static boolean sees(Caller caller, Proposal proposal, boolean cosigns, boolean worksOnIt) {
        return isAuthor(caller, proposal)
                || cosigns
                || worksOnIt
                || madeLastMove(caller, proposal)
                || (reviews(caller) && proposal.status() != ProposalStatus.DRAFT)
                || (caller.has(Role.ASSIGNING_OFFICE) && proposal.status().standsFiled());
    }

    static boolean lists(Caller caller) {
        return caller.isMember() || isOffice(caller) || caller.worksInUnit();
    }

    static boolean allows(Caller caller, ProposalMove move, Proposal proposal) {
        return caller.mayWrite()
                && switch (move) {
                    case ProposalMove.Submit _ -> isAuthor(caller, proposal);
                    case ProposalMove.Accept _,
                            ProposalMove.UnFile _,
                            ProposalMove.Rehandle _,
                            ProposalMove.Consult _,
                            ProposalMove.Close _ -> isStaff(caller);
                    case ProposalMove.Return _, ProposalMove.Review _, ProposalMove.File _, ProposalMove.NotFile _ ->
                        reviews(caller);
                    case ProposalMove.Assign _ -> isStaff(caller) || caller.has(Role.ASSIGNING_OFFICE);
                    case ProposalMove.Withdraw _ ->
                        isStaff(caller)
                                || (isProponent(caller, proposal)
                                        && !proposal.status().standsFiled());
                    case ProposalMove.TakeBack _ -> madeLastMove(caller, proposal);
                    case ProposalMove.Merge _,
                            ProposalMove.MarkKey _,
                            ProposalMove.Replied _,
                            ProposalMove.Reviewed _,
                            ProposalMove.Returned _,
                            ProposalMove.Rated _ -> false;
                };
    }

    static void check(Caller caller, ProposalMove move, Proposal proposal) {
        if (allows(caller, move, proposal)) {
            return;
        }
        if (move instanceof ProposalMove.TakeBack && (isAuthor(caller, proposal) || isOffice(caller))) {
            throw Refusal.conflict("proposal.acted-on", "The last move was not yours; it cannot be taken back.")
                    .with("state", proposal.status());
        }
        throw Refusal.notAllowed();
    }

    /** Nobody judges his own proposal, from whichever seat. */
    static boolean judges(ProposalMove move) {
        return switch (move) {
            case ProposalMove.Accept _,
                    ProposalMove.Return _,
                    ProposalMove.Review _,
                    ProposalMove.File _,
                    ProposalMove.NotFile _,
                    ProposalMove.UnFile _,
                    ProposalMove.Rehandle _,
                    ProposalMove.Consult _,
                    ProposalMove.Close _ -> true;
            case ProposalMove.Submit _,
                    ProposalMove.Merge _,
                    ProposalMove.Withdraw _,
                    ProposalMove.Assign _,
                    ProposalMove.MarkKey _,
                    ProposalMove.TakeBack _,
                    ProposalMove.Replied _,
                    ProposalMove.Reviewed _,
                    ProposalMove.Returned _,
                    ProposalMove.Rated _ -> false;
        };
    }

    /** Members write their own; the office writes on a member's behalf. */
    static void checkDrafts(Caller caller, boolean onBehalf) {
        if (!caller.mayWrite() || !(onBehalf ? isStaff(caller) : caller.isMember())) {
            throw Refusal.notAllowed();
        }
    }

    static void checkImports(Caller caller) {
        if (!caller.mayWrite() || !isStaff(caller)) {
            throw Refusal.notAllowed();
        }
    }

    static boolean edits(Caller caller, Proposal proposal) {
        return caller.mayWrite() && isAuthor(caller, proposal);
    }

    /** The proponent, or whoever of the office typed it for him. */
    static boolean isAuthor(Caller caller, Proposal proposal) {
        return isProponent(caller, proposal)
                || (proposal.author().enteredBy() != null
                        && proposal.author().enteredBy().equals(caller.seat())
                        && isStaff(caller));
    }

    static boolean isProponent(Caller caller, Proposal proposal) {
        return proposal.author().seat().equals(caller.seat());
    }

    static boolean isStaff(Caller caller) {
        return caller.has(Role.PROPOSAL_STAFF);
    }

    static boolean reviews(Caller caller) {
        return caller.hasAny(Role.PROPOSAL_STAFF, Role.PROPOSAL_REVIEWER);
    }

    static boolean isOffice(Caller caller) {
        return reviews(caller) || caller.has(Role.ASSIGNING_OFFICE);
    }

    private static boolean madeLastMove(Caller caller, Proposal proposal) {
        return proposal.lastMove() != null && proposal.lastMove().by().equals(caller.seat());
    }
}
