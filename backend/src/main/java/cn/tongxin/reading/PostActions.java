package cn.tongxin.reading;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.Settings;
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
import java.time.LocalTime;
import java.util.HashSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written in a reading group, by its author's hand. Each action first takes the group's clock, so that posts of one
 * group follow each other without a gap while groups do not wait for each other.
 */
@Singleton
public class PostActions {
    private final Admission admission;
    private final Posts posts;
    private final PostFiles files;
    private final Participants participants;
    private final Settings settings;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    PostActions(
            Admission admission,
            Posts posts,
            PostFiles files,
            Participants participants,
            Settings settings,
            Calendar calendar,
            History history,
            Clock clock) {
        this.admission = admission;
        this.posts = posts;
        this.files = files;
        this.participants = participants;
        this.settings = settings;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /**
     * A repeat with the same id by the same seat in the same group answers the post that is there, whatever has happened to the
     * group or the post since: it was written. What was written is the group's own gapless sequence; a line of history says only
     * whom it mentions.
     */
    @Transactional
    UUID write(UUID groupId, @Nullable UUID id, Post.Content content) {
        var caller = Caller.current();
        posts.lock(groupId);
        var postId = Ids.orNext(id);
        if (posts.find(postId)
                .filter(there ->
                        PostPolicy.isAuthor(caller, there) && there.groupId().equals(groupId))
                .isPresent()) {
            return postId;
        }
        var footing = admission.load(groupId, new ReadingMove.Post());
        checkWords(content).orRefuse();
        checkReply(groupId, content.replyTo());
        checkMentions(groupId, content);
        files.check(caller, content.enclosed());
        var post = Post.written(
                postId,
                groupId,
                caller.seatId(),
                content,
                wait(caller, footing, content),
                calendar.today(),
                clock.instant());
        checkOpen(caller);
        if (!posts.insert(post.at(posts.nextPlace(groupId)))) {
            throw taken();
        }
        files.insert(post);
        tellMentioned(history, post);
        return post.id();
    }

    @Transactional
    @Unrecorded("for some minutes it is still being written")
    void edit(UUID groupId, UUID id, int version, String text) {
        posts.lock(groupId);
        var footing = admission.load(groupId, new ReadingMove.Post());
        var post = own(groupId, id);
        checkText(new Fields(), text, !post.content().enclosed().isEmpty()).orRefuse();
        if (post.version() != version) {
            throw Refusal.conflict("reading.post-version", "This post was changed meanwhile.");
        }
        if (post.marks().approvedOn() != null) {
            throw ModerationActions.approvedAlready();
        }
        var now = clock.instant();
        if (!post.isEditable(now, settings.readingRules().editable())) {
            throw Refusal.conflict("reading.edit-window", "The time in which a post can be edited is over.");
        }
        var wait = wait(Caller.current(), footing, post.content().saying(text));
        posts.update(post.edited(text, wait, posts.nextChange(groupId), now));
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
                files.delete(id);
                history.record(line("reading.post-deleted", deleted).moved(post.status(), deleted.status()));
            }
            case HIDDEN -> throw Refusal.conflict("reading.post-hidden", "This post has been hidden.");
            case DELETED -> {}
        }
    }

    /** They learn of it once it is seen. */
    static void tellMentioned(History history, Post post) {
        if (post.isShown() && !post.content().mentions().isEmpty()) {
            history.record(line("reading.mentioned", post));
        }
    }

    static Line line(String kind, Post post) {
        return Line.of(kind, "reading_post", post.id()).with("group", post.groupId());
    }

    /** Why it waits for a moderator, if it does: a guest's always, and what moderators write never. */
    private Post.@Nullable HeldFor wait(Caller caller, Footing footing, Post.Content content) {
        if (ReadingPolicy.moderates(caller, footing)) {
            return null;
        }
        if (!caller.isMember()) {
            return Post.HeldFor.GUEST;
        }
        if (footing.group().plan().reviewFirst()) {
            return Post.HeldFor.REVIEW_FIRST;
        }
        return settings.readingRules().watchedIn(content.words()).isEmpty() ? null : Post.HeldFor.WORD;
    }

    /** The office writes whenever it has to. */
    private void checkOpen(Caller caller) {
        if (ReadingPolicy.isStaff(caller)) {
            return;
        }
        var rules = settings.readingRules();
        if (!rules.isOpenOn(calendar.today(), calendar.workingDays())) {
            throw Refusal.conflict("reading.closed-day", "Nothing is written in the groups today.")
                    .with("days", rules.closedDays());
        }
        if (!rules.isOpenAt(LocalTime.now(clock))) {
            throw Refusal.conflict("reading.closed-hours", "Nothing is written in the groups at this hour.")
                    .with("from", rules.postsFrom())
                    .with("until", rules.postsUntil());
        }
    }

    private static Refusal taken() {
        return Refusal.conflict("id.taken", "This id is taken.");
    }

    private Post own(UUID groupId, UUID id) {
        var post = posts.get(groupId, id);
        if (PostPolicy.isAuthor(Caller.current(), post)) {
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

    private void checkMentions(UUID groupId, Post.Content content) {
        var named = new HashSet<>(content.mentions());
        new Fields()
                .check(
                        "mentions",
                        named.isEmpty() || participants.countIn(groupId, named) == named.size(),
                        "not-in-group",
                        "Only who is in the group can be mentioned.")
                .orRefuse();
    }

    private static Fields checkWords(Post.Content content) {
        var enclosed = content.enclosed();
        return checkText(new Fields().required("kind", content.kind()), content.text(), !enclosed.isEmpty())
                .whole("pictures", enclosed.pictures())
                .maxLength("topic", content.topic(), Post.TOPIC_MAX_LENGTH)
                .check("topic", isStorable(content.topic()), "unreadable", UNREADABLE)
                .check(
                        "topic",
                        content.topic().isEmpty()
                                || content.topic().codePoints().anyMatch(Fields::isSeen),
                        "required",
                        "A topic has a name.")
                .whole("mentions", content.mentions())
                .check(
                        "mentions",
                        content.mentions().size() <= Post.MENTIONS,
                        "too-many",
                        "At most " + Post.MENTIONS + " at once.");
    }

    public static final String UNREADABLE = "It holds a character that cannot be stored.";

    /** Any writing of the world, but not nothing: blanks, and characters of no width or no shape, are nothing. */
    public static Fields checkText(Fields fields, @Nullable String text) {
        return checkText(fields, text, false);
    }

    private static Fields checkText(Fields fields, @Nullable String text, boolean mayBeEmpty) {
        var said = text == null ? "" : text;
        return fields.check(
                        "text", mayBeEmpty || said.codePoints().anyMatch(Fields::isSeen), "required", "This is needed.")
                .maxLength("text", said, Post.MAX_LENGTH)
                .check("text", isStorable(said), "unreadable", UNREADABLE);
    }

    /** A character that cannot be stored is named with its field. */
    static Fields checkStorable(Fields fields, String name, @Nullable String said) {
        return fields.check(name, isStorable(said), "unreadable", UNREADABLE);
    }

    /** Without the characters that no database keeps: a NUL, half a pair. */
    public static boolean isStorable(@Nullable String said) {
        return said == null || said.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
    }
}
