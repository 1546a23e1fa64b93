package cn.tongxin.history;

import static cn.tongxin.db.cell.Tables.HISTORY;
import static cn.tongxin.db.cell.Tables.HISTORY_PAYLOAD;

import cn.tongxin.tenancy.Client;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads lines back: for readers, and for the timeline of one subject. */
@Singleton
public class HistoryLines {
    private static final Argument<Map<String, Object>> PAYLOAD = Argument.mapOf(String.class, Object.class);

    private final DSLContext sql;
    private final JsonMapper json;

    HistoryLines(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The timeline of one subject, oldest first. */
    public List<HistoryLine> of(String subjectType, UUID subjectId) {
        return read(HISTORY.SUBJECT_TYPE.eq(subjectType).and(HISTORY.SUBJECT_ID.eq(subjectId)), Integer.MAX_VALUE);
    }

    /** The timeline of several subjects of one type, oldest first. */
    List<HistoryLine> of(String subjectType, Collection<UUID> subjectIds) {
        return read(HISTORY.SUBJECT_TYPE.eq(subjectType).and(HISTORY.SUBJECT_ID.in(subjectIds)), Integer.MAX_VALUE);
    }

    /** The lines after a number, in order. */
    public List<HistoryLine> after(long seq, int limit) {
        return read(HISTORY.SEQ.gt(seq), limit);
    }

    private List<HistoryLine> read(Condition which, int limit) {
        return sql.select(
                        HISTORY.SEQ,
                        HISTORY.ID,
                        HISTORY.AT,
                        HISTORY.SEAT_ID,
                        HISTORY.ROLE,
                        HISTORY.CLIENT,
                        HISTORY.KIND,
                        HISTORY.SUBJECT_TYPE,
                        HISTORY.SUBJECT_ID,
                        HISTORY.FROM_STATE,
                        HISTORY.TO_STATE,
                        HISTORY_PAYLOAD.PAYLOAD)
                .from(HISTORY)
                .leftJoin(HISTORY_PAYLOAD)
                .on(HISTORY_PAYLOAD.HISTORY_ID.eq(HISTORY.ID))
                .where(which)
                .orderBy(HISTORY.SEQ)
                .limit(limit)
                .fetch(this::line);
    }

    private HistoryLine line(Record row) {
        return new HistoryLine(
                row.get(HISTORY.SEQ),
                row.get(HISTORY.ID),
                row.get(HISTORY.AT),
                row.get(HISTORY.SEAT_ID),
                row.get(HISTORY.ROLE),
                Client.valueOf(row.get(HISTORY.CLIENT)),
                row.get(HISTORY.KIND),
                row.get(HISTORY.SUBJECT_TYPE),
                row.get(HISTORY.SUBJECT_ID),
                row.get(HISTORY.FROM_STATE),
                row.get(HISTORY.TO_STATE),
                payload(row.get(HISTORY_PAYLOAD.PAYLOAD)));
    }

    private Map<String, Object> payload(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Map.of();
        }
        try {
            return json.readValue(text, PAYLOAD);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
