package cn.tongxin.reading.library;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What readers say of a listed book for all, and how far they have come, for themselves. */
@Singleton
class ReaderActions {
    private final Books books;
    private final BookNotes notes;
    private final ReadingProgress progress;
    private final History history;
    private final Clock clock;

    ReaderActions(Books books, BookNotes notes, ReadingProgress progress, History history, Clock clock) {
        this.books = books;
        this.notes = notes;
        this.progress = progress;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    void note(UUID id, @Nullable String text) {
        var caller = Caller.current();
        checkRead(caller, id);
        var fields = new Fields().required("text", text);
        BookChecks.text(fields, "text", text, 2000);
        fields.orRefuse();
        if (notes.of(id, caller.seatId())
                .filter(note -> note.hiddenReason() != null)
                .isPresent()) {
            throw Refusal.conflict("reading.note-hidden", "This note has been hidden.");
        }
        notes.write(id, caller.seatId(), String.valueOf(text).strip(), clock.instant());
        history.record(line("reading.book-noted", id));
    }

    /** 404 where there is none. */
    @Transactional
    void takeBack(UUID id) {
        var caller = Caller.current();
        checkRead(caller, id);
        var note = notes.of(id, caller.seatId()).orElseThrow(Refusal::notFound);
        notes.delete(note.id());
        history.record(line("reading.book-note-deleted", id));
    }

    /** By the office, for a reason that its writer sees. */
    @Transactional
    void hide(UUID id, UUID noteId, @Nullable String reason) {
        RequiredPolicy.checkKeeps(Caller.current());
        var note = notes.find(id, noteId).orElseThrow(Refusal::notFound);
        var fields = new Fields().required("reason", reason);
        BookChecks.text(fields, "reason", reason, 200);
        fields.orRefuse();
        notes.hide(noteId, String.valueOf(reason).strip());
        history.record(line("reading.book-note-hidden", id)
                .with("note", noteId)
                .with("reader", note.seatId())
                .with("reason", reason));
    }

    /** A hidden note is seen again. */
    @Transactional
    void show(UUID id, UUID noteId) {
        RequiredPolicy.checkKeeps(Caller.current());
        var note = notes.find(id, noteId).orElseThrow(Refusal::notFound);
        notes.hide(noteId, null);
        history.record(line("reading.book-note-shown", id).with("note", noteId).with("reader", note.seatId()));
    }

    @Transactional
    @Unrecorded("how far somebody has read is for himself alone")
    void reach(UUID id, @Nullable Integer page, @Nullable Integer percent) {
        var caller = Caller.current();
        checkRead(caller, id);
        new Fields()
                .check("page", (page == null) != (percent == null), "required", "A page or a percentage.")
                .check("page", page == null || (page >= 1 && page <= 100_000), "out-of-range", "1 to 100000.")
                .check("percent", percent == null || (percent >= 0 && percent <= 100), "out-of-range", "0 to 100.")
                .orRefuse();
        progress.reach(id, caller.seatId(), page, percent, clock.instant());
    }

    @Transactional
    @Unrecorded("how far somebody has read is for himself alone")
    void forget(UUID id) {
        var caller = Caller.current();
        BookPolicy.checkReads(caller);
        if (!caller.mayWrite()) {
            throw Refusal.notAllowed();
        }
        progress.forget(id, caller.seatId());
    }

    /** A listed book, by a member; of any other nobody says anything. */
    private void checkRead(Caller caller, UUID id) {
        BookPolicy.checkReads(caller);
        var book = books.find(id)
                .map(Books.Found::book)
                .filter(found -> BookPolicy.sees(caller, found))
                .orElseThrow(Refusal::notFound);
        if (!caller.mayWrite() || !caller.isMember()) {
            throw Refusal.notAllowed();
        }
        if (book.status() != BookStatus.LISTED) {
            throw Refusal.conflict("reading.book-not-listed", "This book is on no list.");
        }
    }

    private Line line(String kind, UUID book) {
        var title = books.find(book).map(found -> found.book().card().title()).orElse("");
        return Line.of(kind, BookActions.SUBJECT, book).with("title", title);
    }
}
