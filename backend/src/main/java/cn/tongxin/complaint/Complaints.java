package cn.tongxin.complaint;

import static cn.tongxin.db.cell.Tables.COMPLAINT;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Crypto;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of complaints. The contact is sealed at rest. */
@Singleton
class Complaints {
    private final DSLContext sql;
    private final Crypto crypto;

    Complaints(DSLContext sql, Crypto crypto) {
        this.sql = sql;
        this.crypto = crypto;
    }

    Complaint get(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    Optional<Complaint> find(UUID id) {
        return sql.select(COMPLAINT.fields())
                .from(COMPLAINT)
                .where(COMPLAINT.ID.eq(id))
                .fetchOptional(this::read);
    }

    /** One page, newest first. */
    List<Complaint> page(Condition which, @Nullable Cursor after, int limit) {
        return sql.select(COMPLAINT.fields())
                .from(COMPLAINT)
                .where(which)
                .and(after == null ? DSL.noCondition() : COMPLAINT.ID.lt(after.id()))
                .orderBy(COMPLAINT.ID.desc())
                .limit(Page.rows(limit))
                .fetch(this::read);
    }

    long count(Condition which) {
        return sql.fetchCount(sql.selectOne().from(COMPLAINT).where(which));
    }

    /** False where the id is taken. */
    boolean insert(Complaint complaint) {
        return sql.insertInto(COMPLAINT)
                        .set(COMPLAINT.ID, complaint.id())
                        .set(COMPLAINT.VERSION, complaint.version())
                        .set(COMPLAINT.TRACKING_NO, complaint.trackingNo())
                        .set(COMPLAINT.SEAT_ID, complaint.seatId())
                        .set(COMPLAINT.KIND, complaint.kind().name())
                        .set(COMPLAINT.TEXT, complaint.text())
                        .set(
                                COMPLAINT.CONTACT,
                                complaint.contact() == null ? null : crypto.encrypt(complaint.contact()))
                        .set(COMPLAINT.STATUS, complaint.status().name())
                        .set(COMPLAINT.CREATED_AT, complaint.createdAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void answer(Complaint next, Complaint.Answer answer) {
        var updated = sql.update(COMPLAINT)
                .set(COMPLAINT.VERSION, next.version())
                .set(COMPLAINT.STATUS, next.status().name())
                .set(COMPLAINT.ANSWER, answer.text())
                .set(COMPLAINT.ANSWERED_BY, answer.by())
                .set(COMPLAINT.ANSWERED_AT, answer.at())
                .where(COMPLAINT.ID.eq(next.id()))
                .and(COMPLAINT.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw Refusal.conflict("complaint.answered", "Somebody has answered this meanwhile.");
        }
    }

    private Complaint read(Record row) {
        var contact = row.get(COMPLAINT.CONTACT);
        var answer = row.get(COMPLAINT.ANSWER);
        return new Complaint(
                row.get(COMPLAINT.ID),
                row.get(COMPLAINT.VERSION),
                row.get(COMPLAINT.TRACKING_NO),
                row.get(COMPLAINT.SEAT_ID),
                Complaint.Kind.valueOf(row.get(COMPLAINT.KIND)),
                row.get(COMPLAINT.TEXT),
                contact == null ? null : crypto.decrypt(contact),
                Complaint.Status.valueOf(row.get(COMPLAINT.STATUS)),
                answer == null
                        ? null
                        : new Complaint.Answer(answer, row.get(COMPLAINT.ANSWERED_BY), row.get(COMPLAINT.ANSWERED_AT)),
                row.get(COMPLAINT.CREATED_AT));
    }
}
