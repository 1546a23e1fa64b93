package cn.tongxin.reading;

import cn.tongxin.tenancy.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who sees a post, reads its words, and what each may do with it. */
final class PostPolicy {
    private PostPolicy() {}

    /** A held post is for its author and the moderators; of a hidden or deleted one, or one held again, the place is left. */
    static boolean sees(Caller caller, Post post, boolean moderates) {
        return post.hold() == null || post.hold().again() || moderates || isAuthor(caller, post);
    }

    static boolean readsText(Caller caller, Post post, boolean moderates) {
        return reads(post.status(), moderates || isAuthor(caller, post));
    }

    /** Of the post that is answered, in its reply. */
    static boolean readsQuotation(Caller caller, Post.Answered answered, boolean moderates) {
        return reads(answered.status(), moderates || isAuthor(caller, answered));
    }

    private static boolean reads(Post.Status status, boolean concerned) {
        return switch (status) {
            case VISIBLE -> true;
            case HELD, HIDDEN -> concerned;
            case DELETED -> false;
        };
    }

    static boolean isAuthor(Caller caller, Post post) {
        return post.authorId().equals(caller.seat());
    }

    static boolean isAuthor(Caller caller, Post.@Nullable Answered answered) {
        return answered != null && answered.authorId().equals(caller.seat());
    }

    /** The buttons of one post. */
    static List<String> can(Caller caller, Post post, Footing footing, Instant now, Duration editable) {
        var can = new ArrayList<String>();
        if (!caller.mayWrite()) {
            return can;
        }
        if (footing.group().status().allows(new ReadingMove.Moderate())) {
            can.addAll(inGroup(caller, post, footing, now, editable));
        }
        if (post.marks().excellentOn() != null
                && ReadingPolicy.isStaff(caller)
                && footing.group().status().allows(new ReadingMove.Recognise())) {
            can.add(post.marks().approvedOn() == null ? "approve" : "unapprove");
        }
        if (post.isShown() && caller.isMember()) {
            can.add("raise");
        }
        return can;
    }

    /** What one does with it while the group goes on. */
    private static List<String> inGroup(Caller caller, Post post, Footing footing, Instant now, Duration editable) {
        var can = new ArrayList<String>();
        var author = isAuthor(caller, post);
        if (author && footing.isIn() && footing.group().status().allows(new ReadingMove.Post())) {
            if (post.isEditable(now, editable)) {
                can.add("edit");
            }
            if (post.status() == Post.Status.VISIBLE || post.status() == Post.Status.HELD) {
                can.add("delete");
            }
        }
        if (ReadingPolicy.moderates(caller, footing)) {
            can.addAll(moderating(post, author, post.marks().approvedOn() == null || ReadingPolicy.isStaff(caller)));
        }
        if (post.isShown() && ReadingPolicy.runs(caller, footing)) {
            can.add(post.marks().pinnedAt() == null ? "pin" : "unpin");
            if (post.marks().excellentOn() == null) {
                can.add("praise");
            } else if (post.marks().approvedOn() == null || ReadingPolicy.isStaff(caller)) {
                can.add("unpraise");
            }
        }
        if (post.isShown() && !author && !ReadingPolicy.moderates(caller, footing)) {
            can.add("report");
        }
        return can;
    }

    private static List<String> moderating(Post post, boolean author, boolean takesOff) {
        return switch (post.status()) {
            case HELD -> List.of("release", "hide");
            case HIDDEN -> List.of("release");
            case VISIBLE -> author || !takesOff ? List.of() : List.of("hide");
            case DELETED -> List.of();
        };
    }
}
