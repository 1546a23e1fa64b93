package cn.tongxin.opinion;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may see an opinion report and make which move. Whom it does not name, it denies. */
final class OpinionPolicy {
    private OpinionPolicy() {}

    /** Whoever wrote or typed it sees it, also along with others; the office once it is handed in. */
    static boolean sees(Caller caller, OpinionReport report, boolean coauthor) {
        return isAuthor(caller, report)
                || coauthor
                || madeLastMove(caller, report)
                || (readsAll(caller) && report.status() != OpinionStatus.DRAFT);
    }

    static boolean lists(Caller caller) {
        return caller.isMember() || readsAll(caller);
    }

    static boolean allows(Caller caller, OpinionMove move, OpinionReport report) {
        return caller.mayWrite()
                && switch (move) {
                    case OpinionMove.Submit _ -> isAuthor(caller, report);
                    case OpinionMove.Take _,
                            OpinionMove.Return _,
                            OpinionMove.Retain _,
                            OpinionMove.NotUse _,
                            OpinionMove.RequestApproval _,
                            OpinionMove.Close _ -> edits(caller);
                    case OpinionMove.SendBack _ -> approves(caller);
                    case OpinionMove.Forward _, OpinionMove.SendUp _ -> edits(caller) || approves(caller);
                    case OpinionMove.Withdraw _ ->
                        report.status().isWritten() ? isAuthor(caller, report) : edits(caller) || approves(caller);
                    case OpinionMove.TakeBack _ -> madeLastMove(caller, report);
                    case OpinionMove.Issue _, OpinionMove.Followed _ -> false;
                };
    }

    static void check(Caller caller, OpinionMove move, OpinionReport report) {
        if (allows(caller, move, report)) {
            return;
        }
        if (move instanceof OpinionMove.TakeBack && (isAuthor(caller, report) || worksHere(caller))) {
            throw Refusal.conflict("opinion.acted-on", "The last move was not yours; it cannot be taken back.")
                    .with("state", report.status());
        }
        throw Refusal.notAllowed();
    }

    /** Nobody judges his own report, from whichever seat. */
    static boolean judges(OpinionMove move) {
        return switch (move) {
            case OpinionMove.Take _,
                    OpinionMove.Return _,
                    OpinionMove.Retain _,
                    OpinionMove.NotUse _,
                    OpinionMove.RequestApproval _,
                    OpinionMove.SendBack _,
                    OpinionMove.Issue _ -> true;
            case OpinionMove.Submit _,
                    OpinionMove.Forward _,
                    OpinionMove.Followed _,
                    OpinionMove.Close _,
                    OpinionMove.Withdraw _,
                    OpinionMove.SendUp _,
                    OpinionMove.TakeBack _ -> false;
        };
    }

    /** Members write their own, clerks their body's; the office writes for either, for an informant or a station. */
    static void checkDrafts(Caller caller, @Nullable UUID onBehalfOf, boolean byName) {
        var own = !byName
                && (onBehalfOf == null
                        ? caller.isMember()
                        : caller.organizations().contains(onBehalfOf));
        var fromPaper = (byName || onBehalfOf != null) && edits(caller);
        if (!caller.mayWrite() || !(own || fromPaper)) {
            throw Refusal.notAllowed();
        }
    }

    static boolean writes(Caller caller, OpinionReport report) {
        return caller.mayWrite() && isAuthor(caller, report);
    }

    /** What was referred to another channel stays between its writer and the editor. */
    static boolean opensSeal(Caller caller, OpinionReport report) {
        return isAuthor(caller, report) || edits(caller);
    }

    /** How to reach an outsider: the writer while he writes, then the editor alone. */
    static boolean seesContacts(Caller caller, OpinionReport report) {
        return edits(caller) || (report.status() == OpinionStatus.DRAFT && isAuthor(caller, report));
    }

    /** The office sees its own edition; the author sees what was issued. */
    static boolean seesEdition(Caller caller, OpinionReport report) {
        return readsAll(caller) || report.course().issued() != null;
    }

    /** The words of an instruction: the roles that the committee has listed, and nobody for being the author. */
    static boolean readsInstructions(Caller caller, Set<Role> listed) {
        return readsAll(caller) && listed.stream().anyMatch(caller::has);
    }

    /** Outcomes, bulletins and commissions are the editor's and the approver's. */
    static void checkWorks(Caller caller) {
        if (!caller.mayWrite() || !worksHere(caller)) {
            throw Refusal.notAllowed();
        }
    }

    static void checkEdits(Caller caller) {
        if (!caller.mayWrite() || !edits(caller)) {
            throw Refusal.notAllowed();
        }
    }

    static void checkApproves(Caller caller) {
        if (!caller.mayWrite() || !approves(caller)) {
            throw Refusal.notAllowed();
        }
    }

    static void checkReadsAll(Caller caller) {
        if (!readsAll(caller)) {
            throw Refusal.notAllowed();
        }
    }

    /** The writer, a clerk of the body that writes, or the office where it typed it for him. */
    static boolean isAuthor(Caller caller, OpinionReport report) {
        return writtenBy(caller, report) || (report.author().enteredBy() != null && edits(caller));
    }

    static boolean writtenBy(Caller caller, OpinionReport report) {
        return report.author().seat() != null && caller.actsFor(report.author().seat());
    }

    static boolean edits(Caller caller) {
        return caller.has(Role.INFO_EDITOR);
    }

    static boolean approves(Caller caller) {
        return caller.has(Role.INFO_APPROVER);
    }

    static boolean worksHere(Caller caller) {
        return edits(caller) || approves(caller);
    }

    static boolean readsAll(Caller caller) {
        return worksHere(caller) || caller.has(Role.SECRETARY_GENERAL);
    }

    private static boolean madeLastMove(Caller caller, OpinionReport report) {
        return report.lastMove() != null && isSeat(caller, report.lastMove().by());
    }

    private static boolean isSeat(Caller caller, @Nullable UUID seat) {
        return seat != null && seat.equals(caller.seat());
    }
}
