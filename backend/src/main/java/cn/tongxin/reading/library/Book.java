package cn.tongxin.reading.library;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A book of the committee's library as it stands in its row. {@code shelf} belongs to LISTED alone, as {@code declinedReason} to DECLINED. */
record Book(
        UUID id,
        int version,
        BookStatus status,
        @Nullable Shelf shelf,
        Card card,
        Source source,
        String reason,
        UUID recommenderId,
        @Nullable String declinedReason,
        Instant createdAt,
        Instant updatedAt) {

    /** The list of books that all read together, and the committee's own list. */
    public enum Shelf {
        COMMON,
        FEATURED
    }

    /** What is known of it; {@code isbn} has thirteen figures, or is empty. */
    record Card(
            String title,
            String author,
            String publisher,
            String isbn,
            String summary,
            List<String> tags,
            @Nullable UUID coverId) {}

    /** Where to read it: an address of the web, or the whole file where {@code licensor} allows that. */
    record Source(
            @Nullable String link,
            @Nullable UUID fileId,
            @Nullable String licensor) {}

    static Book recommended(UUID id, Card card, Source source, String reason, UUID seat, Instant now) {
        return new Book(id, 1, BookStatus.RECOMMENDED, null, card, source, reason, seat, null, now, now);
    }

    Book edited(Card next, Source from, String why, Instant now) {
        return new Book(
                id,
                version + 1,
                status.after(new BookMove.Edit()),
                shelf,
                next,
                from,
                why,
                recommenderId,
                declinedReason,
                createdAt,
                now);
    }

    Book after(BookMove move, Instant now) {
        return new Book(
                id,
                version + 1,
                status.after(move),
                move instanceof BookMove.Shelve(var list) ? list : null,
                card,
                source,
                reason,
                recommenderId,
                move instanceof BookMove.Decline(var why) ? why : null,
                createdAt,
                now);
    }
}
