package cn.tongxin.storage;

import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.UPLOAD;
import static cn.tongxin.db.cell.Tables.UPLOAD_PART;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The SQL of files on their way. */
@Singleton
class Uploads {
    private final DSLContext sql;

    Uploads(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Upload> find(UUID id) {
        return sql.select(UPLOAD.ID, UPLOAD.SEAT_ID, UPLOAD.NAME, UPLOAD.SIZE, UPLOAD.RECEIVED, UPLOAD.HELD)
                .from(UPLOAD)
                .where(UPLOAD.ID.eq(id))
                .fetchOptional(row ->
                        new Upload(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    /** False where the id is taken. */
    boolean insert(Upload upload, Instant now) {
        return sql.insertInto(UPLOAD)
                        .set(UPLOAD.ID, upload.id())
                        .set(UPLOAD.SEAT_ID, upload.seatId())
                        .set(UPLOAD.NAME, upload.name())
                        .set(UPLOAD.SIZE, upload.size())
                        .set(UPLOAD.RECEIVED, 0L)
                        .set(UPLOAD.HELD, upload.held())
                        .set(UPLOAD.CREATED_AT, now)
                        .set(UPLOAD.UPDATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False where the upload is no longer at that offset: somebody else, or the first try, was quicker. */
    boolean advance(UUID id, long from, long size, String object, Instant now) {
        var moved = sql.update(UPLOAD)
                .set(UPLOAD.RECEIVED, from + size)
                .set(UPLOAD.UPDATED_AT, now)
                .where(UPLOAD.ID.eq(id))
                .and(UPLOAD.RECEIVED.eq(from))
                .execute();
        if (moved == 1) {
            sql.insertInto(UPLOAD_PART)
                    .set(UPLOAD_PART.UPLOAD_ID, id)
                    .set(UPLOAD_PART.AT, from)
                    .set(UPLOAD_PART.SIZE, size)
                    .set(UPLOAD_PART.OBJECT, object)
                    .execute();
        }
        return moved == 1;
    }

    boolean hold(UUID id, UUID seat, boolean held, Instant now) {
        return sql.update(UPLOAD)
                        .set(UPLOAD.HELD, held)
                        .set(UPLOAD.UPDATED_AT, now)
                        .where(UPLOAD.ID.eq(id))
                        .and(UPLOAD.SEAT_ID.eq(seat))
                        .execute()
                == 1;
    }

    /** The objects of its pieces, in order. */
    List<String> parts(UUID id) {
        return sql.select(UPLOAD_PART.OBJECT)
                .from(UPLOAD_PART)
                .where(UPLOAD_PART.UPLOAD_ID.eq(id))
                .orderBy(UPLOAD_PART.AT)
                .fetch(UPLOAD_PART.OBJECT);
    }

    void delete(UUID id) {
        sql.deleteFrom(UPLOAD).where(UPLOAD.ID.eq(id)).execute();
    }

    /** Those that nobody has sent to since, and that no living seat holds. */
    List<UUID> findSilentSince(Instant before, int limit) {
        return sql.select(UPLOAD.ID)
                .from(UPLOAD)
                .join(SEAT)
                .on(SEAT.ID.eq(UPLOAD.SEAT_ID))
                .where(UPLOAD.UPDATED_AT.lt(before))
                .and(UPLOAD.HELD.isFalse().or(SEAT.STATUS.eq("ENDED")))
                .orderBy(UPLOAD.UPDATED_AT, UPLOAD.ID)
                .limit(limit)
                .fetch(UPLOAD.ID);
    }
}
