package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What others do with a post: readers report it, moderators let it through or hide it, those who run the group mark it. */
@Singleton
class ModerationActions {
    private static final int PINNED = 5;

    private final Admission admission;
    private final Posts posts;
    private final Reports reports;
    private final History history;
    private final Clock clock;

    ModerationActions(Admission admission, Posts posts, Reports reports, History history, Clock clock) {
        this.admission = admission;
        this.posts = posts;
        this.reports = reports;
        this.history = history;
        this.clock = clock;
    }

    /** Lets a held or hidden post be seen; a second time changes nothing. */
    @Transactional
    void release(UUID groupId, UUID id) {
        moderate(groupId, id, Post.Status.VISIBLE, null);
    }

    /**
     * Takes a post off, saying why; its author is told. A second time changes nothing. What the office has approved only the
     * office takes off.
     */
    @Transactional
    void hide(UUID groupId, UUID id, String reason) {
        ReadingActions.checkReason(reason);
        moderate(groupId, id, Post.Status.HIDDEN, reason);
    }

    /** A reader asks the moderators to look; a second time by the same one changes nothing. */
    @Transactional
    void report(UUID groupId, UUID id, String reason) {
        var caller = Caller.current();
        var footing = admission.load(groupId, new ReadingMove.Report());
        ReadingActions.checkReason(reason);
        var post = posts.get(groupId, id);
        if (!PostPolicy.sees(caller, post, ReadingPolicy.moderates(caller, footing))) {
            throw Refusal.notFound();
        }
        if (PostPolicy.isAuthor(caller, post)) {
            throw Refusal.conflict("reading.own-post", "One deletes one's own post.");
        }
        if (!post.isShown()) {
            throw Refusal.conflict("reading.post-not-seen", "This post is not seen any more.");
        }
        if (reports.insert(id, caller.seatId(), reason, clock.instant())) {
            history.record(PostActions.line("reading.post-reported", post));
        }
    }

    /** The post stays as it is: its reports are settled. */
    @Transactional
    void keep(UUID groupId, UUID id) {
        admission.load(groupId, new ReadingMove.Moderate());
        var post = posts.get(groupId, id);
        if (reports.settle(id, clock.instant())) {
            history.record(PostActions.line("reading.post-kept", post));
        }
    }

    /** Pinned posts stand on top, five at the most; a second time changes nothing. */
    @Transactional
    void pin(UUID groupId, UUID id, boolean on) {
        mark(groupId, id, new ReadingMove.Mark(), on ? "reading.post-pinned" : "reading.post-unpinned", marks -> {
            if ((marks.pinnedAt() != null) == on) {
                return marks;
            }
            if (on && posts.countPinned(groupId) >= PINNED) {
                throw Refusal.conflict("reading.pins-full", "Five posts are pinned already.")
                        .with("limit", PINNED);
            }
            return marks.pinned(on ? clock.instant() : null);
        });
    }

    /**
     * A second time changes nothing; what the office itself calls excellent needs no approval besides, and what it has
     * approved nobody else takes back.
     */
    @Transactional
    void praise(UUID groupId, UUID id, boolean on) {
        var today = LocalDate.now(clock);
        var byOffice = ReadingPolicy.isStaff(Caller.current());
        mark(groupId, id, new ReadingMove.Mark(), on ? "reading.post-praised" : "reading.post-unpraised", marks -> {
            if ((marks.excellentOn() != null) == on) {
                return marks;
            }
            if (marks.approvedOn() != null && !byOffice) {
                throw approvedAlready();
            }
            return marks.excellent(on ? today : null).approved(on && byOffice ? today : null);
        });
    }

    /** The office counts what was called excellent, or no longer; a second time changes nothing. */
    @Transactional
    void approve(UUID groupId, UUID id, boolean on) {
        mark(
                groupId,
                id,
                new ReadingMove.Recognise(),
                on ? "reading.note-approved" : "reading.note-unapproved",
                marks -> {
                    if (marks.excellentOn() == null) {
                        throw Refusal.conflict("reading.not-excellent", "Nobody has called this post excellent.");
                    }
                    return (marks.approvedOn() != null) == on
                            ? marks
                            : marks.approved(on ? LocalDate.now(clock) : null);
                });
    }

    private void mark(
            UUID groupId, UUID id, ReadingMove move, String kind, java.util.function.UnaryOperator<Post.Marks> change) {
        posts.lock(groupId);
        admission.load(groupId, move);
        var post = posts.get(groupId, id);
        if (!post.isShown()) {
            throw Refusal.conflict("reading.post-not-seen", "Only a post that is seen is marked.");
        }
        var next = change.apply(post.marks());
        if (!next.equals(post.marks())) {
            posts.update(post.marked(next, posts.nextChange(groupId)));
            history.record(PostActions.line(kind, post));
        }
    }

    private void moderate(UUID groupId, UUID id, Post.Status to, @Nullable String reason) {
        posts.lock(groupId);
        admission.load(groupId, new ReadingMove.Moderate());
        var post = posts.get(groupId, id);
        if (post.status() == Post.Status.DELETED) {
            throw Refusal.conflict("reading.post-deleted", "Its author has deleted this post.");
        }
        if (post.status() == to) {
            return;
        }
        if (to == Post.Status.HIDDEN && post.marks().approvedOn() != null && !ReadingPolicy.isStaff(Caller.current())) {
            throw approvedAlready();
        }
        var change = posts.nextChange(groupId);
        var moderated = reason == null ? post.released(change) : post.hidden(reason, change);
        posts.update(moderated);
        reports.settle(id, clock.instant());
        history.record(PostActions.line(reason == null ? "reading.post-released" : "reading.post-hidden", moderated)
                .moved(post.status(), moderated.status())
                .with("reason", reason));
        if (post.status() == Post.Status.HELD) {
            PostActions.tellMentioned(history, moderated);
        }
    }

    static Refusal approvedAlready() {
        return Refusal.conflict("reading.note-approved", "The office has approved this note.");
    }
}
