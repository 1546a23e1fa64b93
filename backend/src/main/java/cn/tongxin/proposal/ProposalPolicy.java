package cn.tongxin.proposal;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may see a proposal and make which move. Whom it does not name, it denies. */
public final class ProposalPolicy {
    private ProposalPolicy() {}

    /** The writer, whoever signs with him and the unit that works on it see it; the office once it is handed in. */
    public static boolean sees(Caller caller, Proposal proposal, boolean signs, boolean worksOnIt) {
        return isAuthor(caller, proposal)
                || signs
                || (caller.isMember() && isOpenToSeconds(proposal))
                || worksOnIt
                || follows(caller, proposal)
                || madeLastMove(caller, proposal)
                || (reviews(caller) && !proposal.status().isWritten() && proposal.intake() != null)
                || (caller.has(Role.ASSIGNING_OFFICE) && proposal.status().standsFiled());
    }

    /** A key proposal is read by whoever leads it, by the chair council, which chose it, and by the secretary-general. */
    private static boolean follows(Caller caller, Proposal proposal) {
        var course = proposal.course();
        return course.keyOn() != null
                && (caller.hasAny(Role.CHAIR_COUNCIL, Role.SECRETARY_GENERAL)
                        || (course.keyLedBy() != null && caller.actsFor(course.keyLedBy())));
    }

    /** Who looks at all key proposals together. */
    public static boolean overseesKeys(Caller caller) {
        return isOffice(caller) || caller.hasAny(Role.CHAIR_COUNCIL, Role.SECRETARY_GENERAL);
    }

    public static void checkLists(Caller caller) {
        if (!lists(caller)) {
            throw Refusal.notAllowed();
        }
    }

    static boolean lists(Caller caller) {
        return caller.isMember() || isOffice(caller) || caller.worksInUnit();
    }

    /** Who writes, and who reviews, compares a text with others. */
    static void checkCompares(Caller caller) {
        if (!caller.isMember() && !isOffice(caller)) {
            throw Refusal.notAllowed();
        }
    }

    public static boolean allows(Caller caller, ProposalMove move, Proposal proposal) {
        return caller.mayWrite()
                && switch (move) {
                    case ProposalMove.Invite _,
                            ProposalMove.Submit _,
                            ProposalMove.Appeal _,
                            ProposalMove.AnswerConversion _ -> isAuthor(caller, proposal);
                    case ProposalMove.Accept _,
                            ProposalMove.UnFile _,
                            ProposalMove.UnMerge _,
                            ProposalMove.Rehandle _,
                            ProposalMove.MarkKey _,
                            ProposalMove.UnmarkKey _,
                            ProposalMove.Consult _,
                            ProposalMove.Close _ -> isStaff(caller);
                    case ProposalMove.Review _, ProposalMove.File _, ProposalMove.NotFile _ -> reviews(caller);
                    case ProposalMove.Return _, ProposalMove.Merge _, ProposalMove.Split _ ->
                        isStaff(caller) || (reviews(caller) && proposal.status() == ProposalStatus.IN_REVIEW);
                    case ProposalMove.Assign _ -> isStaff(caller) || caller.has(Role.ASSIGNING_OFFICE);
                    case ProposalMove.Withdraw _ ->
                        isStaff(caller)
                                || (isProponent(caller, proposal)
                                        && !proposal.status().standsFiled());
                    case ProposalMove.TakeBack _ -> madeLastMove(caller, proposal);
                    case ProposalMove.Replied _,
                            ProposalMove.Reviewed _,
                            ProposalMove.Returned _,
                            ProposalMove.Rated _ -> false;
                };
    }

    public static void check(Caller caller, ProposalMove move, Proposal proposal) {
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
    public static boolean judges(ProposalMove move) {
        return switch (move) {
            case ProposalMove.Accept _,
                    ProposalMove.Return _,
                    ProposalMove.Review _,
                    ProposalMove.File _,
                    ProposalMove.NotFile _,
                    ProposalMove.Merge _,
                    ProposalMove.UnMerge _,
                    ProposalMove.Split _,
                    ProposalMove.UnFile _,
                    ProposalMove.Rehandle _,
                    ProposalMove.Consult _,
                    ProposalMove.Close _ -> true;
            case ProposalMove.Invite _,
                    ProposalMove.Submit _,
                    ProposalMove.Appeal _,
                    ProposalMove.AnswerConversion _,
                    ProposalMove.Withdraw _,
                    ProposalMove.Assign _,
                    ProposalMove.MarkKey _,
                    ProposalMove.UnmarkKey _,
                    ProposalMove.TakeBack _,
                    ProposalMove.Replied _,
                    ProposalMove.Reviewed _,
                    ProposalMove.Returned _,
                    ProposalMove.Rated _ -> false;
        };
    }

    /** Whether the move belongs to the stage of a review, whose reviewers may be named. The office splits at any. */
    public static boolean isOfAStage(Caller caller, ProposalMove move, Proposal proposal) {
        return proposal.status() == ProposalStatus.IN_REVIEW
                && (move instanceof ProposalMove.Review
                        || move instanceof ProposalMove.Return
                        || move instanceof ProposalMove.File
                        || move instanceof ProposalMove.NotFile
                        || move instanceof ProposalMove.Merge
                        || (move instanceof ProposalMove.Split && !isStaff(caller)));
    }

    /** Members write their own, clerks their body's; the office writes for either from paper. */
    public static void checkDrafts(Caller caller, @Nullable UUID onBehalfOf) {
        var own =
                onBehalfOf == null ? caller.isMember() : caller.organizations().contains(onBehalfOf);
        if (!caller.mayWrite() || !(own || (onBehalfOf != null && isStaff(caller)))) {
            throw Refusal.notAllowed();
        }
    }

    public static void checkImports(Caller caller) {
        if (!caller.mayWrite() || !isStaff(caller)) {
            throw Refusal.notAllowed();
        }
    }

    public static boolean edits(Caller caller, Proposal proposal) {
        return caller.mayWrite() && isAuthor(caller, proposal);
    }

    /** The proponent, or the office where it typed it for him: one goes on with what another began. */
    public static boolean isAuthor(Caller caller, Proposal proposal) {
        return isProponent(caller, proposal) || (proposal.author().enteredBy() != null && isStaff(caller));
    }

    public static boolean isProponent(Caller caller, Proposal proposal) {
        return caller.actsFor(proposal.author().seat());
    }

    /** After filing withdrawal is the office's; the proponent asks for it. */
    public static boolean asksForWithdrawal(Caller caller, Proposal proposal) {
        return caller.mayWrite()
                && isProponent(caller, proposal)
                && proposal.status().standsFiled();
    }

    /** What may be public is the office's to propose, and another one's of it to let through. */
    public static boolean publishes(Caller caller) {
        return caller.mayWrite() && reviews(caller);
    }

    /** Issues of the digest are made by the proposal office. */
    public static boolean makesDigests(Caller caller) {
        return caller.mayWrite() && isStaff(caller);
    }

    public static boolean isStaff(Caller caller) {
        return caller.has(Role.PROPOSAL_STAFF);
    }

    public static boolean reviews(Caller caller) {
        return caller.hasAny(Role.PROPOSAL_STAFF, Role.PROPOSAL_REVIEWER);
    }

    public static boolean isOffice(Caller caller) {
        return reviews(caller) || caller.has(Role.ASSIGNING_OFFICE);
    }

    /** Any member may support it: the lead allows that, and it was handed in and is not yet replied to. */
    public static boolean isOpenToSeconds(Proposal proposal) {
        return proposal.wishes().allowSecond()
                && switch (proposal.status()) {
                    case SUBMITTED, IN_REVIEW, FILED, HANDLING -> true;
                    case DRAFT,
                            CO_SIGNING,
                            MERGED,
                            NOT_FILED,
                            SUPERSEDED,
                            REPLY_REVIEW,
                            AWAITING_FEEDBACK,
                            REHANDLING,
                            FEEDBACK_IN,
                            CLOSED,
                            WITHDRAWN -> false;
                };
    }

    private static boolean madeLastMove(Caller caller, Proposal proposal) {
        return proposal.lastMove() != null && proposal.lastMove().by().equals(caller.seat());
    }
}
