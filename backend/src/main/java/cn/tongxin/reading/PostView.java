package cn.tongxin.reading;

import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of a post. A deleted one keeps its place without its text, and so does for everybody but its author and
 * the moderators a hidden one, and one that was seen and now waits again; its pictures and its voice go with the
 * text, and their files are fetched by a ticket. {@code heldFor} is told to moderators; {@code editableUntil} is there while
 * its author may still mend it; {@code approved} that the office counts an excellent one; {@code answered} is the post that a
 * reply answers; {@code entered} that the office entered it from its author's paper.
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
        String topic,
        @Nullable UUID replyTo,
        @Nullable Quotation answered,
        @Nullable String text,
        List<UUID> mentions,
        List<UUID> pictures,
        Post.@Nullable Voice voice,
        Post.Status status,
        Post.@Nullable HeldFor heldFor,
        @Nullable String hiddenReason,
        boolean pinned,
        boolean excellent,
        boolean approved,
        LocalDate postedOn,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable Instant editableUntil,
        boolean imported,
        boolean entered,
        List<String> can) {

    /**
     * A post as its reply quotes it.
     *
     * @param gist the first 60 characters; absent where the reader may not read them, empty where it is pictures or voice alone
     */
    @Serdeable
    record Quotation(
            UUID id,
            String authorName,
            Post.Status status,
            @Nullable String gist) {
        static Quotation of(Post.Answered answered, Caller caller, boolean moderates) {
            var reads = PostPolicy.readsQuotation(caller, answered, moderates);
            return new Quotation(
                    answered.id(), answered.authorName(), answered.status(), reads ? answered.gist() : null);
        }
    }

    static PostView of(Post post, Footing footing, Caller caller, Instant now, Duration editable) {
        var moderates = ReadingPolicy.moderates(caller, footing);
        var reads = PostPolicy.readsText(caller, post, moderates);
        var can = PostPolicy.can(caller, post, footing, now, editable);
        var content = post.content();
        return new PostView(
                post.id(),
                post.seq(),
                post.change(),
                post.version(),
                post.authorId(),
                post.authorName(),
                content.kind(),
                reads ? content.topic() : "",
                content.replyTo(),
                post.answered() == null ? null : Quotation.of(post.answered(), caller, moderates),
                reads ? content.text() : null,
                content.mentions(),
                reads ? content.enclosed().pictures() : List.of(),
                reads ? content.enclosed().voice() : null,
                post.status(),
                moderates && post.hold() != null ? post.hold().why() : null,
                reads ? post.hiddenReason() : null,
                post.marks().pinnedAt() != null,
                post.marks().excellentOn() != null,
                post.marks().approvedOn() != null,
                post.postedOn(),
                post.createdAt(),
                post.editedAt(),
                can.contains("edit") ? post.createdAt().plus(editable) : null,
                post.imported(),
                post.enteredBy() != null,
                can);
    }
}
