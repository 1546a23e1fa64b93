package cn.tongxin.handling;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;

/** Who may see an assignment and make which move. */
final class AssignmentPolicy {
    private AssignmentPolicy() {}

    /** A unit sees what it holds; what was returned or cancelled is out of its sight. */
    static boolean sees(Caller caller, Assignment assignment, Matter matter) {
        return isOffice(caller)
                || isProponent(caller, matter)
                || (isOfUnit(caller, assignment) && assignment.status().isLive());
    }

    static boolean lists(Caller caller) {
        return isOffice(caller) || caller.worksInUnit();
    }

    static boolean allows(Caller caller, AssignmentMove move, Assignment assignment) {
        return caller.mayWrite()
                && switch (move) {
                    case AssignmentMove.Accept _, AssignmentMove.RequestReturn _, AssignmentMove.Reply _ ->
                        isOfUnit(caller, assignment);
                    case AssignmentMove.DecideReturn _ -> isOffice(caller);
                    case AssignmentMove.TakeBack _ -> madeLastMove(caller, assignment);
                    case AssignmentMove.Cancel _ -> false;
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

    /** The proponent himself, or the office from his paper form. */
    static boolean rates(Caller caller, Matter matter) {
        return caller.mayWrite() && (isProponent(caller, matter) || caller.has(Role.PROPOSAL_STAFF));
    }

    static boolean isProponent(Caller caller, Matter matter) {
        return matter.leadId().equals(caller.seat());
    }

    static boolean isOffice(Caller caller) {
        return caller.hasAny(Role.PROPOSAL_STAFF, Role.ASSIGNING_OFFICE);
    }

    static boolean isOfUnit(Caller caller, Assignment assignment) {
        return caller.worksInUnit() && assignment.unitId().equals(caller.unit());
    }

    private static boolean madeLastMove(Caller caller, Assignment assignment) {
        return assignment.lastMove() != null && assignment.lastMove().by().equals(caller.seat());
    }
}
