package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The office enters for a member what he wrote on paper; nothing requires a phone (domain §0.11). */
@Singleton
class NoteActions {
    private final Admission admission;
    private final Posts posts;
    private final Participants participants;
    private final History history;
    private final Clock clock;

    NoteActions(Admission admission, Posts posts, Participants participants, History history, Clock clock) {
        this.admission = admission;
        this.posts = posts;
        this.participants = participants;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id by the same seat answers the note that is there; its author is told once. */
    @Transactional
    UUID enter(
            UUID groupId,
            @Nullable UUID id,
            @Nullable UUID author,
            String topic,
            String text,
            @Nullable LocalDate postedOn) {
        var caller = Caller.current();
        var group = admission.hold(groupId, new ReadingMove.Enter()).group();
        var postId = Ids.orNext(id);
        if (posts.find(postId)
                .filter(there -> caller.seatId().equals(there.enteredBy())
                        && there.groupId().equals(groupId))
                .isPresent()) {
            return postId;
        }
        var today = LocalDate.now(clock);
        var day = postedOn == null ? today : postedOn;
        check(group, author, topic, text, day, today);
        var content = new Post.Content(Post.Kind.NOTE, topic, text, null, java.util.List.of(), Post.Enclosed.NOTHING);
        var note = Post.entered(
                postId,
                groupId,
                java.util.Objects.requireNonNull(author),
                content,
                day,
                caller.seatId(),
                clock.instant());
        if (!posts.insert(note.at(posts.nextPlace(groupId)))) {
            throw Refusal.conflict("id.taken", "This id is taken.");
        }
        history.record(PostActions.line("reading.note-entered", note).with("seat", author));
        return postId;
    }

    private void check(
            ReadingGroup group, @Nullable UUID author, String topic, String text, LocalDate day, LocalDate today) {
        var opened = group.openedOn();
        PostActions.checkText(new Fields().required("seatId", author), text)
                .check(
                        "seatId",
                        author == null
                                || (participants.isIn(group.id(), author) && participants.isActiveMember(author)),
                        "not-in-group",
                        "He is no member in the group.")
                .maxLength("topic", topic, Post.TOPIC_MAX_LENGTH)
                .check("topic", PostActions.isStorable(topic), "unreadable", PostActions.UNREADABLE)
                .check("postedOn", !day.isAfter(today), "in-future", "It has not been written yet.")
                .check("postedOn", opened == null || !day.isBefore(opened), "too-early", "Not before the group began.")
                .orRefuse();
    }
}
