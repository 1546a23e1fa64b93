package cn.tongxin.reading;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who sees a reading group and what each may do in it. */
public final class ReadingPolicy {
    private ReadingPolicy() {}

    static boolean sees(Caller caller, Footing footing) {
        if (moderates(caller, footing)) {
            return true;
        }
        if (footing.isIn() && (caller.isMember() || caller.has(Role.GUEST) || isVisiting(caller))) {
            return true;
        }
        return footing.group().status().isBegun() && isInvited(caller, footing);
    }

    /** A visitor sees the one group that he was brought into, as long as his seat is active. */
    static boolean isVisiting(Caller caller) {
        return caller.has(Role.VISITOR) && caller.mayWrite();
    }

    /** Whether the group's visibility alone lets the caller in. */
    private static boolean isInvited(Caller caller, Footing footing) {
        return switch (footing.group().plan().visibility()) {
            case MEMBERS -> caller.isMember();
            case GUESTS -> caller.isMember() || caller.has(Role.GUEST);
            case SECTOR, SPECIAL_COMMITTEE -> caller.isMember() && footing.belongs();
            case INVITED -> false;
        };
    }

    /** The same of somebody who is not here: whether the group lets him in, as he stands now. */
    static boolean isFor(ReadingGroup group, Participants.@Nullable Standing standing) {
        return standing != null
                && standing.status() == SeatStatus.ACTIVE
                && isInvited(
                        Caller.current().now(standing.status(), standing.roles()),
                        new Footing(group, standing.part(), standing.belongs()));
    }

    static boolean allows(Caller caller, ReadingMove move, Footing footing) {
        return switch (move) {
            case ReadingMove.Approve _,
                    ReadingMove.Return _,
                    ReadingMove.Recognise _,
                    ReadingMove.Invite _,
                    ReadingMove.Enter _ -> isStaff(caller);
            case ReadingMove.Edit _,
                    ReadingMove.Submit _,
                    ReadingMove.Recall _,
                    ReadingMove.Open _,
                    ReadingMove.Pause _,
                    ReadingMove.Resume _,
                    ReadingMove.Wrap _,
                    ReadingMove.Reopen _,
                    ReadingMove.Summarise _,
                    ReadingMove.Close _,
                    ReadingMove.Archive _,
                    ReadingMove.Delete _,
                    ReadingMove.Own _,
                    ReadingMove.Export _,
                    ReadingMove.Appoint _ -> runs(caller, footing);
            case ReadingMove.Plan _,
                    ReadingMove.Add _,
                    ReadingMove.Remove _,
                    ReadingMove.Moderate _,
                    ReadingMove.Dismiss _ -> moderates(caller, footing);
            case ReadingMove.Mark _ -> runs(caller, footing);
            case ReadingMove.Join _, ReadingMove.Report _ -> sees(caller, footing);
            case ReadingMove.Leave _, ReadingMove.Post _ -> footing.isIn();
            case ReadingMove.Host _, ReadingMove.Hold _, ReadingMove.Digest _ ->
                footing.isIn() || moderates(caller, footing);
        };
    }

    /** First 404 where the group is not for these eyes, then 403. */
    static void check(Caller caller, ReadingMove move, Footing footing) {
        if (!sees(caller, footing)) {
            throw Refusal.notFound();
        }
        if (!allows(caller, move, footing)) {
            throw move instanceof ReadingMove.Post
                    ? Refusal.forbidden("reading.not-joined", "Join the group first.")
                    : Refusal.notAllowed();
        }
    }

    /** Staff create groups for anybody; those who lead something create their own. */
    static void checkCreates(Caller caller, ReadingGroup group) {
        var leads = caller.hasAny(Role.SECTOR_CONVENER, Role.GROUP_LEADER, Role.COMMITTEE_DIRECTOR, Role.CHAIR_COUNCIL);
        if (!isStaff(caller) && !(leads && group.ownerId().equals(caller.seat()))) {
            throw Refusal.notAllowed();
        }
    }

    static void checkImports(Caller caller) {
        if (!isStaff(caller)) {
            throw Refusal.notAllowed();
        }
    }

    static void checkReadsTerms(Caller caller) {
        if (!caller.isMember() && !isStaff(caller)) {
            throw Refusal.notAllowed();
        }
    }

    static void checkKeepsTerms(Caller caller) {
        if (!caller.mayWrite() || !isStaff(caller)) {
            throw Refusal.notAllowed();
        }
    }

    /** The buttons of a term: to the next step, back from the last, and being edited. */
    static List<String> can(Caller caller, ReadingTerms.Found found) {
        var status = found.term().status();
        var can = new ArrayList<String>();
        if (!caller.mayWrite() || !isStaff(caller) || status == ReadingTerm.Status.ARCHIVED) {
            return can;
        }
        if (status.takesGroups()) {
            can.add("edit");
        }
        can.add("move");
        if (found.goesBack()) {
            can.add("back");
        }
        return can;
    }

    static boolean isStaff(Caller caller) {
        return caller.has(Role.STUDY_STAFF);
    }

    /** The office, the owner and the co-owners answer for a group. */
    public static boolean runs(Caller caller, Footing footing) {
        return isStaff(caller)
                || (caller.isMember()
                        && (footing.group().ownerId().equals(caller.seat()) || footing.part() == Part.CO_OWNER));
    }

    /** Whether the caller may still say what the office approves: what is read, when it begins, who sees it. */
    static boolean plansAnew(Caller caller, ReadingGroup group) {
        return isStaff(caller)
                || group.status() == ReadingGroupStatus.DRAFT
                || group.status() == ReadingGroupStatus.RETURNED;
    }

    /** Where the owner's seat has ended and there is no co-owner, a director of those who see the group says who owns it. */
    static boolean stepsIn(Caller caller, ReadingGroups.Found found) {
        return found.orphaned()
                && caller.isMember()
                && caller.mayWrite()
                && caller.has(Role.COMMITTEE_DIRECTOR)
                && sees(caller, found.footing());
    }

    /** They and the secretary keep its roster and look at what is held or reported. */
    public static boolean moderates(Caller caller, Footing footing) {
        return runs(caller, footing) || (caller.isMember() && footing.part() == Part.SECRETARY);
    }

    /** The buttons that a screen draws for a group. */
    static List<String> can(Caller caller, ReadingGroups.Found found) {
        var can = can(caller, found.footing());
        if (stepsIn(caller, found)) {
            can.add("own");
        }
        if (found.isFull() && can.remove("join") && found.place() == null) {
            can.add("wait");
        }
        if (found.place() != null && caller.mayWrite()) {
            can.add("stopWaiting");
        }
        return can;
    }

    private static List<String> can(Caller caller, Footing footing) {
        var can = new ArrayList<String>();
        if (!caller.mayWrite()) {
            return can;
        }
        var group = footing.group();
        offer(can, "edit", new ReadingMove.Edit(), caller, footing);
        offer(can, "submit", new ReadingMove.Submit(), caller, footing);
        if (!isStaff(caller)) {
            offer(can, "recall", new ReadingMove.Recall(), caller, footing);
        }
        offer(can, "approve", new ReadingMove.Approve(), caller, footing);
        offer(can, "return", new ReadingMove.Return(""), caller, footing);
        offer(can, "open", new ReadingMove.Open(), caller, footing);
        offer(can, "pause", new ReadingMove.Pause(""), caller, footing);
        offer(can, "resume", new ReadingMove.Resume(), caller, footing);
        offer(can, "wrap", new ReadingMove.Wrap(), caller, footing);
        offer(can, "reopen", new ReadingMove.Reopen(""), caller, footing);
        offer(can, "summarise", new ReadingMove.Summarise(""), caller, footing);
        if (group.status() == ReadingGroupStatus.CLOSING) {
            offer(can, "close", new ReadingMove.Close(), caller, footing);
        }
        offer(can, "archive", new ReadingMove.Archive(), caller, footing);
        offer(can, "plan", new ReadingMove.Plan(), caller, footing);
        offer(can, "appoint", new ReadingMove.Appoint(), caller, footing);
        offer(can, "addMember", new ReadingMove.Add(group.ownerId()), caller, footing);
        offer(can, "invite", new ReadingMove.Invite(), caller, footing);
        if (!footing.isIn()) {
            offer(can, "join", new ReadingMove.Join(), caller, footing);
        } else if (!group.ownerId().equals(caller.seat())) {
            offer(can, "leave", new ReadingMove.Leave(), caller, footing);
        }
        offer(can, "post", new ReadingMove.Post(), caller, footing);
        offer(can, "enterNote", new ReadingMove.Enter(), caller, footing);
        offer(can, "removeMember", new ReadingMove.Remove(group.ownerId()), caller, footing);
        if (group.openedOn() != null) {
            offer(can, "export", new ReadingMove.Export(), caller, footing);
        }
        if (!group.status().isBegun() && group.importRef() == null) {
            offer(can, "delete", new ReadingMove.Delete(), caller, footing);
        }
        return can;
    }

    private static void offer(List<String> can, String name, ReadingMove move, Caller caller, Footing footing) {
        if (footing.group().status().allows(move) && allows(caller, move, footing)) {
            can.add(name);
        }
    }
}
