package cn.tongxin.reading;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.annotation.Transactional;
import org.jspecify.annotations.Nullable;

/** The reading notes that one has written oneself, over HTTP. */
@Controller("/api/reading-notes")
@ExecuteOn(TaskExecutors.BLOCKING)
class NoteController {
    private final OwnNotes notes;

    NoteController(OwnNotes notes) {
        this.notes = notes;
    }

    /** The newest first, from all groups, also from those that have ended or that the author has left. */
    @Get("{?after,limit}")
    @Transactional(readOnly = true)
    Page<OwnNotes.OwnNote> list(@Nullable @QueryValue String after, @Nullable @QueryValue Integer limit) {
        var size = Page.limit(limit);
        var notes = this.notes.page(Caller.current().seatId(), Cursor.decode(after), size);
        return Page.of(notes, size, note -> new Cursor(note.createdAt().toString(), note.id()));
    }
}
