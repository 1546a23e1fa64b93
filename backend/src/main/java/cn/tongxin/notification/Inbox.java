package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.CLOCK;
import static cn.tongxin.db.cell.Tables.INBOX_ITEM;
import static cn.tongxin.db.cell.Tables.INBOX_MARK;

import cn.tongxin.history.HistoryLine;
import cn.tongxin.http.Page;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of inboxes. */
@Singleton
class Inbox {
    private static final Argument<Map<String, String>> SAID = Argument.mapOf(String.class, String.class);

    private final DSLContext sql;
    private final JsonMapper json;

    Inbox(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A piece of news as it lies in the inbox. */
    record Item(long seq, UUID id, Instant at, News news) {}

    void put(HistoryLine line, News news) {
        sql.insertInto(INBOX_ITEM)
                .set(INBOX_ITEM.SEAT_ID, news.seat())
                .set(INBOX_ITEM.SEQ, line.seq())
                .set(INBOX_ITEM.ID, line.id())
                .set(INBOX_ITEM.AT, line.at())
                .set(INBOX_ITEM.KIND, news.kind())
                .set(INBOX_ITEM.SUBJECT_TYPE, news.subjectType())
                .set(INBOX_ITEM.SUBJECT_ID, news.subjectId())
                .set(INBOX_ITEM.SAID, JSONB.valueOf(written(news.said())))
                .onConflictDoNothing()
                .execute();
    }

    /** The latest first. */
    List<Item> page(UUID seat, @Nullable Long before, int limit) {
        return sql.select(INBOX_ITEM.fields())
                .from(INBOX_ITEM)
                .where(INBOX_ITEM.SEAT_ID.eq(seat))
                .and(before == null ? DSL.noCondition() : INBOX_ITEM.SEQ.lt(before))
                .orderBy(INBOX_ITEM.SEQ.desc())
                .limit(Page.rows(limit))
                .fetch(row -> new Item(
                        row.get(INBOX_ITEM.SEQ),
                        row.get(INBOX_ITEM.ID),
                        row.get(INBOX_ITEM.AT),
                        new News(
                                seat,
                                row.get(INBOX_ITEM.KIND),
                                row.get(INBOX_ITEM.SUBJECT_TYPE),
                                row.get(INBOX_ITEM.SUBJECT_ID),
                                read(row.get(INBOX_ITEM.SAID)))));
    }

    int unread(UUID seat) {
        return sql.fetchCount(INBOX_ITEM, INBOX_ITEM.SEAT_ID.eq(seat).and(INBOX_ITEM.SEQ.gt(readSeq(seat))));
    }

    long readSeq(UUID seat) {
        var seq = sql.select(INBOX_MARK.READ_SEQ)
                .from(INBOX_MARK)
                .where(INBOX_MARK.SEAT_ID.eq(seat))
                .fetchOne(INBOX_MARK.READ_SEQ);
        return seq == null ? 0 : seq;
    }

    /** Moves the mark forward, never back and never past the end of history. */
    void mark(UUID seat, long upTo) {
        var head = DSL.select(CLOCK.SEQ).from(CLOCK);
        sql.insertInto(INBOX_MARK)
                .set(INBOX_MARK.SEAT_ID, seat)
                .set(INBOX_MARK.READ_SEQ, DSL.least(DSL.val(upTo), DSL.coalesce(DSL.field(head), 0L)))
                .onConflict(INBOX_MARK.TENANT_ID, INBOX_MARK.SEAT_ID)
                .doUpdate()
                .set(INBOX_MARK.READ_SEQ, DSL.greatest(INBOX_MARK.READ_SEQ, DSL.excluded(INBOX_MARK.READ_SEQ)))
                .execute();
    }

    private String written(Map<String, String> said) {
        try {
            return json.writeValueAsString(said);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Map<String, String> read(JSONB said) {
        try {
            return json.readValue(said.data(), SAID);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
