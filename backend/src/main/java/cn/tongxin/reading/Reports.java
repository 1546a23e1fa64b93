package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_MEMBER;
import static cn.tongxin.db.cell.Tables.READING_POST;
import static cn.tongxin.db.cell.Tables.READING_REPORT;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of what waits for moderators: posts that are held, and posts that readers have reported. */
@Singleton
class Reports {
    private static final Field<List<Report>> OPEN = DSL.multiset(DSL.select(READING_REPORT.REASON, READING_REPORT.AT)
                    .from(READING_REPORT)
                    .where(READING_REPORT.POST_ID.eq(READING_POST.ID))
                    .and(READING_REPORT.SETTLED_AT.isNull())
                    .orderBy(READING_REPORT.AT, READING_REPORT.SEAT_ID))
            .as("reports")
            .convertFrom(rows -> rows.map(row -> new Report(row.value1(), row.value2())));

    private final DSLContext sql;

    Reports(DSLContext sql) {
        this.sql = sql;
    }

    /** Why somebody asked to look at a post; never who. */
    @Serdeable
    record Report(String reason, Instant at) {}

    /** A post that waits for a moderator, in its group. */
    record Waiting(ReadingGroup group, Part part, Post post, List<Report> reports) {}

    /** False where this seat has reported the post before. */
    boolean insert(UUID post, UUID seat, String reason, Instant now) {
        return sql.insertInto(READING_REPORT)
                        .set(READING_REPORT.POST_ID, post)
                        .set(READING_REPORT.SEAT_ID, seat)
                        .set(READING_REPORT.REASON, reason)
                        .set(READING_REPORT.AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False where nobody waited for an answer. */
    boolean settle(UUID post, Instant now) {
        return sql.update(READING_REPORT)
                        .set(READING_REPORT.SETTLED_AT, now)
                        .where(READING_REPORT.POST_ID.eq(post))
                        .and(READING_REPORT.SETTLED_AT.isNull())
                        .execute()
                > 0;
    }

    /** What waits in the groups that the caller moderates, the oldest first. */
    List<Waiting> page(Caller caller, @Nullable Cursor after, int limit) {
        return sql.select(READING_GROUP.fields())
                .select(READING_POST.fields())
                .select(SEAT.NAME, READING_MEMBER.PART, OPEN)
                .select(Posts.BESIDE)
                .from(READING_POST)
                .join(READING_GROUP)
                .on(READING_GROUP.ID.eq(READING_POST.GROUP_ID))
                .join(SEAT)
                .on(SEAT.ID.eq(READING_POST.AUTHOR_ID))
                .leftJoin(READING_MEMBER)
                .on(READING_MEMBER.GROUP_ID.eq(READING_GROUP.ID))
                .and(READING_MEMBER.SEAT_ID.eq(caller.seat()))
                .and(READING_MEMBER.LEFT_AT.isNull())
                .where(READING_GROUP.STATUS.in(ReadingGroupStatus.moderated()))
                .and(moderated(caller))
                .and(READING_POST.STATUS.eq(Post.Status.HELD.name()).or(isReported()))
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(READING_POST.CREATED_AT, READING_POST.ID)
                                        .gt(moment(after), after.id()))
                .orderBy(READING_POST.CREATED_AT, READING_POST.ID)
                .limit(Page.rows(limit))
                .fetch(row -> new Waiting(
                        ReadingGroups.read(row),
                        Participants.partOf(row.get(READING_MEMBER.PART), null),
                        Posts.read(row),
                        row.get(OPEN)));
    }

    /** What was called excellent, the last written first; {@code approved} or not yet, or both. */
    List<Waiting> excellent(@Nullable Boolean approved, @Nullable Cursor after, int limit) {
        var state = approved == null
                ? DSL.noCondition()
                : approved ? READING_POST.APPROVED_ON.isNotNull() : READING_POST.APPROVED_ON.isNull();
        return sql.select(READING_GROUP.fields())
                .select(READING_POST.fields())
                .select(SEAT.NAME)
                .select(Posts.BESIDE)
                .from(READING_POST)
                .join(READING_GROUP)
                .on(READING_GROUP.ID.eq(READING_POST.GROUP_ID))
                .join(SEAT)
                .on(SEAT.ID.eq(READING_POST.AUTHOR_ID))
                .where(READING_POST.EXCELLENT_ON.isNotNull())
                .and(state)
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(READING_POST.POSTED_ON, READING_POST.ID)
                                        .lt(day(after), after.id()))
                .orderBy(READING_POST.POSTED_ON.desc(), READING_POST.ID.desc())
                .limit(Page.rows(limit))
                .fetch(row -> new Waiting(ReadingGroups.read(row), Part.NONE, Posts.read(row), List.of()));
    }

    static Cursor dayCursor(Waiting waiting) {
        return new Cursor(waiting.post().postedOn().toString(), waiting.post().id());
    }

    private static LocalDate day(Cursor cursor) {
        try {
            return LocalDate.parse(cursor.key());
        } catch (DateTimeException _) {
            throw Refusal.badRequest("page.cursor", "This cursor is not one of ours.")
                    .field("after");
        }
    }

    private static Condition isReported() {
        return READING_POST
                .STATUS
                .eq(Post.Status.VISIBLE.name())
                .and(READING_POST.ID.in(DSL.select(READING_REPORT.POST_ID)
                        .from(READING_REPORT)
                        .where(READING_REPORT.SETTLED_AT.isNull())));
    }

    /** The same that {@link ReadingPolicy#moderates} says of one group. */
    private static Condition moderated(Caller caller) {
        if (ReadingPolicy.isStaff(caller)) {
            return DSL.trueCondition();
        }
        return caller.isMember()
                ? READING_GROUP.OWNER_ID.eq(caller.seat()).or(READING_MEMBER.PART.ne(Part.READER.name()))
                : DSL.falseCondition();
    }

    static Cursor cursor(Waiting waiting) {
        return new Cursor(waiting.post().createdAt().toString(), waiting.post().id());
    }

    private static Instant moment(Cursor cursor) {
        try {
            return Instant.parse(cursor.key());
        } catch (DateTimeException _) {
            throw Refusal.badRequest("page.cursor", "This cursor is not one of ours.")
                    .field("after");
        }
    }
}
