package cn.tongxin.quiz;

import static cn.tongxin.db.cell.Tables.QUIZ_CORRECTION;
import static cn.tongxin.db.cell.Tables.QUIZ_ITEM;
import static cn.tongxin.db.cell.Tables.SEAT;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The SQL of the log of corrections. */
@Singleton
class Corrections {
    private final DSLContext sql;

    Corrections(DSLContext sql) {
        this.sql = sql;
    }

    /** The latest first. */
    List<Correction> of(UUID quiz) {
        return sql.select(QUIZ_CORRECTION.fields())
                .select(QUIZ_ITEM.TEXT, SEAT.NAME)
                .from(QUIZ_CORRECTION)
                .join(QUIZ_ITEM)
                .on(QUIZ_ITEM.ID.eq(QUIZ_CORRECTION.ITEM_ID))
                .join(SEAT)
                .on(SEAT.ID.eq(QUIZ_CORRECTION.SEAT_ID))
                .where(QUIZ_CORRECTION.QUIZ_ID.eq(quiz))
                .orderBy(QUIZ_CORRECTION.CORRECTED_AT.desc(), QUIZ_CORRECTION.ID.desc())
                .fetch(row -> new Correction(
                        row.get(QUIZ_CORRECTION.ID),
                        row.get(QUIZ_CORRECTION.ITEM_ID),
                        row.get(QUIZ_ITEM.TEXT),
                        List.of(row.get(QUIZ_CORRECTION.OLD_ANSWER)),
                        List.of(row.get(QUIZ_CORRECTION.NEW_ANSWER)),
                        row.get(QUIZ_CORRECTION.REASON),
                        row.get(SEAT.NAME),
                        row.get(QUIZ_CORRECTION.CORRECTED_AT),
                        row.get(QUIZ_CORRECTION.ATTEMPTS),
                        row.get(QUIZ_CORRECTION.CHANGED)));
    }

    Optional<UUID> findQuiz(UUID id) {
        return sql.select(QUIZ_CORRECTION.QUIZ_ID)
                .from(QUIZ_CORRECTION)
                .where(QUIZ_CORRECTION.ID.eq(id))
                .fetchOptional(QUIZ_CORRECTION.QUIZ_ID);
    }

    void insert(
            UUID id,
            Quiz quiz,
            Paper.Item item,
            List<String> key,
            String reason,
            UUID seat,
            Instant at,
            int attempts,
            int changed) {
        sql.insertInto(QUIZ_CORRECTION)
                .set(QUIZ_CORRECTION.ID, id)
                .set(QUIZ_CORRECTION.QUIZ_ID, quiz.id())
                .set(QUIZ_CORRECTION.ITEM_ID, item.id())
                .set(QUIZ_CORRECTION.OLD_ANSWER, item.key().toArray(String[]::new))
                .set(QUIZ_CORRECTION.NEW_ANSWER, key.toArray(String[]::new))
                .set(QUIZ_CORRECTION.REASON, reason)
                .set(QUIZ_CORRECTION.SEAT_ID, seat)
                .set(QUIZ_CORRECTION.CORRECTED_AT, at)
                .set(QUIZ_CORRECTION.ATTEMPTS, attempts)
                .set(QUIZ_CORRECTION.CHANGED, changed)
                .execute();
    }
}
