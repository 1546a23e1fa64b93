package cn.tongxin.reading.library;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What readers say of a book, and how far each has come, over HTTP. */
@Controller("/api/books/{id}")
@ExecuteOn(TaskExecutors.BLOCKING)
class ReaderController {
    private final Books books;
    private final BookNotes notes;
    private final ReadingProgress progress;
    private final ReaderActions actions;

    ReaderController(Books books, BookNotes notes, ReadingProgress progress, ReaderActions actions) {
        this.books = books;
        this.notes = notes;
        this.progress = progress;
        this.actions = actions;
    }

    /** {@code hiddenReason} is for its writer and the office, who alone still see a hidden note. */
    @Serdeable
    record NoteView(
            UUID id,
            String readerName,
            boolean mine,
            String text,
            @Nullable String hiddenReason,
            Instant createdAt,
            List<String> can) {}

    @Serdeable
    record Written(@Nullable String text) {}

    @Serdeable
    record Hiding(@Nullable String reason) {}

    /** One of the two. */
    @Serdeable
    record Reaching(@Nullable Integer page, @Nullable Integer percent) {}

    /** The latest first. */
    @Get("/notes{?after,limit}")
    @Transactional(readOnly = true)
    Page<NoteView> notes(UUID id, @Nullable @QueryValue String after, @Nullable @QueryValue Integer limit) {
        var caller = reader(id);
        var size = Page.limit(limit);
        var rows = notes.page(id, caller.seat(), BookPolicy.keeps(caller), Cursor.decode(after), size);
        return Page.of(rows, size, BookNotes::cursor).map(note -> view(note, caller));
    }

    /** One's own note; a second time it is written anew. */
    @Put("/note")
    NoteView note(UUID id, @Body Written body) {
        actions.note(id, body.text());
        return mine(id);
    }

    @Delete("/note")
    @Status(HttpStatus.NO_CONTENT)
    void takeBack(UUID id) {
        actions.takeBack(id);
    }

    @Put("/notes/{noteId}/hiding")
    @Status(HttpStatus.NO_CONTENT)
    void hide(UUID id, UUID noteId, @Body Hiding body) {
        actions.hide(id, noteId, body.reason());
    }

    @Delete("/notes/{noteId}/hiding")
    @Status(HttpStatus.NO_CONTENT)
    void show(UUID id, UUID noteId) {
        actions.show(id, noteId);
    }

    /** How far the caller has read; nobody else's is ever told to anybody. */
    @Get("/progress")
    @Transactional(readOnly = true)
    ReadingProgress.Reached progress(UUID id) {
        return progress.of(id, reader(id).seat());
    }

    @Put("/progress")
    ReadingProgress.Reached reach(UUID id, @Body Reaching body) {
        actions.reach(id, body.page(), body.percent());
        return progress(id);
    }

    @Delete("/progress")
    @Status(HttpStatus.NO_CONTENT)
    void forget(UUID id) {
        actions.forget(id);
    }

    @Transactional(readOnly = true)
    NoteView mine(UUID id) {
        var caller = Caller.current();
        return notes.of(id, caller.seatId()).map(note -> view(note, caller)).orElseThrow(Refusal::notFound);
    }

    private Caller reader(UUID id) {
        var caller = Caller.current();
        BookPolicy.checkReads(caller);
        if (books.find(id)
                .filter(found -> BookPolicy.sees(caller, found.book()))
                .isEmpty()) {
            throw Refusal.notFound();
        }
        return caller;
    }

    private static NoteView view(BookNotes.Note note, Caller caller) {
        var mine = note.seatId().equals(caller.seat());
        return new NoteView(
                note.id(),
                note.readerName(),
                mine,
                note.text(),
                note.hiddenReason(),
                note.createdAt(),
                can(note, caller, mine));
    }

    private static List<String> can(BookNotes.Note note, Caller caller, boolean mine) {
        if (!caller.mayWrite()) {
            return List.of();
        }
        if (BookPolicy.keeps(caller)) {
            return List.of(note.hiddenReason() == null ? "hide" : "show");
        }
        return mine && note.hiddenReason() == null ? List.of("edit", "delete") : List.of();
    }
}
