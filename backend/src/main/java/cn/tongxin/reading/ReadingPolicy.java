package cn.tongxin.reading;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who sees a reading group and what each may do in it. */
final class ReadingPolicy {
    private ReadingPolicy() {}

    /** {@code joined}: whether the caller is in the group now. */
    static boolean sees(Caller caller, ReadingGroup group, boolean joined) {
        if (moderates(caller, group)) {
            return true;
        }
        if (group.status() == ReadingGroupStatus.DRAFT) {
            return false;
        }
        return (joined && (caller.isMember() || caller.has(Role.GUEST))) || isInvited(caller, group);
    }

    /** Whether the group's visibility alone lets the caller in. */
    private static boolean isInvited(Caller caller, ReadingGroup group) {
        return switch (group.plan().visibility()) {
            case MEMBERS -> caller.isMember();
            case GUESTS -> caller.isMember() || caller.has(Role.GUEST);
            case INVITED -> false;
        };
    }

    static boolean allows(Caller caller, ReadingMove move, ReadingGroup group, boolean joined) {
        return switch (move) {
            case ReadingMove.Edit _,
                    ReadingMove.Open _,
                    ReadingMove.Close _,
                    ReadingMove.Add _,
                    ReadingMove.Remove _,
                    ReadingMove.Moderate _ -> moderates(caller, group);
            case ReadingMove.Join _ -> sees(caller, group, joined);
            case ReadingMove.Leave _, ReadingMove.Post _ -> joined;
            case ReadingMove.Host _ -> joined || moderates(caller, group);
        };
    }

    /** First 404 where the group is not for these eyes, then 403. */
    static void check(Caller caller, ReadingMove move, ReadingGroup group, boolean joined) {
        if (!sees(caller, group, joined)) {
            throw Refusal.notFound();
        }
        if (!allows(caller, move, group, joined)) {
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

    static boolean isStaff(Caller caller) {
        return caller.has(Role.STUDY_STAFF);
    }

    /** Whether what the caller writes is seen at once. */
    static boolean isTrusted(Caller caller, ReadingGroup group) {
        return caller.isMember() || moderates(caller, group);
    }

    static boolean moderates(Caller caller, ReadingGroup group) {
        return isStaff(caller) || (caller.isMember() && group.ownerId().equals(caller.seat()));
    }

    /** A held post is for its author and the moderators; of a hidden or deleted one the place is left. */
    static boolean sees(Caller caller, Post post, boolean moderates) {
        return post.status() != Post.Status.HELD || moderates || isAuthor(caller, post);
    }

    static boolean readsText(Caller caller, Post post, boolean moderates) {
        return switch (post.status()) {
            case VISIBLE -> true;
            case HELD, HIDDEN -> moderates || isAuthor(caller, post);
            case DELETED -> false;
        };
    }

    static boolean isAuthor(Caller caller, Post post) {
        return post.authorId().equals(caller.seat());
    }

    /** The buttons that a screen draws for a group. */
    static List<String> can(Caller caller, ReadingGroup group, boolean joined) {
        var can = new ArrayList<String>();
        if (!caller.mayWrite()) {
            return can;
        }
        offer(can, "edit", new ReadingMove.Edit(), caller, group, joined);
        offer(can, "open", new ReadingMove.Open(), caller, group, joined);
        offer(can, "close", new ReadingMove.Close(), caller, group, joined);
        offer(can, "addMember", new ReadingMove.Add(group.ownerId()), caller, group, joined);
        if (!joined) {
            offer(can, "join", new ReadingMove.Join(), caller, group, false);
        } else if (!group.ownerId().equals(caller.seat())) {
            offer(can, "leave", new ReadingMove.Leave(), caller, group, true);
        }
        offer(can, "post", new ReadingMove.Post(), caller, group, joined);
        return can;
    }

    private static void offer(
            List<String> can, String name, ReadingMove move, Caller caller, ReadingGroup group, boolean joined) {
        if (group.status().allows(move) && allows(caller, move, group, joined)) {
            can.add(name);
        }
    }

    /** The buttons of one post. */
    static List<String> can(Caller caller, Post post, ReadingGroup group, boolean joined, Instant now) {
        var can = new ArrayList<String>();
        if (!caller.mayWrite() || group.status() != ReadingGroupStatus.ACTIVE) {
            return can;
        }
        if (isAuthor(caller, post) && joined) {
            if (post.isEditable(now)) {
                can.add("edit");
            }
            if (post.status() == Post.Status.VISIBLE || post.status() == Post.Status.HELD) {
                can.add("delete");
            }
        }
        if (moderates(caller, group)) {
            switch (post.status()) {
                case HELD -> can.addAll(List.of("release", "hide"));
                case HIDDEN -> can.add("release");
                case VISIBLE -> {
                    if (!isAuthor(caller, post)) {
                        can.add("hide");
                    }
                }
                case DELETED -> {}
            }
        }
        return can;
    }
}
