package cn.tongxin.reading.library;

import static cn.tongxin.db.cell.Tables.READING_BOOK_NOTE;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.shared.Ids;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of what readers say of a book. */
@Singleton
class BookNotes {
    private final DSLContext sql;

    BookNotes(DSLContext sql) {
        this.sql = sql;
    }

    /** One reader's note on one book. */
    record Note(
            UUID id,
            UUID bookId,
            UUID seatId,
            String readerName,
            String text,
            @Nullable String hiddenReason,
            Instant createdAt,
            Instant updatedAt) {}

    /** The latest first; hidden ones for their writers and the office alone. */
    List<Note> page(UUID book, @Nullable UUID seat, boolean all, @Nullable Cursor after, int limit) {
        var seen = all
                ? DSL.noCondition()
                : READING_BOOK_NOTE.HIDDEN_REASON.isNull().or(READING_BOOK_NOTE.SEAT_ID.eq(seat));
        var before = after == null
                ? DSL.noCondition()
                : DSL.row(READING_BOOK_NOTE.CREATED_AT, READING_BOOK_NOTE.ID).lt(after.moment(), after.id());
        return select(READING_BOOK_NOTE.BOOK_ID.eq(book).and(seen).and(before))
                .orderBy(READING_BOOK_NOTE.CREATED_AT.desc(), READING_BOOK_NOTE.ID.desc())
                .limit(Page.rows(limit))
                .fetch(BookNotes::read);
    }

    static Cursor cursor(Note note) {
        return new Cursor(note.createdAt().toString(), note.id());
    }

    Optional<Note> of(UUID book, UUID seat) {
        return select(READING_BOOK_NOTE.BOOK_ID.eq(book).and(READING_BOOK_NOTE.SEAT_ID.eq(seat)))
                .fetchOptional(BookNotes::read);
    }

    Optional<Note> find(UUID book, UUID id) {
        return select(READING_BOOK_NOTE.BOOK_ID.eq(book).and(READING_BOOK_NOTE.ID.eq(id)))
                .fetchOptional(BookNotes::read);
    }

    /** A second time its words are written anew. */
    void write(UUID book, UUID seat, String text, Instant now) {
        sql.insertInto(READING_BOOK_NOTE)
                .set(READING_BOOK_NOTE.ID, Ids.next())
                .set(READING_BOOK_NOTE.BOOK_ID, book)
                .set(READING_BOOK_NOTE.SEAT_ID, seat)
                .set(READING_BOOK_NOTE.TEXT, text)
                .set(READING_BOOK_NOTE.CREATED_AT, now)
                .set(READING_BOOK_NOTE.UPDATED_AT, now)
                .onConflict(READING_BOOK_NOTE.TENANT_ID, READING_BOOK_NOTE.BOOK_ID, READING_BOOK_NOTE.SEAT_ID)
                .doUpdate()
                .set(READING_BOOK_NOTE.TEXT, text)
                .set(READING_BOOK_NOTE.UPDATED_AT, now)
                .execute();
    }

    void hide(UUID id, @Nullable String reason) {
        sql.update(READING_BOOK_NOTE)
                .set(READING_BOOK_NOTE.HIDDEN_REASON, reason)
                .where(READING_BOOK_NOTE.ID.eq(id))
                .execute();
    }

    void delete(UUID id) {
        sql.deleteFrom(READING_BOOK_NOTE).where(READING_BOOK_NOTE.ID.eq(id)).execute();
    }

    private SelectConditionStep<Record> select(Condition which) {
        return sql.select(READING_BOOK_NOTE.fields())
                .select(SEAT.NAME)
                .from(READING_BOOK_NOTE)
                .join(SEAT)
                .on(SEAT.ID.eq(READING_BOOK_NOTE.SEAT_ID))
                .where(which);
    }

    private static Note read(Record row) {
        return new Note(
                row.get(READING_BOOK_NOTE.ID),
                row.get(READING_BOOK_NOTE.BOOK_ID),
                row.get(READING_BOOK_NOTE.SEAT_ID),
                row.get(SEAT.NAME),
                row.get(READING_BOOK_NOTE.TEXT),
                row.get(READING_BOOK_NOTE.HIDDEN_REASON),
                row.get(READING_BOOK_NOTE.CREATED_AT),
                row.get(READING_BOOK_NOTE.UPDATED_AT));
    }
}
