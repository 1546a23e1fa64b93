package cn.tongxin.handling;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;
import static cn.tongxin.db.platform.Tables.SEAT_DIRECTORY;

import cn.tongxin.handling.Assignment.Subject;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of assignments. */
@Singleton
class Assignments {
    private final DSLContext sql;
    private final JsonMapper json;

    Assignments(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Assignment get(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    Optional<Assignment> find(UUID id) {
        return sql.select(HANDLING_ASSIGNMENT.fields())
                .from(HANDLING_ASSIGNMENT)
                .where(HANDLING_ASSIGNMENT.ID.eq(id))
                .fetchOptional(this::read);
    }

    void lock(UUID id) {
        sql.select(HANDLING_ASSIGNMENT.ID)
                .from(HANDLING_ASSIGNMENT)
                .where(HANDLING_ASSIGNMENT.ID.eq(id))
                .forUpdate()
                .execute();
    }

    /** In the order in which they were made. */
    List<Assignment> of(String type, Collection<UUID> subjects) {
        return sql.select(HANDLING_ASSIGNMENT.fields())
                .from(HANDLING_ASSIGNMENT)
                .where(HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq(type))
                .and(HANDLING_ASSIGNMENT.SUBJECT_ID.in(subjects))
                .orderBy(HANDLING_ASSIGNMENT.ID)
                .fetch(this::read);
    }

    /** The most urgent first. */
    List<Assignment> page(Condition which, @Nullable Cursor after, int limit) {
        return sql.select(HANDLING_ASSIGNMENT.fields())
                .from(HANDLING_ASSIGNMENT)
                .where(which)
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(HANDLING_ASSIGNMENT.REPLY_BY, HANDLING_ASSIGNMENT.ID)
                                        .gt(day(after.key()), after.id()))
                .orderBy(HANDLING_ASSIGNMENT.REPLY_BY, HANDLING_ASSIGNMENT.ID)
                .limit(Page.rows(limit))
                .fetch(this::read);
    }

    long count(Condition which) {
        return sql.fetchCount(sql.selectOne().from(HANDLING_ASSIGNMENT).where(which));
    }

    void insert(Assignment assignment) {
        var sending = assignment.sending();
        var course = assignment.course();
        sql.insertInto(HANDLING_ASSIGNMENT)
                .set(HANDLING_ASSIGNMENT.ID, assignment.id())
                .set(HANDLING_ASSIGNMENT.VERSION, assignment.version())
                .set(HANDLING_ASSIGNMENT.SUBJECT_TYPE, assignment.subject().type())
                .set(HANDLING_ASSIGNMENT.SUBJECT_ID, assignment.subject().id())
                .set(HANDLING_ASSIGNMENT.SESSION_ID, assignment.sessionId())
                .set(HANDLING_ASSIGNMENT.UNIT_ID, assignment.unitId())
                .set(HANDLING_ASSIGNMENT.ROLE, assignment.role().name())
                .set(HANDLING_ASSIGNMENT.STATUS, assignment.status().name())
                .set(HANDLING_ASSIGNMENT.ASSIGNED_ON, sending.on())
                .set(HANDLING_ASSIGNMENT.ASSIGNED_BY, sending.by())
                .set(HANDLING_ASSIGNMENT.ACCEPT_BY, sending.acceptBy())
                .set(HANDLING_ASSIGNMENT.RETURN_BY, sending.returnBy())
                .set(HANDLING_ASSIGNMENT.REPLY_BY, sending.replyBy())
                .set(HANDLING_ASSIGNMENT.DEADLINES, written(sending.why()))
                .set(HANDLING_ASSIGNMENT.REPLACES_ID, sending.replaces())
                .set(HANDLING_ASSIGNMENT.ROUND, course.round())
                .set(HANDLING_ASSIGNMENT.STARTED_ON, course.startedOn())
                .set(HANDLING_ASSIGNMENT.IMPORTED, assignment.imported())
                .set(HANDLING_ASSIGNMENT.CREATED_AT, assignment.createdAt())
                .set(HANDLING_ASSIGNMENT.UPDATED_AT, assignment.updatedAt())
                .execute();
    }

    /** Writes the next version; one that somebody else has written meanwhile is a conflict. */
    void update(Assignment next) {
        var course = next.course();
        var last = next.lastMove();
        var giveBack = course.giveBack();
        var extension = course.extension();
        var updated = sql.update(HANDLING_ASSIGNMENT)
                .set(HANDLING_ASSIGNMENT.VERSION, next.version())
                .set(HANDLING_ASSIGNMENT.UNIT_ID, next.unitId())
                .set(HANDLING_ASSIGNMENT.STATUS, next.status().name())
                .set(HANDLING_ASSIGNMENT.REPLY_BY, next.sending().replyBy())
                .set(HANDLING_ASSIGNMENT.DEADLINES, written(next.sending().why()))
                .set(HANDLING_ASSIGNMENT.ROUND, course.round())
                .set(HANDLING_ASSIGNMENT.STARTED_ON, course.startedOn())
                .set(HANDLING_ASSIGNMENT.ACCEPTED_ON, course.acceptedOn())
                .set(HANDLING_ASSIGNMENT.BY_SILENCE, course.bySilence())
                .set(HANDLING_ASSIGNMENT.RETURN_REQUESTED_ON, giveBack == null ? null : giveBack.requestedOn())
                .set(HANDLING_ASSIGNMENT.RETURN_REASON, giveBack == null ? null : giveBack.reason())
                .set(HANDLING_ASSIGNMENT.RETURN_DECISION, giveBack == null ? null : giveBack.decision())
                .set(HANDLING_ASSIGNMENT.RETURNED_ON, giveBack == null ? null : giveBack.returnedOn())
                .set(HANDLING_ASSIGNMENT.EXTENSION_ASKED_ON, extension == null ? null : extension.askedOn())
                .set(HANDLING_ASSIGNMENT.EXTENSION_UNTIL, extension == null ? null : extension.until())
                .set(HANDLING_ASSIGNMENT.EXTENSION_REASON, extension == null ? null : extension.reason())
                .set(HANDLING_ASSIGNMENT.EXTENSION_DECISION, extension == null ? null : extension.decision())
                .set(HANDLING_ASSIGNMENT.EXTENSIONS, course.extensions())
                .set(HANDLING_ASSIGNMENT.REPLIED_ON, course.repliedOn())
                .set(HANDLING_ASSIGNMENT.RELEASED_ON, course.releasedOn())
                .set(HANDLING_ASSIGNMENT.FEEDBACK_BY, course.feedbackBy())
                .set(HANDLING_ASSIGNMENT.REVIEW_COMMENT, course.reviewComment())
                .set(HANDLING_ASSIGNMENT.CANCELLED_ON, course.cancelledOn())
                .set(HANDLING_ASSIGNMENT.CANCEL_REASON, course.cancelReason())
                .set(HANDLING_ASSIGNMENT.LAST_MOVE, last == null ? null : last.name())
                .set(HANDLING_ASSIGNMENT.LAST_MOVE_BY, last == null ? null : last.by())
                .set(
                        HANDLING_ASSIGNMENT.LAST_MOVE_FROM,
                        last == null ? null : last.from().name())
                .set(HANDLING_ASSIGNMENT.UPDATED_AT, next.updatedAt())
                .where(HANDLING_ASSIGNMENT.ID.eq(next.id()))
                .and(HANDLING_ASSIGNMENT.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw outdated();
        }
    }

    static Refusal outdated() {
        return Refusal.conflict("assignment.version", "Somebody has acted on this assignment meanwhile.");
    }

    /** Nobody is told of the delay any more; the first day of it is left as it is. */
    void noteOvercome(UUID id) {
        sql.update(HANDLING_ASSIGNMENT)
                .setNull(HANDLING_ASSIGNMENT.URGED_ON)
                .setNull(HANDLING_ASSIGNMENT.ESCALATED_TO)
                .where(HANDLING_ASSIGNMENT.ID.eq(id))
                .execute();
    }

    /** Notes a delay or an urging; it is no new version, so that a unit's reply under way is not refused for it. */
    /** Its dates as they are now; its course is as it was. */
    void noteDates(UUID id, Assignment.Sending dates) {
        sql.update(HANDLING_ASSIGNMENT)
                .set(HANDLING_ASSIGNMENT.ACCEPT_BY, dates.acceptBy())
                .set(HANDLING_ASSIGNMENT.RETURN_BY, dates.returnBy())
                .set(HANDLING_ASSIGNMENT.REPLY_BY, dates.replyBy())
                .set(HANDLING_ASSIGNMENT.DEADLINES, written(dates.why()))
                .where(HANDLING_ASSIGNMENT.ID.eq(id))
                .execute();
    }

    void noteLate(UUID id, Assignment.Late late) {
        sql.update(HANDLING_ASSIGNMENT)
                .set(HANDLING_ASSIGNMENT.OVERDUE_SINCE, late.since())
                .set(HANDLING_ASSIGNMENT.URGED_ON, late.urgedOn())
                .set(HANDLING_ASSIGNMENT.ESCALATED_TO, late.escalatedTo())
                .where(HANDLING_ASSIGNMENT.ID.eq(id))
                .execute();
    }

    /** Whether the person in that account also works for that unit. */
    boolean worksFor(@Nullable UUID account, UUID unit) {
        return account != null
                && sql.fetchExists(sql.selectOne()
                        .from(SEAT_DIRECTORY)
                        .join(SEAT_ROLE)
                        .on(SEAT_ROLE.SEAT_ID.eq(SEAT_DIRECTORY.SEAT_ID))
                        .where(SEAT_DIRECTORY.ACCOUNT_ID.eq(account))
                        .and(SEAT_ROLE.UNIT_ID.eq(unit)));
    }

    Assignment read(Record row) {
        return new Assignment(
                row.get(HANDLING_ASSIGNMENT.ID),
                row.get(HANDLING_ASSIGNMENT.VERSION),
                new Subject(row.get(HANDLING_ASSIGNMENT.SUBJECT_TYPE), row.get(HANDLING_ASSIGNMENT.SUBJECT_ID)),
                row.get(HANDLING_ASSIGNMENT.SESSION_ID),
                row.get(HANDLING_ASSIGNMENT.UNIT_ID),
                AssignmentRole.valueOf(row.get(HANDLING_ASSIGNMENT.ROLE)),
                AssignmentStatus.valueOf(row.get(HANDLING_ASSIGNMENT.STATUS)),
                new Assignment.Sending(
                        row.get(HANDLING_ASSIGNMENT.ASSIGNED_ON),
                        row.get(HANDLING_ASSIGNMENT.ASSIGNED_BY),
                        row.get(HANDLING_ASSIGNMENT.ACCEPT_BY),
                        row.get(HANDLING_ASSIGNMENT.RETURN_BY),
                        row.get(HANDLING_ASSIGNMENT.REPLY_BY),
                        deadlines(row.get(HANDLING_ASSIGNMENT.DEADLINES)),
                        row.get(HANDLING_ASSIGNMENT.REPLACES_ID)),
                course(row),
                new Assignment.Late(
                        row.get(HANDLING_ASSIGNMENT.OVERDUE_SINCE),
                        row.get(HANDLING_ASSIGNMENT.URGED_ON),
                        row.get(HANDLING_ASSIGNMENT.ESCALATED_TO)),
                lastMove(row),
                row.get(HANDLING_ASSIGNMENT.IMPORTED),
                row.get(HANDLING_ASSIGNMENT.CREATED_AT),
                row.get(HANDLING_ASSIGNMENT.UPDATED_AT));
    }

    private static Course course(Record row) {
        var returnRequested = row.get(HANDLING_ASSIGNMENT.RETURN_REQUESTED_ON);
        var extensionAsked = row.get(HANDLING_ASSIGNMENT.EXTENSION_ASKED_ON);
        return new Course(
                row.get(HANDLING_ASSIGNMENT.ROUND),
                row.get(HANDLING_ASSIGNMENT.STARTED_ON),
                row.get(HANDLING_ASSIGNMENT.ACCEPTED_ON),
                row.get(HANDLING_ASSIGNMENT.BY_SILENCE),
                returnRequested == null
                        ? null
                        : new Assignment.GiveBack(
                                returnRequested,
                                row.get(HANDLING_ASSIGNMENT.RETURN_REASON),
                                row.get(HANDLING_ASSIGNMENT.RETURN_DECISION),
                                row.get(HANDLING_ASSIGNMENT.RETURNED_ON)),
                extensionAsked == null
                        ? null
                        : new Assignment.Extension(
                                extensionAsked,
                                row.get(HANDLING_ASSIGNMENT.EXTENSION_UNTIL),
                                row.get(HANDLING_ASSIGNMENT.EXTENSION_REASON),
                                row.get(HANDLING_ASSIGNMENT.EXTENSION_DECISION)),
                row.get(HANDLING_ASSIGNMENT.EXTENSIONS),
                row.get(HANDLING_ASSIGNMENT.REPLIED_ON),
                row.get(HANDLING_ASSIGNMENT.RELEASED_ON),
                row.get(HANDLING_ASSIGNMENT.FEEDBACK_BY),
                row.get(HANDLING_ASSIGNMENT.REVIEW_COMMENT),
                row.get(HANDLING_ASSIGNMENT.CANCELLED_ON),
                row.get(HANDLING_ASSIGNMENT.CANCEL_REASON));
    }

    private static Assignment.@Nullable LastMove lastMove(Record row) {
        var name = row.get(HANDLING_ASSIGNMENT.LAST_MOVE);
        return name == null
                ? null
                : new Assignment.LastMove(
                        name,
                        row.get(HANDLING_ASSIGNMENT.LAST_MOVE_BY),
                        AssignmentStatus.valueOf(row.get(HANDLING_ASSIGNMENT.LAST_MOVE_FROM)));
    }

    private static LocalDate day(String key) {
        try {
            return LocalDate.parse(key);
        } catch (java.time.DateTimeException unreadable) {
            throw Refusal.badRequest("page.cursor", "This cursor is not one of ours.")
                    .field("after");
        }
    }

    private @Nullable JSONB written(Assignment.@Nullable Deadlines deadlines) {
        return deadlines == null ? null : tried(() -> JSONB.valueOf(json.writeValueAsString(deadlines)));
    }

    private Assignment.@Nullable Deadlines deadlines(@Nullable JSONB text) {
        return text == null
                ? null
                : tried(() -> Objects.requireNonNull(json.readValue(text.data(), Assignment.Deadlines.class)));
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T tried(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static <T> Map<UUID, T> byId(Collection<T> things, Function<T, UUID> id) {
        return things.stream().collect(Collectors.toMap(id, thing -> thing));
    }
}
