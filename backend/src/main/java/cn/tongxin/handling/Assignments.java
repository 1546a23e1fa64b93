package cn.tongxin.handling;

import static cn.tongxin.db.cell.Tables.HANDLING_ANSWER;
import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_RATING;
import static cn.tongxin.db.cell.Tables.HANDLING_REPLY;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;
import static cn.tongxin.db.platform.Tables.SEAT_DIRECTORY;

import cn.tongxin.committee.ResolutionGrade;
import cn.tongxin.handling.Assignment.Subject;
import cn.tongxin.handling.AssignmentMove.Answer;
import cn.tongxin.handling.AssignmentMove.Contact;
import cn.tongxin.handling.AssignmentMove.ContactMode;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
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

/** The SQL of assignments, replies and ratings. */
@Singleton
class Assignments {
    private final DSLContext sql;
    private final JsonMapper json;

    Assignments(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Assignment get(UUID id) {
        return sql.select(HANDLING_ASSIGNMENT.fields())
                .from(HANDLING_ASSIGNMENT)
                .where(HANDLING_ASSIGNMENT.ID.eq(id))
                .fetchOptional(this::read)
                .orElseThrow(Refusal::notFound);
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
                .set(HANDLING_ASSIGNMENT.ACCEPTED_ON, course.acceptedOn())
                .set(HANDLING_ASSIGNMENT.IMPORTED, assignment.imported())
                .set(HANDLING_ASSIGNMENT.CREATED_AT, assignment.createdAt())
                .set(HANDLING_ASSIGNMENT.UPDATED_AT, assignment.updatedAt())
                .execute();
    }

    /** Writes the next version; one that somebody else has written meanwhile is a conflict. */
    void update(Assignment next) {
        var course = next.course();
        var last = next.lastMove();
        var updated = sql.update(HANDLING_ASSIGNMENT)
                .set(HANDLING_ASSIGNMENT.VERSION, next.version())
                .set(HANDLING_ASSIGNMENT.STATUS, next.status().name())
                .set(HANDLING_ASSIGNMENT.ACCEPTED_ON, course.acceptedOn())
                .set(HANDLING_ASSIGNMENT.RETURN_REQUESTED_ON, course.returnRequestedOn())
                .set(HANDLING_ASSIGNMENT.RETURN_REASON, course.returnReason())
                .set(HANDLING_ASSIGNMENT.RETURN_DECISION, course.returnDecision())
                .set(HANDLING_ASSIGNMENT.RETURNED_ON, course.returnedOn())
                .set(HANDLING_ASSIGNMENT.REPLIED_ON, course.repliedOn())
                .set(HANDLING_ASSIGNMENT.FEEDBACK_BY, course.feedbackBy())
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

    void insertReply(Assignment assignment, Reply reply, @Nullable UUID seat, @Nullable String ip, Instant at) {
        var id = Ids.next();
        var contact = reply.contact();
        var mode = contact == null ? null : contact.mode();
        sql.insertInto(HANDLING_REPLY)
                .set(HANDLING_REPLY.ID, id)
                .set(HANDLING_REPLY.ASSIGNMENT_ID, assignment.id())
                .set(HANDLING_REPLY.SESSION_ID, assignment.sessionId())
                .set(HANDLING_REPLY.ROUND, 1)
                .set(HANDLING_REPLY.DOC_NO, reply.docNo())
                .set(HANDLING_REPLY.TEXT, reply.text())
                .set(HANDLING_REPLY.LETTER, reply.letter())
                .set(HANDLING_REPLY.GRADE, reply.grade().name())
                .set(HANDLING_REPLY.CONTACT_MODE, mode == null ? null : mode.name())
                .set(HANDLING_REPLY.CONTACT_ON, contact == null ? null : contact.on())
                .set(HANDLING_REPLY.CONTACT_WHO, contact == null ? null : contact.who())
                .set(HANDLING_REPLY.SIGNER, reply.signer())
                .set(HANDLING_REPLY.SIGNED_ON, reply.signedOn())
                .set(HANDLING_REPLY.SEAT_ID, seat)
                .set(HANDLING_REPLY.IP, ip)
                .set(HANDLING_REPLY.REPLIED_ON, reply.repliedOn())
                .set(HANDLING_REPLY.CREATED_AT, at)
                .execute();
        var insert =
                sql.insertInto(HANDLING_ANSWER, HANDLING_ANSWER.REPLY_ID, HANDLING_ANSWER.NO, HANDLING_ANSWER.TEXT);
        for (var answer : reply.answers()) {
            insert = insert.values(id, answer.no(), answer.text());
        }
        if (!reply.answers().isEmpty()) {
            insert.execute();
        }
    }

    void takeReplyBack(UUID assignment, LocalDate on) {
        sql.update(HANDLING_REPLY)
                .set(HANDLING_REPLY.TAKEN_BACK_ON, on)
                .where(HANDLING_REPLY.ASSIGNMENT_ID.eq(assignment))
                .and(HANDLING_REPLY.TAKEN_BACK_ON.isNull())
                .execute();
    }

    /** The replies that stand, by assignment. */
    Map<UUID, Reply> replies(Collection<UUID> assignments) {
        var rows = sql.select(HANDLING_REPLY.fields())
                .from(HANDLING_REPLY)
                .where(HANDLING_REPLY.ASSIGNMENT_ID.in(assignments))
                .and(HANDLING_REPLY.TAKEN_BACK_ON.isNull())
                .fetch();
        var answers = sql
                .select(HANDLING_ANSWER.REPLY_ID, HANDLING_ANSWER.NO, HANDLING_ANSWER.TEXT)
                .from(HANDLING_ANSWER)
                .where(HANDLING_ANSWER.REPLY_ID.in(rows.map(row -> row.get(HANDLING_REPLY.ID))))
                .orderBy(HANDLING_ANSWER.REPLY_ID, HANDLING_ANSWER.NO)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(),
                        Collectors.mapping(row -> new Answer(row.value2(), row.value3()), Collectors.toList())));
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get(HANDLING_REPLY.ASSIGNMENT_ID),
                        row -> reply(row, answers.getOrDefault(row.get(HANDLING_REPLY.ID), List.of()))));
    }

    /** From where and when the standing reply was sent, to see what is odd about a rating. */
    record Sent(Instant at, @Nullable String ip) {}

    Optional<Sent> replySent(UUID assignment) {
        return sql.select(HANDLING_REPLY.CREATED_AT, HANDLING_REPLY.IP)
                .from(HANDLING_REPLY)
                .where(HANDLING_REPLY.ASSIGNMENT_ID.eq(assignment))
                .and(HANDLING_REPLY.TAKEN_BACK_ON.isNull())
                .fetchOptional(row -> new Sent(row.value1(), row.value2()));
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

    /** Who rated, for whom and from where. */
    record Rater(
            @Nullable UUID seat,
            @Nullable UUID enteredBy,
            String client,
            @Nullable String ip) {}

    void insertRating(Assignment assignment, Rating rating, Rater rater) {
        sql.update(HANDLING_RATING)
                .set(HANDLING_RATING.LATEST, false)
                .where(HANDLING_RATING.ASSIGNMENT_ID.eq(assignment.id()))
                .and(HANDLING_RATING.LATEST)
                .execute();
        sql.insertInto(HANDLING_RATING)
                .set(HANDLING_RATING.ID, Ids.next())
                .set(HANDLING_RATING.ASSIGNMENT_ID, assignment.id())
                .set(HANDLING_RATING.SESSION_ID, assignment.sessionId())
                .set(HANDLING_RATING.ROUND, 1)
                .set(HANDLING_RATING.VERSION, rating.version())
                .set(HANDLING_RATING.LATEST, true)
                .set(HANDLING_RATING.ATTITUDE, rating.attitude().name())
                .set(HANDLING_RATING.RESULT, rating.result().name())
                .set(HANDLING_RATING.COMMENT, rating.comment())
                .set(HANDLING_RATING.SEAT_ID, rater.seat())
                .set(HANDLING_RATING.ENTERED_BY, rater.enteredBy())
                .set(HANDLING_RATING.FLAGS, rating.flags().toArray(String[]::new))
                .set(HANDLING_RATING.CLIENT, rater.client())
                .set(HANDLING_RATING.IP, rater.ip())
                .set(HANDLING_RATING.RATED_ON, rating.ratedOn())
                .set(HANDLING_RATING.RATED_AT, rating.ratedAt())
                .execute();
    }

    /** The ratings that hold, by assignment. */
    Map<UUID, Rating> ratings(Collection<UUID> assignments) {
        return sql
                .select(HANDLING_RATING.fields())
                .from(HANDLING_RATING)
                .where(HANDLING_RATING.ASSIGNMENT_ID.in(assignments))
                .and(HANDLING_RATING.LATEST)
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> row.get(HANDLING_RATING.ASSIGNMENT_ID), Assignments::rating));
    }

    private static Rating rating(Record row) {
        return new Rating(
                row.get(HANDLING_RATING.VERSION),
                Satisfaction.valueOf(row.get(HANDLING_RATING.ATTITUDE)),
                Satisfaction.valueOf(row.get(HANDLING_RATING.RESULT)),
                row.get(HANDLING_RATING.COMMENT),
                row.get(HANDLING_RATING.RATED_ON),
                row.get(HANDLING_RATING.RATED_AT),
                row.get(HANDLING_RATING.ENTERED_BY) != null,
                List.of(row.get(HANDLING_RATING.FLAGS)));
    }

    private static Reply reply(Record row, List<Answer> answers) {
        var mode = row.get(HANDLING_REPLY.CONTACT_MODE);
        return new Reply(
                row.get(HANDLING_REPLY.DOC_NO),
                row.get(HANDLING_REPLY.TEXT),
                answers,
                row.get(HANDLING_REPLY.LETTER),
                ResolutionGrade.valueOf(row.get(HANDLING_REPLY.GRADE)),
                mode == null
                        ? null
                        : new Contact(
                                ContactMode.valueOf(mode),
                                row.get(HANDLING_REPLY.CONTACT_ON),
                                row.get(HANDLING_REPLY.CONTACT_WHO)),
                row.get(HANDLING_REPLY.SIGNER),
                row.get(HANDLING_REPLY.SIGNED_ON),
                row.get(HANDLING_REPLY.REPLIED_ON));
    }

    private Assignment read(Record row) {
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
                new Assignment.Course(
                        row.get(HANDLING_ASSIGNMENT.ACCEPTED_ON),
                        row.get(HANDLING_ASSIGNMENT.RETURN_REQUESTED_ON),
                        row.get(HANDLING_ASSIGNMENT.RETURN_REASON),
                        row.get(HANDLING_ASSIGNMENT.RETURN_DECISION),
                        row.get(HANDLING_ASSIGNMENT.RETURNED_ON),
                        row.get(HANDLING_ASSIGNMENT.REPLIED_ON),
                        row.get(HANDLING_ASSIGNMENT.FEEDBACK_BY),
                        row.get(HANDLING_ASSIGNMENT.CANCELLED_ON),
                        row.get(HANDLING_ASSIGNMENT.CANCEL_REASON)),
                lastMove(row),
                row.get(HANDLING_ASSIGNMENT.IMPORTED),
                row.get(HANDLING_ASSIGNMENT.CREATED_AT),
                row.get(HANDLING_ASSIGNMENT.UPDATED_AT));
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
