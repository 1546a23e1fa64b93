package cn.tongxin.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote in a group. {@code seq} is its place among the group's posts and never changes; {@code change} moves
 * on with everything that happens to it, so that a client can ask what is new.
 */
record Post(
        UUID id,
        UUID groupId,
        long seq,
        long change,
        int version,
        UUID authorId,
        String authorName,
        Kind kind,
        @Nullable UUID replyTo,
        String text,
        Status status,
        @Nullable String hiddenReason,
        LocalDate postedOn,
        Instant createdAt,
        @Nullable Instant editedAt,
        boolean imported) {
    static final int MAX_LENGTH = 5000;
    static final Duration EDITABLE = Duration.ofMinutes(10);

    enum Kind {
        LEAD,
        REPLY,
        NOTE,
        RECOMMEND,
        QUESTION
    }

    /** HELD waits for a moderator; HIDDEN was taken off for a reason; DELETED was taken back by its author. */
    enum Status {
        VISIBLE,
        HELD,
        HIDDEN,
        DELETED
    }

    boolean isShown() {
        return status == Status.VISIBLE;
    }

    boolean isEditable(Instant now) {
        return (status == Status.VISIBLE || status == Status.HELD)
                && !imported
                && !now.isAfter(createdAt.plus(EDITABLE));
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
                kind,
                replyTo,
                text,
                status,
                hiddenReason,
                postedOn,
                createdAt,
                editedAt,
                imported);
    }

    Post edited(String next, long nextChange, Instant now) {
        return next(next, status, hiddenReason, nextChange, now);
    }

    Post deleted(long nextChange) {
        return next("", Status.DELETED, null, nextChange, editedAt);
    }

    Post released(long nextChange) {
        return next(text, Status.VISIBLE, null, nextChange, editedAt);
    }

    Post hidden(String reason, long nextChange) {
        return next(text, Status.HIDDEN, reason, nextChange, editedAt);
    }

    private Post next(
            String nextText, Status nextStatus, @Nullable String reason, long nextChange, @Nullable Instant edited) {
        return new Post(
                id,
                groupId,
                seq,
                nextChange,
                version + 1,
                authorId,
                authorName,
                kind,
                replyTo,
                nextText,
                nextStatus,
                reason,
                postedOn,
                createdAt,
                edited,
                imported);
    }

    /** What the group's clock gives out: a place for a new post, and the number of the change. */
    record Place(long seq, long change) {}
}
