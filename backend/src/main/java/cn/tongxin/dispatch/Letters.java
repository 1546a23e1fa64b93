package cn.tongxin.dispatch;

import static cn.tongxin.db.cell.Tables.OUTGOING;
import static cn.tongxin.db.cell.Tables.RECEIVED;
import static cn.tongxin.db.cell.Tables.RECEIVED_HEAD;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/** The SQL of what is sent and received. */
@Singleton
class Letters {
    /** A letter that failed as often is left lying, with its error, for somebody to look at. */
    static final int PATIENCE = 5;

    private final DSLContext sql;

    Letters(DSLContext sql) {
        this.sql = sql;
    }

    void insertOutgoing(Letter letter) {
        sql.insertInto(OUTGOING)
                .set(OUTGOING.ID, letter.id())
                .set(OUTGOING.RECIPIENT_CODE, letter.recipientCode())
                .set(OUTGOING.KIND, letter.kind())
                .set(OUTGOING.BODY, JSONB.valueOf(letter.body()))
                .set(OUTGOING.SENT_AT, letter.sentAt())
                .execute();
    }

    /** What waits, oldest first. */
    List<Letter> findWaiting(int limit) {
        return sql.select(OUTGOING.ID, OUTGOING.RECIPIENT_CODE, OUTGOING.KIND, OUTGOING.BODY, OUTGOING.SENT_AT)
                .from(OUTGOING)
                .where(OUTGOING.DELIVERED_AT.isNull())
                .and(OUTGOING.FAILURES.lt(PATIENCE))
                .orderBy(OUTGOING.SENT_AT, OUTGOING.ID)
                .limit(limit)
                .fetch(row -> new Letter(
                        row.value1(), row.value2(), row.value3(), row.value4().data(), row.value5()));
    }

    void delivered(UUID letter, Instant now) {
        sql.update(OUTGOING)
                .set(OUTGOING.DELIVERED_AT, now)
                .where(OUTGOING.ID.eq(letter))
                .execute();
    }

    void failed(UUID letter, String error) {
        sql.update(OUTGOING)
                .set(OUTGOING.FAILURES, OUTGOING.FAILURES.plus(1))
                .set(OUTGOING.ERROR, error)
                .where(OUTGOING.ID.eq(letter))
                .execute();
    }

    /** False where this letter has come before. */
    boolean insertReceived(UUID sender, Letter letter, Instant now) {
        return sql.insertInto(RECEIVED)
                        .set(RECEIVED.ID, letter.id())
                        .set(RECEIVED.SENDER_ID, sender)
                        .set(RECEIVED.KIND, letter.kind())
                        .set(RECEIVED.SENT_AT, letter.sentAt())
                        .set(RECEIVED.RECEIVED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The history's head that was last sent; -1 where none was. */
    long lastHeadSent() {
        var seq = DSL.field("({0} ->> 'seq')::bigint", Long.class, OUTGOING.BODY);
        var last = sql.select(DSL.max(seq))
                .from(OUTGOING)
                .where(OUTGOING.KIND.eq(HeadSender.Head.KIND))
                .fetchOne(0, Long.class);
        return last == null ? -1 : last;
    }

    void insertHead(UUID sender, long seq, byte[] hash, Instant sentAt) {
        sql.insertInto(RECEIVED_HEAD)
                .set(RECEIVED_HEAD.SENDER_ID, sender)
                .set(RECEIVED_HEAD.SEQ, seq)
                .set(RECEIVED_HEAD.HASH, hash)
                .set(RECEIVED_HEAD.SENT_AT, sentAt)
                .onConflictDoNothing()
                .execute();
    }
}
