package cn.tongxin.reading;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote in a group. {@code seq} is its place among the group's posts and never changes; {@code change} moves
 * on with everything that happens to it, so that a client can ask what is new. {@code hiddenReason} belongs to HIDDEN alone; {@code
 * enteredBy} is who of the office entered it from paper.
 */
public record Post(
        UUID id,
        UUID groupId,
        long seq,
        long change,
        int version,
        UUID authorId,
        String authorName,
        Content content,
        @Nullable Answered answered,
        Status status,
        @Nullable Hold hold,
        @Nullable String hiddenReason,
        Marks marks,
        LocalDate postedOn,
        Instant createdAt,
        @Nullable Instant editedAt,
        boolean imported,
        @Nullable UUID enteredBy) {
    static final int QUOTED = 60;
    static final int MAX_LENGTH = 5000;
    static final int TOPIC_MAX_LENGTH = 30;
    static final int MENTIONS = 20;
    static final int PICTURES = 9;
    static final int VOICE_MS = 60_000;
    static final int TRANSCRIPT_MAX_LENGTH = 2000;

    public enum Kind {
        LEAD,
        REPLY,
        NOTE,
        RECOMMEND,
        QUESTION
    }

    /** HELD waits for a moderator; HIDDEN was taken off for a reason; DELETED was taken back by its author. */
    public enum Status {
        VISIBLE,
        HELD,
        HIDDEN,
        DELETED
    }

    /** Why a post waits: a guest wrote it, the group looks at all of them first, or a watched word stands in it. */
    public enum HeldFor {
        GUEST,
        REVIEW_FIRST,
        WORD
    }

    /** {@code again}: it was seen before, so that its place stays where others have seen it. */
    public record Hold(HeldFor why, boolean again) {}

    /**
     * A spoken note.
     *
     * @param lengthMs how long it plays, in milliseconds
     * @param transcript its words where its author wrote them down, else empty
     */
    @Serdeable
    record Voice(UUID fileId, int lengthMs, String transcript) {}

    /** What is seen and heard with the words: pictures in their order, and at most one spoken note. */
    record Enclosed(List<UUID> pictures, @Nullable Voice voice) {
        static final Enclosed NOTHING = new Enclosed(List.of(), null);

        boolean isEmpty() {
            return pictures.isEmpty() && voice == null;
        }
    }

    /** The post that a reply answers, in short: {@code gist} is the beginning of its words. */
    public record Answered(UUID id, UUID authorId, String authorName, Status status, String gist) {}

    /** What was written: {@code topic} is empty outside of any topic; {@code mentions} are seats in the group. */
    public record Content(
            Kind kind, String topic, String text, @Nullable UUID replyTo, List<UUID> mentions, Enclosed enclosed) {
        Content saying(String next) {
            return new Content(kind, topic, next, replyTo, mentions, enclosed);
        }

        Content erased() {
            return new Content(kind, "", "", replyTo, mentions, Enclosed.NOTHING);
        }

        /** All of its words, to be looked through. */
        String words() {
            var voice = enclosed.voice();
            return String.join("\n", topic, text, voice == null ? "" : voice.transcript());
        }
    }

    /**
     * What those who run the group think of it; only a post that is seen has any. An excellent one counts as duty once the
     * office has approved it.
     */
    public record Marks(
            @Nullable Instant pinnedAt,
            @Nullable LocalDate excellentOn,
            @Nullable LocalDate approvedOn) {
        static final Marks NONE = new Marks(null, null, null);

        Marks pinned(@Nullable Instant at) {
            return new Marks(at, excellentOn, approvedOn);
        }

        Marks excellent(@Nullable LocalDate on) {
            return new Marks(pinnedAt, on, null);
        }

        Marks approved(@Nullable LocalDate on) {
            return new Marks(pinnedAt, excellentOn, on);
        }
    }

    /** What the group's clock gives out: a place for a new post, and the number of the change. */
    record Place(long seq, long change) {}

    /** As it is written, before it has its place. */
    static Post written(
            UUID id, UUID group, UUID author, Content content, @Nullable HeldFor heldFor, LocalDate day, Instant now) {
        return new Post(
                id,
                group,
                0,
                0,
                1,
                author,
                "",
                content,
                null,
                heldFor == null ? Status.VISIBLE : Status.HELD,
                heldFor == null ? null : new Hold(heldFor, false),
                null,
                Marks.NONE,
                day,
                now,
                null,
                false,
                null);
    }

    /** What its author wrote on paper on that day, as somebody of the office entered it. */
    static Post entered(UUID id, UUID group, UUID author, Content content, LocalDate day, UUID enteredBy, Instant now) {
        return new Post(
                id,
                group,
                0,
                0,
                1,
                author,
                "",
                content,
                null,
                Status.VISIBLE,
                null,
                null,
                Marks.NONE,
                day,
                now,
                null,
                false,
                enteredBy);
    }

    /** A post from the time before this system; {@code day} is all that a clerk knows of when. */
    static Post imported(UUID id, UUID group, UUID author, Content content, LocalDate day, Instant now) {
        return new Post(
                id,
                group,
                0,
                0,
                1,
                author,
                "",
                content,
                null,
                Status.VISIBLE,
                null,
                null,
                Marks.NONE,
                day,
                now,
                null,
                true,
                null);
    }

    public boolean isShown() {
        return status == Status.VISIBLE;
    }

    /** As long as the committee gives, and not once the office has approved what it says. */
    boolean isEditable(Instant now, Duration editable) {
        return (status == Status.VISIBLE || status == Status.HELD)
                && marks.approvedOn() == null
                && !imported
                && editable.isPositive()
                && !now.isAfter(createdAt.plus(editable));
    }

    Post at(Place place) {
        return new Post(
                id,
                groupId,
                place.seq(),
                place.change(),
                version,
                authorId,
                authorName,
                content,
                answered,
                status,
                hold,
                hiddenReason,
                marks,
                postedOn,
                createdAt,
                editedAt,
                imported,
                enteredBy);
    }

    /** Mended; where its words make it wait, it waits (again). */
    Post edited(String text, @Nullable HeldFor wait, long nextChange, Instant now) {
        var waits = status == Status.HELD || wait == null ? hold : new Hold(wait, true);
        return next(
                content.saying(text),
                waits == null ? Status.VISIBLE : Status.HELD,
                waits,
                null,
                waits == null ? marks : Marks.NONE,
                nextChange,
                now);
    }

    Post deleted(long nextChange) {
        return next(content.erased(), Status.DELETED, null, null, Marks.NONE, nextChange, editedAt);
    }

    Post released(long nextChange) {
        return next(content, Status.VISIBLE, null, null, marks, nextChange, editedAt);
    }

    Post hidden(String reason, long nextChange) {
        return next(content, Status.HIDDEN, null, reason, Marks.NONE, nextChange, editedAt);
    }

    Post marked(Marks next, long nextChange) {
        return next(content, status, hold, hiddenReason, next, nextChange, editedAt);
    }

    private Post next(
            Content words,
            Status nextStatus,
            @Nullable Hold wait,
            @Nullable String reason,
            Marks nextMarks,
            long nextChange,
            @Nullable Instant edited) {
        return new Post(
                id,
                groupId,
                seq,
                nextChange,
                version + 1,
                authorId,
                authorName,
                words,
                answered,
                nextStatus,
                wait,
                reason,
                nextMarks,
                postedOn,
                createdAt,
                edited,
                imported,
                enteredBy);
    }
}
