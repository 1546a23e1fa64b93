package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_POST;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of what somebody has noted in all the groups that he has read in. */
@Singleton
class OwnNotes {
    private final DSLContext sql;

    OwnNotes(DSLContext sql) {
        this.sql = sql;
    }

    /** A note of one's own, where it stands; {@code approved} that the office counts it as excellent, {@code hiddenReason} why nobody else sees it. */
    @Serdeable
    record OwnNote(
            UUID id,
            UUID groupId,
            String theme,
            String topic,
            String text,
            Post.Status status,
            @Nullable String hiddenReason,
            boolean excellent,
            boolean approved,
            LocalDate postedOn,
            Instant createdAt) {}

    /** The newest first; what was deleted is left out. */
    List<OwnNote> page(UUID author, @Nullable Cursor after, int limit) {
        return sql.select(
                        READING_POST.ID,
                        READING_GROUP.ID,
                        READING_GROUP.THEME,
                        READING_POST.TOPIC,
                        READING_POST.TEXT,
                        READING_POST.STATUS,
                        READING_POST.HIDDEN_REASON,
                        READING_POST.EXCELLENT_ON,
                        READING_POST.APPROVED_ON,
                        READING_POST.POSTED_ON,
                        READING_POST.CREATED_AT)
                .from(READING_POST)
                .join(READING_GROUP)
                .on(READING_GROUP.ID.eq(READING_POST.GROUP_ID))
                .where(READING_POST.AUTHOR_ID.eq(author))
                .and(READING_POST.KIND.eq(Post.Kind.NOTE.name()))
                .and(READING_POST.STATUS.ne(Post.Status.DELETED.name()))
                .and(before(after))
                .orderBy(READING_POST.CREATED_AT.desc(), READING_POST.ID.desc())
                .limit(Page.rows(limit))
                .fetch(row -> new OwnNote(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        Post.Status.valueOf(row.value6()),
                        row.value7(),
                        row.value8() != null,
                        row.value9() != null,
                        row.value10(),
                        row.value11()));
    }

    private static Condition before(@Nullable Cursor cursor) {
        return cursor == null
                ? DSL.noCondition()
                : DSL.row(READING_POST.CREATED_AT, READING_POST.ID).lt(cursor.moment(), cursor.id());
    }
}
