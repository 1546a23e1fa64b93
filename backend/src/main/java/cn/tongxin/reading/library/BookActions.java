package cn.tongxin.reading.library;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Books are recommended, reviewed, listed and declined. */
@Singleton
class BookActions {
    static final String SUBJECT = "reading_book";

    private final Books books;
    private final BookChecks checks;
    private final History history;
    private final Clock clock;

    BookActions(Books books, BookChecks checks, History history, Clock clock) {
        this.books = books;
        this.checks = checks;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id by the same seat answers the row that is there; a book that is there by its ISBN is told. */
    @Transactional
    UUID recommend(@Nullable UUID id, BookChecks.Said said) {
        var caller = Caller.current();
        BookPolicy.checkRecommends(caller);
        var kept = checks.check(caller, said, null);
        var book = Book.recommended(
                Ids.orNext(id), kept.card(), kept.source(), kept.reason(), caller.seatId(), clock.instant());
        var repeated = books.find(book.id()).map(Books.Found::book);
        if (repeated.isPresent()) {
            return repeated.filter(there -> there.recommenderId().equals(caller.seat()))
                    .map(Book::id)
                    .orElseThrow(BookActions::taken);
        }
        checkNotThere(caller, book);
        if (!books.insert(book)) {
            checkNotThere(caller, book);
            throw taken();
        }
        history.record(line("reading.book-recommended", book).moved(null, book.status()));
        return book.id();
    }

    @Transactional
    void edit(UUID id, int version, BookChecks.Said said) {
        var caller = Caller.current();
        var book = visible(id);
        BookPolicy.check(caller, new BookMove.Edit(), book);
        if (book.version() != version) {
            throw Refusal.conflict("reading.book-version", "Somebody has changed this book meanwhile.");
        }
        var kept = checks.check(caller, said, book);
        var edited = book.edited(kept.card(), kept.source(), kept.reason(), clock.instant());
        checkNotThere(caller, edited);
        books.update(edited);
        history.record(line("reading.book-edited", edited));
    }

    @Transactional
    void review(UUID id) {
        move("reading.book-reviewed", id, new BookMove.Review());
    }

    @Transactional
    void list(UUID id, Book.@Nullable Shelf shelf) {
        new Fields().required("shelf", shelf).orRefuse();
        move("reading.book-listed", id, new BookMove.Shelve(java.util.Objects.requireNonNull(shelf)));
    }

    @Transactional
    void unlist(UUID id) {
        move("reading.book-unlisted", id, new BookMove.Unlist());
    }

    @Transactional
    void decline(UUID id, @Nullable String reason) {
        var fields = new Fields().required("reason", reason);
        BookChecks.text(fields, "reason", reason, 200);
        fields.orRefuse();
        move(
                "reading.book-declined",
                id,
                new BookMove.Decline(String.valueOf(reason).strip()));
    }

    @Transactional
    void reopen(UUID id) {
        move("reading.book-reopened", id, new BookMove.Reopen());
    }

    private void move(String kind, UUID id, BookMove move) {
        var book = visible(id);
        BookPolicy.check(Caller.current(), move, book);
        var moved = book.after(move, clock.instant());
        books.update(moved);
        history.record(line(kind, moved)
                .moved(book.status(), moved.status())
                .with("recommender", moved.recommenderId())
                .with("shelf", moved.shelf())
                .with("reason", moved.declinedReason()));
    }

    /** In sight and out of sight are told apart: which book it is, is said of one that the caller sees. */
    private void checkNotThere(Caller caller, Book book) {
        books.findByIsbn(book.card().isbn())
                .filter(there -> !there.id().equals(book.id()))
                .ifPresent(there -> {
                    var refusal = Refusal.conflict("reading.book-there", "The library has a book of this ISBN.");
                    throw BookPolicy.sees(caller, there)
                            ? refusal.with("book", there.id()).with("state", there.status())
                            : refusal;
                });
    }

    private Book visible(UUID id) {
        return books.find(id)
                .map(Books.Found::book)
                .filter(book -> BookPolicy.sees(Caller.current(), book))
                .orElseThrow(Refusal::notFound);
    }

    private static Refusal taken() {
        return Refusal.conflict("id.taken", "This id is taken.");
    }

    private static Line line(String kind, Book book) {
        return Line.of(kind, SUBJECT, book.id()).with("title", book.card().title());
    }
}
