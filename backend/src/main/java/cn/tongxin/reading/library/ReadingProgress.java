package cn.tongxin.reading.library;

import static cn.tongxin.db.cell.Tables.READING_PROGRESS;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The SQL of how far somebody has read. Every statement names the one seat whose it is; nothing else reads this table. */
@Singleton
class ReadingProgress {
    private final DSLContext sql;

    ReadingProgress(DSLContext sql) {
        this.sql = sql;
    }

    /** A page or a percentage, whichever was said last; neither where nothing was. */
    @Serdeable
    record Reached(
            @Nullable Integer page,
            @Nullable Integer percent,
            @Nullable Instant updatedAt) {}

    Reached of(UUID book, @Nullable UUID seat) {
        return sql.select(READING_PROGRESS.PAGE, READING_PROGRESS.PERCENT, READING_PROGRESS.UPDATED_AT)
                .from(READING_PROGRESS)
                .where(READING_PROGRESS.BOOK_ID.eq(book))
                .and(READING_PROGRESS.SEAT_ID.eq(seat))
                .fetchOptional(row -> new Reached(row.value1(), row.value2(), row.value3()))
                .orElse(new Reached(null, null, null));
    }

    void reach(UUID book, UUID seat, @Nullable Integer page, @Nullable Integer percent, Instant now) {
        sql.insertInto(READING_PROGRESS)
                .set(READING_PROGRESS.BOOK_ID, book)
                .set(READING_PROGRESS.SEAT_ID, seat)
                .set(READING_PROGRESS.PAGE, page)
                .set(READING_PROGRESS.PERCENT, percent)
                .set(READING_PROGRESS.UPDATED_AT, now)
                .onConflict(READING_PROGRESS.TENANT_ID, READING_PROGRESS.BOOK_ID, READING_PROGRESS.SEAT_ID)
                .doUpdate()
                .set(READING_PROGRESS.PAGE, page)
                .set(READING_PROGRESS.PERCENT, percent)
                .set(READING_PROGRESS.UPDATED_AT, now)
                .execute();
    }

    void forget(UUID book, UUID seat) {
        sql.deleteFrom(READING_PROGRESS)
                .where(READING_PROGRESS.BOOK_ID.eq(book))
                .and(READING_PROGRESS.SEAT_ID.eq(seat))
                .execute();
    }
}
