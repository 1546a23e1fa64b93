package cn.tongxin.handling;

import static cn.tongxin.db.cell.Tables.HANDLING_ANSWER;
import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_OPINION;
import static cn.tongxin.db.cell.Tables.HANDLING_PROMISE;
import static cn.tongxin.db.cell.Tables.HANDLING_REPLY;
import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;

import cn.tongxin.committee.GradeLetter;
import cn.tongxin.committee.ResolutionGrade;
import cn.tongxin.handling.AssignmentMove.Answer;
import cn.tongxin.shared.Ids;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of replies, with their answers and promises, and of the opinions of assisting units. */
@Singleton
class Replies {
    private final DSLContext sql;

    Replies(DSLContext sql) {
        this.sql = sql;
    }

    /** From where a reply came; {@code device} is the mark of the browser, where it has one. */
    record Origin(
            @Nullable UUID seat,
            @Nullable String ip,
            @Nullable String device) {
        static final Origin PAST = new Origin(null, null, null);
    }

    /** Answers the reply's id. */
    UUID insert(Assignment assignment, Reply reply, Origin origin, Instant at) {
        var id = Ids.next();
        sql.insertInto(HANDLING_REPLY)
                .set(HANDLING_REPLY.ID, id)
                .set(HANDLING_REPLY.ASSIGNMENT_ID, assignment.id())
                .set(HANDLING_REPLY.SESSION_ID, assignment.sessionId())
                .set(HANDLING_REPLY.ROUND, assignment.course().round())
                .set(HANDLING_REPLY.DUE_ON, assignment.sending().replyBy())
                .set(HANDLING_REPLY.DOC_NO, reply.docNo())
                .set(HANDLING_REPLY.TEXT, reply.text())
                .set(HANDLING_REPLY.LETTER, reply.letter())
                .set(HANDLING_REPLY.GRADE, reply.grade().name())
                .set(HANDLING_REPLY.SIGNER, reply.signer())
                .set(HANDLING_REPLY.SIGNED_ON, reply.signedOn())
                .set(HANDLING_REPLY.OPEN_TO_PUBLIC, reply.openToPublic())
                .set(HANDLING_REPLY.NOT_OPEN_REASON, reply.notOpenReason())
                .set(HANDLING_REPLY.LIAISON, reply.liaison())
                .set(HANDLING_REPLY.LIAISON_PHONE, reply.liaisonPhone())
                .set(HANDLING_REPLY.SEAT_ID, origin.seat())
                .set(HANDLING_REPLY.IP, origin.ip())
                .set(HANDLING_REPLY.DEVICE, origin.device())
                .set(HANDLING_REPLY.REPLIED_ON, reply.repliedOn())
                .set(HANDLING_REPLY.RELEASED_AT, assignment.isReleased() ? at : null)
                .set(HANDLING_REPLY.CREATED_AT, at)
                .execute();
        if (!reply.answers().isEmpty()) {
            var insert =
                    sql.insertInto(HANDLING_ANSWER, HANDLING_ANSWER.REPLY_ID, HANDLING_ANSWER.NO, HANDLING_ANSWER.TEXT);
            for (var answer : reply.answers()) {
                insert = insert.values(id, answer.no(), answer.text());
            }
            insert.execute();
        }
        for (var i = 0; i < reply.promises().size(); i++) {
            var promise = reply.promises().get(i);
            sql.insertInto(HANDLING_PROMISE)
                    .set(HANDLING_PROMISE.ID, Ids.next())
                    .set(HANDLING_PROMISE.REPLY_ID, id)
                    .set(HANDLING_PROMISE.NO, i + 1)
                    .set(HANDLING_PROMISE.TEXT, promise.text())
                    .set(HANDLING_PROMISE.DUE_ON, promise.dueOn())
                    .set(HANDLING_PROMISE.OWNER, promise.owner())
                    .execute();
        }
        return id;
    }

    void takeBack(Assignment before, LocalDate on) {
        sql.update(HANDLING_REPLY)
                .set(HANDLING_REPLY.TAKEN_BACK_ON, on)
                .where(standing(before))
                .execute();
    }

    /** The office has let it through, or takes that back. */
    void release(Assignment assignment, @Nullable Instant at) {
        sql.update(HANDLING_REPLY)
                .set(HANDLING_REPLY.RELEASED_AT, at)
                .where(standing(assignment))
                .execute();
    }

    void reject(Assignment assignment, String reason, LocalDate on) {
        sql.update(HANDLING_REPLY)
                .set(HANDLING_REPLY.REJECTED_ON, on)
                .set(HANDLING_REPLY.REJECT_REASON, reason)
                .where(standing(assignment))
                .execute();
    }

    /** What the unit had said stays beside it. */
    void correct(Assignment assignment, GradeLetter letter) {
        sql.update(HANDLING_REPLY)
                .set(HANDLING_REPLY.CORRECTED_FROM, HANDLING_REPLY.GRADE)
                .set(HANDLING_REPLY.LETTER, letter.letter())
                .set(HANDLING_REPLY.GRADE, letter.grade().name())
                .where(standing(assignment))
                .and(HANDLING_REPLY.LETTER.ne(letter.letter()))
                .execute();
    }

    private static Condition standing(Assignment assignment) {
        return HANDLING_REPLY
                .ASSIGNMENT_ID
                .eq(assignment.id())
                .and(HANDLING_REPLY.ROUND.eq(assignment.course().round()))
                .and(stands());
    }

    static Condition stands() {
        return HANDLING_REPLY.TAKEN_BACK_ON.isNull().and(HANDLING_REPLY.REJECTED_ON.isNull());
    }

    /**
     * Whose reply or opinion something is, and how far it is.
     *
     * @param through the proponent has it
     */
    record Whose(UUID assignment, boolean through) {}

    /** Of a reply, also of one that was taken back or sent back. */
    Optional<Whose> whose(UUID reply) {
        return sql.select(
                        HANDLING_REPLY.ASSIGNMENT_ID,
                        DSL.field(HANDLING_REPLY.RELEASED_AT.isNotNull().and(stands())))
                .from(HANDLING_REPLY)
                .where(HANDLING_REPLY.ID.eq(reply))
                .fetchOptional(row -> new Whose(row.value1(), row.value2()));
    }

    Optional<Whose> whoseOpinion(UUID opinion) {
        return sql.select(HANDLING_OPINION.ASSIGNMENT_ID, DSL.field(HANDLING_OPINION.TAKEN_BACK_ON.isNull()))
                .from(HANDLING_OPINION)
                .where(HANDLING_OPINION.ID.eq(opinion))
                .fetchOptional(row -> new Whose(row.value1(), row.value2()));
    }

    Optional<UUID> standingReply(Assignment assignment) {
        return sql.select(HANDLING_REPLY.ID)
                .from(HANDLING_REPLY)
                .where(standing(assignment))
                .fetchOptional(HANDLING_REPLY.ID);
    }

    Optional<UUID> standingOpinion(Assignment assignment) {
        return sql.select(HANDLING_OPINION.ID)
                .from(HANDLING_OPINION)
                .where(HANDLING_OPINION.ASSIGNMENT_ID.eq(assignment.id()))
                .and(HANDLING_OPINION.ROUND.eq(assignment.course().round()))
                .and(HANDLING_OPINION.TAKEN_BACK_ON.isNull())
                .fetchOptional(HANDLING_OPINION.ID);
    }

    /** A reply and the round it is of. */
    record OfRound(UUID assignment, int round, Reply reply) {}

    /** The replies that stand, of all rounds, the earliest first. */
    List<OfRound> of(Collection<UUID> assignments) {
        var rows = sql.select(HANDLING_REPLY.fields())
                .from(HANDLING_REPLY)
                .where(HANDLING_REPLY.ASSIGNMENT_ID.in(assignments))
                .and(stands())
                .orderBy(HANDLING_REPLY.ROUND, HANDLING_REPLY.ID)
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.map(row -> row.get(HANDLING_REPLY.ID));
        var answers = sql
                .select(HANDLING_ANSWER.REPLY_ID, HANDLING_ANSWER.NO, HANDLING_ANSWER.TEXT)
                .from(HANDLING_ANSWER)
                .where(HANDLING_ANSWER.REPLY_ID.in(ids))
                .orderBy(HANDLING_ANSWER.REPLY_ID, HANDLING_ANSWER.NO)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(),
                        Collectors.mapping(row -> new Answer(row.value2(), row.value3()), Collectors.toList())));
        var promises = promises(ids);
        return rows.map(row -> new OfRound(
                row.get(HANDLING_REPLY.ASSIGNMENT_ID),
                row.get(HANDLING_REPLY.ROUND),
                reply(
                        row,
                        answers.getOrDefault(row.get(HANDLING_REPLY.ID), List.of()),
                        promises.getOrDefault(row.get(HANDLING_REPLY.ID), List.of()))));
    }

    private Map<UUID, List<Promise>> promises(Collection<UUID> replies) {
        return sql
                .select(
                        HANDLING_PROMISE.REPLY_ID,
                        HANDLING_PROMISE.TEXT,
                        HANDLING_PROMISE.DUE_ON,
                        HANDLING_PROMISE.OWNER)
                .from(HANDLING_PROMISE)
                .where(HANDLING_PROMISE.REPLY_ID.in(replies))
                .orderBy(HANDLING_PROMISE.REPLY_ID, HANDLING_PROMISE.NO)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.value1(),
                        Collectors.mapping(
                                row -> new Promise(row.value2(), row.value3(), row.value4()), Collectors.toList())));
    }

    /** Since when the proponent has the reply, and from where it came, to see what is odd about a rating. */
    record Sent(Instant at, Origin origin) {}

    Optional<Sent> sent(Assignment assignment) {
        return sql.select(HANDLING_REPLY.RELEASED_AT, HANDLING_REPLY.SEAT_ID, HANDLING_REPLY.IP, HANDLING_REPLY.DEVICE)
                .from(HANDLING_REPLY)
                .where(standing(assignment))
                .and(HANDLING_REPLY.RELEASED_AT.isNotNull())
                .fetchOptional(row -> new Sent(row.value1(), new Origin(row.value2(), row.value3(), row.value4())));
    }

    /** Answers the opinion's id. */
    UUID insertOpinion(
            Assignment assignment, AssignmentMove.Opine opinion, @Nullable UUID seat, LocalDate on, Instant at) {
        var id = Ids.next();
        sql.insertInto(HANDLING_OPINION)
                .set(HANDLING_OPINION.ID, id)
                .set(HANDLING_OPINION.ASSIGNMENT_ID, assignment.id())
                .set(HANDLING_OPINION.ROUND, assignment.course().round())
                .set(HANDLING_OPINION.DOC_NO, opinion.docNo())
                .set(HANDLING_OPINION.TEXT, Objects.requireNonNull(opinion.text()))
                .set(HANDLING_OPINION.SIGNER, Objects.requireNonNull(opinion.signer()))
                .set(HANDLING_OPINION.SIGNED_ON, Objects.requireNonNull(opinion.signedOn()))
                .set(HANDLING_OPINION.SEAT_ID, seat)
                .set(HANDLING_OPINION.GIVEN_ON, on)
                .set(HANDLING_OPINION.CREATED_AT, at)
                .execute();
        return id;
    }

    void takeOpinionBack(Assignment before, LocalDate on) {
        sql.update(HANDLING_OPINION)
                .set(HANDLING_OPINION.TAKEN_BACK_ON, on)
                .where(HANDLING_OPINION.ASSIGNMENT_ID.eq(before.id()))
                .and(HANDLING_OPINION.ROUND.eq(before.course().round()))
                .and(HANDLING_OPINION.TAKEN_BACK_ON.isNull())
                .execute();
    }

    /** The opinions that stand, by the assisting unit's assignment; a later round's replaces an earlier one. */
    Map<UUID, Opinion> opinions(Collection<UUID> assignments) {
        return sql
                .select(HANDLING_OPINION.fields())
                .select(HANDLING_UNIT.NAME)
                .from(HANDLING_OPINION)
                .join(HANDLING_ASSIGNMENT)
                .on(HANDLING_ASSIGNMENT.ID.eq(HANDLING_OPINION.ASSIGNMENT_ID))
                .join(HANDLING_UNIT)
                .on(HANDLING_UNIT.ID.eq(HANDLING_ASSIGNMENT.UNIT_ID))
                .where(HANDLING_OPINION.ASSIGNMENT_ID.in(assignments))
                .and(HANDLING_OPINION.TAKEN_BACK_ON.isNull())
                .orderBy(HANDLING_OPINION.ROUND, HANDLING_OPINION.ID)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get(HANDLING_OPINION.ASSIGNMENT_ID),
                        row -> new Opinion(
                                row.get(HANDLING_OPINION.ID),
                                row.get(HANDLING_OPINION.ASSIGNMENT_ID),
                                row.get(HANDLING_UNIT.NAME),
                                row.get(HANDLING_OPINION.DOC_NO),
                                row.get(HANDLING_OPINION.TEXT),
                                row.get(HANDLING_OPINION.SIGNER),
                                row.get(HANDLING_OPINION.SIGNED_ON),
                                row.get(HANDLING_OPINION.GIVEN_ON),
                                List.of()),
                        (_, later) -> later));
    }

    private static Reply reply(Record row, List<Answer> answers, List<Promise> promises) {
        var corrected = row.get(HANDLING_REPLY.CORRECTED_FROM);
        return new Reply(
                row.get(HANDLING_REPLY.ID),
                row.get(HANDLING_REPLY.DOC_NO),
                row.get(HANDLING_REPLY.TEXT),
                answers,
                row.get(HANDLING_REPLY.LETTER),
                ResolutionGrade.valueOf(row.get(HANDLING_REPLY.GRADE)),
                null,
                corrected == null ? null : ResolutionGrade.valueOf(corrected),
                row.get(HANDLING_REPLY.SIGNER),
                row.get(HANDLING_REPLY.SIGNED_ON),
                row.get(HANDLING_REPLY.REPLIED_ON),
                promises,
                row.get(HANDLING_REPLY.OPEN_TO_PUBLIC),
                row.get(HANDLING_REPLY.NOT_OPEN_REASON),
                row.get(HANDLING_REPLY.LIAISON),
                row.get(HANDLING_REPLY.LIAISON_PHONE));
    }
}
