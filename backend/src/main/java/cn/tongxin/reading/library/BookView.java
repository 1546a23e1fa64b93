package cn.tongxin.reading.library;

import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of a book. {@code fileId} is the whole of it, where {@code licensor} allows that; it and the cover are
 * fetched by a ticket. How far anybody has read stands nowhere here.
 */
@Serdeable
record BookView(
        UUID id,
        int version,
        BookStatus status,
        Book.@Nullable Shelf shelf,
        String title,
        String author,
        String publisher,
        String isbn,
        String summary,
        List<String> tags,
        @Nullable UUID coverId,
        @Nullable String link,
        @Nullable UUID fileId,
        @Nullable String licensor,
        String reason,
        UUID recommenderId,
        String recommenderName,
        @Nullable String declinedReason,
        Instant createdAt,
        List<String> can) {

    static BookView of(Books.Found found, Caller caller) {
        var book = found.book();
        var card = book.card();
        return new BookView(
                book.id(),
                book.version(),
                book.status(),
                book.shelf(),
                card.title(),
                card.author(),
                card.publisher(),
                card.isbn(),
                card.summary(),
                card.tags(),
                card.coverId(),
                book.source().link(),
                book.source().fileId(),
                book.source().licensor(),
                book.reason(),
                book.recommenderId(),
                found.recommenderName(),
                book.declinedReason(),
                book.createdAt(),
                BookPolicy.can(caller, book));
    }
}
