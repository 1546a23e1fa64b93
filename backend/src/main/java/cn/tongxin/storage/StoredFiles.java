package cn.tongxin.storage;

import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.STORED_FILE;
import static cn.tongxin.db.cell.Tables.TICKET;

import cn.tongxin.shared.Digests;
import cn.tongxin.shared.Ids;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of files and their tickets. */
@Singleton
public class StoredFiles {
    private final DSLContext sql;

    StoredFiles(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<StoredFile> find(UUID id) {
        return sql.select(STORED_FILE.fields())
                .from(STORED_FILE)
                .where(STORED_FILE.ID.eq(id))
                .fetchOptional(StoredFiles::read);
    }

    /** False where the id is taken. */
    boolean insert(StoredFile file, boolean held) {
        return sql.insertInto(STORED_FILE)
                        .set(STORED_FILE.ID, file.id())
                        .set(STORED_FILE.NAME, file.name())
                        .set(STORED_FILE.CONTENT_TYPE, file.contentType())
                        .set(STORED_FILE.SIZE, file.size())
                        .set(STORED_FILE.SHA256, file.sha256())
                        .set(STORED_FILE.SEAT_ID, file.seatId())
                        .set(STORED_FILE.CREATED_AT, file.createdAt())
                        .set(STORED_FILE.LENGTH_MS, file.lengthMs())
                        .set(STORED_FILE.HELD, held)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Until the transaction ends nobody else enters or removes these bytes. */
    void lock(String sha256) {
        sql.select(DSL.function(
                        "pg_advisory_xact_lock",
                        Object.class,
                        DSL.function("hashtextextended", Long.class, DSL.val(sha256), DSL.inline(0L))))
                .fetch();
    }

    boolean hold(UUID id, UUID seat, boolean held) {
        return sql.update(STORED_FILE)
                        .set(STORED_FILE.HELD, held)
                        .where(STORED_FILE.ID.eq(id))
                        .and(STORED_FILE.SEAT_ID.eq(seat))
                        .execute()
                == 1;
    }

    /** Files older than this that no outbox of a living seat names, in the order of their ids. */
    List<UUID> findUnheld(Instant before, @Nullable UUID after, int limit) {
        return sql.select(STORED_FILE.ID)
                .from(STORED_FILE)
                .where(STORED_FILE.CREATED_AT.lt(before))
                .and(after == null ? DSL.noCondition() : STORED_FILE.ID.gt(after))
                .and(unheld())
                .orderBy(STORED_FILE.ID)
                .limit(limit)
                .fetch(STORED_FILE.ID);
    }

    boolean deleteUnheld(UUID id) {
        return sql.deleteFrom(STORED_FILE)
                        .where(STORED_FILE.ID.eq(id))
                        .and(unheld())
                        .execute()
                == 1;
    }

    private static Condition unheld() {
        return STORED_FILE
                .HELD
                .isFalse()
                .or(STORED_FILE.SEAT_ID.in(DSL.select(SEAT.ID).from(SEAT).where(SEAT.STATUS.eq("ENDED"))));
    }

    boolean hasBytes(String sha256) {
        return sql.fetchExists(sql.selectOne().from(STORED_FILE).where(STORED_FILE.SHA256.eq(sha256)));
    }

    void insertTicket(String token, UUID seat, UUID file, String method, Instant expiresAt) {
        sql.insertInto(TICKET)
                .set(TICKET.ID, Ids.next())
                .set(TICKET.TOKEN_HASH, Digests.sha256Hex(token))
                .set(TICKET.SEAT_ID, seat)
                .set(TICKET.FILE_ID, file)
                .set(TICKET.METHOD, method)
                .set(TICKET.EXPIRES_AT, expiresAt)
                .execute();
    }

    /** True once: the ticket is gone with its use. */
    boolean useTicket(String token, UUID file, String method, Instant now) {
        return sql.deleteFrom(TICKET)
                        .where(TICKET.TOKEN_HASH.eq(Digests.sha256Hex(token)))
                        .and(TICKET.FILE_ID.eq(file))
                        .and(TICKET.METHOD.eq(method))
                        .and(TICKET.EXPIRES_AT.gt(now))
                        .execute()
                == 1;
    }

    void deleteTicketsBefore(Instant now) {
        sql.deleteFrom(TICKET).where(TICKET.EXPIRES_AT.le(now)).execute();
    }

    static StoredFile read(Record row) {
        return new StoredFile(
                row.get(STORED_FILE.ID),
                row.get(STORED_FILE.NAME),
                row.get(STORED_FILE.CONTENT_TYPE),
                row.get(STORED_FILE.SIZE),
                row.get(STORED_FILE.SHA256),
                row.get(STORED_FILE.SEAT_ID),
                row.get(STORED_FILE.CREATED_AT),
                row.get(STORED_FILE.LENGTH_MS));
    }
}
