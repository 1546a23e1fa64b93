package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written in a reading group. Each action first takes the group's clock, so that posts of one group follow each
 * other without a gap while groups do not wait for each other.
 */
@Singleton
class PostActions {
    private final Admission admission;
    private final Posts posts;
    private final History history;
    private final Clock clock;

    PostActions(Admission admission, Posts posts, History history, Clock clock) {
        this.admission = admission;
        this.posts = posts;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id by the same seat in the same group answers the post that is there. */
    @Transactional
    @Unrecorded("the group's own gapless sequence is the record of what was written")
    UUID write(UUID groupId, @Nullable UUID id, Post.Kind kind, String text, @Nullable UUID replyTo) {
        var caller = Caller.current();
        posts.lock(groupId);
        var group = admission.load(groupId, new ReadingMove.Post());
        checkText(new Fields().required("kind", kind), text).orRefuse();
        checkReply(groupId, replyTo);
        var now = clock.instant();
        var post = new Post(
                Ids.orNext(id),
                groupId,
                0,
                0,
                1,
                caller.seatId(),
                "",
                kind,
                replyTo,
                text,
                ReadingPolicy.isTrusted(caller, group) ? Post.Status.VISIBLE : Post.Status.HELD,
                null,
                LocalDate.now(clock),
                now,
                null,
                false);
        var there = posts.find(post.id());
        if (there.isPresent()) {
            return sameAgain(there.get(), caller, groupId);
        }
        if (!posts.insert(post.at(posts.nextPlace(groupId)))) {
            throw taken();
        }
        return post.id();
    }

    @Transactional
    @Unrecorded("within ten minutes it is still being written")
    void edit(UUID groupId, UUID id, int version, String text) {
        posts.lock(groupId);
        admission.load(groupId, new ReadingMove.Post());
        var post = own(groupId, id);
        checkText(new Fields(), text).orRefuse();
        if (post.version() != version) {
            throw Refusal.conflict("reading.post-version", "This post was changed meanwhile.");
        }
        var now = clock.instant();
        if (!post.isEditable(now)) {
            throw Refusal.conflict("reading.edit-window", "A post can be edited for ten minutes.");
        }
        posts.update(post.edited(text, posts.nextChange(groupId), now));
    }

    @Transactional
    void delete(UUID groupId, UUID id) {
        posts.lock(groupId);
        admission.load(groupId, new ReadingMove.Post());
        var post = own(groupId, id);
        switch (post.status()) {
            case VISIBLE, HELD -> {
                var deleted = post.deleted(posts.nextChange(groupId));
                posts.update(deleted);
                history.record(line("reading.post-deleted", post, deleted));
            }
            case HIDDEN -> throw Refusal.conflict("reading.post-hidden", "This post has been hidden.");
            case DELETED -> {}
        }
    }

    /** Lets a held or hidden post be seen; a second time changes nothing. */
    @Transactional
    void release(UUID groupId, UUID id) {
        moderate(groupId, id, Post.Status.VISIBLE, null);
    }

    /** Takes a post off, saying why; its author is told. A second time changes nothing. */
    @Transactional
    void hide(UUID groupId, UUID id, String reason) {
        new Fields().required("reason", reason).maxLength("reason", reason, 200).orRefuse();
        moderate(groupId, id, Post.Status.HIDDEN, reason);
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
        var change = posts.nextChange(groupId);
        var moderated = reason == null ? post.released(change) : post.hidden(reason, change);
        posts.update(moderated);
        history.record(line(reason == null ? "reading.post-released" : "reading.post-hidden", post, moderated)
                .with("reason", reason));
    }

    private UUID sameAgain(Post there, Caller caller, UUID groupId) {
        if (!ReadingPolicy.isAuthor(caller, there) || !there.groupId().equals(groupId)) {
            throw taken();
        }
        return there.id();
    }

    private static Refusal taken() {
        return Refusal.conflict("id.taken", "This id is taken.");
    }

    private Post own(UUID groupId, UUID id) {
        var post = posts.get(groupId, id);
        var caller = Caller.current();
        if (ReadingPolicy.isAuthor(caller, post)) {
            return post;
        }
        throw post.isShown() ? Refusal.notAllowed() : Refusal.notFound();
    }

    private void checkReply(UUID groupId, @Nullable UUID replyTo) {
        var answers = replyTo == null
                || posts.find(replyTo)
                        .filter(post -> post.groupId().equals(groupId) && post.isShown())
                        .isPresent();
        new Fields()
                .check("replyTo", answers, "unknown", "There is no such post in this group.")
                .orRefuse();
    }

    /** Any writing of the world, but not nothing: blanks, and characters of no width or no shape, are nothing. */
    static Fields checkText(Fields fields, @Nullable String text) {
        var said = text == null ? "" : text;
        return fields.check("text", said.codePoints().anyMatch(PostActions::isSeen), "required", "This is needed.")
                .maxLength("text", said, Post.MAX_LENGTH)
                .check(
                        "text",
                        said.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF)),
                        "unreadable",
                        "It holds a character that cannot be stored.");
    }

    private static boolean isSeen(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
                    default -> true;
                };
    }

    private static Line line(String kind, Post before, Post after) {
        return Line.of(kind, "reading_post", before.id())
                .moved(before.status(), after.status())
                .with("group", before.groupId());
    }

    /** A post from the time before this system; {@code day} is all that a clerk knows of when. */
    static Post imported(UUID id, UUID group, UUID author, Post.Kind kind, String text, LocalDate day, Instant now) {
        return new Post(
                id, group, 0, 0, 1, author, "", kind, null, text, Post.Status.VISIBLE, null, day, now, null, true);
    }
}
