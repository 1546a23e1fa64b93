package cn.tongxin.reading;

import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of a post. A deleted one keeps its place without its text, and so does a hidden one for everybody but
 * its author and the moderators. {@code editableUntil} is there while its author may still mend it.
 */
@Serdeable
record PostView(
        UUID id,
        long seq,
        long change,
        int version,
        UUID authorId,
        String authorName,
        Post.Kind kind,
        @Nullable UUID replyTo,
        @Nullable String text,
        Post.Status status,
        @Nullable String hiddenReason,
        LocalDate postedOn,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable Instant editableUntil,
        boolean imported,
        List<String> can) {

    static PostView of(Post post, ReadingGroup group, boolean joined, Caller caller, Instant now) {
        var reads = ReadingPolicy.readsText(caller, post, ReadingPolicy.moderates(caller, group));
        var can = ReadingPolicy.can(caller, post, group, joined, now);
        return new PostView(
                post.id(),
                post.seq(),
                post.change(),
                post.version(),
                post.authorId(),
                post.authorName(),
                post.kind(),
                post.replyTo(),
                reads ? post.text() : null,
                post.status(),
                reads ? post.hiddenReason() : null,
                post.postedOn(),
                post.createdAt(),
                post.editedAt(),
                can.contains("edit") ? post.createdAt().plus(Post.EDITABLE) : null,
                post.imported(),
                can);
    }
}
