package cn.tongxin.handling;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import org.jspecify.annotations.Nullable;

/** Who may see an assignment and make which move. */
final class AssignmentPolicy {
    private AssignmentPolicy() {}

    /** A unit sees what it holds; what was returned or cancelled is out of its sight. */
    static boolean sees(Caller caller, Assignment assignment, Matter matter) {
        return isOffice(caller, assignment)
                || reads(caller, matter)
                || (supervises(caller) && assignment.isSupervised())
                || (isOfUnit(caller, assignment) && assignment.status().isLive());
    }

    static boolean lists(Caller caller) {
        return handles(caller) || supervises(caller);
    }

    /** Who hands out, and who works on what was handed out. */
    static boolean handles(Caller caller) {
        return !Offices.typesOf(caller).isEmpty() || caller.worksInUnit();
    }

    /** Those above, who are told of a proposal that is very late. */
    static boolean supervises(Caller caller) {
        return caller.hasAny(Role.CHAIR_COUNCIL, Role.SECRETARY_GENERAL);
    }

    static boolean allows(Caller caller, AssignmentMove move, Assignment assignment) {
        return caller.mayWrite()
                && switch (move) {
                    case AssignmentMove.Accept _,
                            AssignmentMove.RequestReturn _,
                            AssignmentMove.RequestExtension _,
                            AssignmentMove.Opine _,
                            AssignmentMove.Reply _ -> isOfUnit(caller, assignment);
                    case AssignmentMove.DecideReturn _,
                            AssignmentMove.DecideExtension _,
                            AssignmentMove.ReviewReply _ -> isOffice(caller, assignment);
                    case AssignmentMove.TakeBack _ -> madeLastMove(caller, assignment);
                    case AssignmentMove.Silence _,
                            AssignmentMove.Rehandle _,
                            AssignmentMove.HandOn _,
                            AssignmentMove.Cancel _ -> false;
                };
    }

    static void check(Caller caller, AssignmentMove move, Assignment assignment) {
        if (allows(caller, move, assignment)) {
            return;
        }
        if (move instanceof AssignmentMove.TakeBack && isOfUnit(caller, assignment)) {
            throw Refusal.conflict("assignment.acted-on", "The last move was not yours; it cannot be taken back.")
                    .with("state", assignment.status());
        }
        throw Refusal.notAllowed();
    }

    /** Whose word counts, or the office from his paper form, and for the committee where nobody is left. */
    static boolean rates(Caller caller, Matter matter) {
        return caller.mayWrite() && (isRater(caller, matter) || caller.has(Role.PROPOSAL_STAFF));
    }

    /** What the proponent gave himself is his to change; the office enters one where there is none, or its own. */
    static boolean replaces(Caller caller, Matter matter, @Nullable Rating there) {
        return there == null || isRater(caller, matter) || !there.isOfProponent();
    }

    static boolean isRater(Caller caller, Matter matter) {
        return matter.rater() != null && caller.actsFor(matter.rater());
    }

    /** A unit talks with the proponent as long as it has the matter, and says what it thinks of the text. */
    static boolean worksOn(Caller caller, Assignment assignment) {
        return caller.mayWrite()
                && isOfUnit(caller, assignment)
                && assignment.status().isLive();
    }

    /** The unit that owes the reply talks with the proponent until all is done; an assistant does not. */
    static boolean talks(Caller caller, Assignment assignment, Matter matter) {
        return worksOn(caller, assignment) && assignment.role().owesReply() && matter.closedOn() == null;
    }

    /** Whoever brought them together: the unit that owes the reply, or the office. */
    static boolean consults(Caller caller, Assignment assignment) {
        return assignment.role().owesReply() && (urges(caller, assignment) || worksOn(caller, assignment));
    }

    static boolean urges(Caller caller, Assignment assignment) {
        return caller.mayWrite() && isOffice(caller, assignment);
    }

    /** A reply that the office has not let through is between the office and the unit; so are opinions and evaluations. */
    static boolean seesWork(Caller caller, Assignment assignment) {
        return isOffice(caller, assignment) || isOfUnit(caller, assignment);
    }

    private static boolean reads(Caller caller, Matter matter) {
        return matter.readers().stream().anyMatch(caller::actsFor);
    }

    static boolean isOffice(Caller caller, Assignment assignment) {
        return Offices.isOffice(caller, assignment.subject().type());
    }

    static boolean isOfUnit(Caller caller, Assignment assignment) {
        return caller.worksInUnit() && assignment.unitId().equals(caller.unit());
    }

    private static boolean madeLastMove(Caller caller, Assignment assignment) {
        return assignment.lastMove() != null && assignment.lastMove().by().equals(caller.seat());
    }
}
