package cn.tongxin.quiz;

import static cn.tongxin.db.cell.Tables.QUIZ_ANSWER;
import static cn.tongxin.db.cell.Tables.QUIZ_ATTEMPT;

import cn.tongxin.http.Refusal;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of attempts and their answers. */
@Singleton
class Attempts {
    private final DSLContext sql;

    Attempts(DSLContext sql) {
        this.sql = sql;
    }

    Optional<Attempt> find(UUID id) {
        return select(QUIZ_ATTEMPT.ID.eq(id)).stream().findFirst();
    }

    /** The attempt of this seat; another's is not there. */
    Attempt get(UUID id, @Nullable UUID seat) {
        return find(id).filter(attempt -> attempt.seatId().equals(seat)).orElseThrow(Refusal::notFound);
    }

    /** The same, held until the transaction is over: answers are taken one after the other. */
    Attempt lock(UUID id, @Nullable UUID seat) {
        sql.select(QUIZ_ATTEMPT.ID)
                .from(QUIZ_ATTEMPT)
                .where(QUIZ_ATTEMPT.ID.eq(id))
                .forUpdate()
                .fetch();
        return get(id, seat);
    }

    Optional<Attempt> findOpen(UUID quiz, UUID seat) {
        return select(QUIZ_ATTEMPT
                        .QUIZ_ID
                        .eq(quiz)
                        .and(QUIZ_ATTEMPT.SEAT_ID.eq(seat))
                        .and(QUIZ_ATTEMPT.STATUS.eq(Attempt.Status.STARTED.name())))
                .stream()
                .findFirst();
    }

    boolean isTaken(UUID paper) {
        return sql.fetchExists(QUIZ_ATTEMPT, QUIZ_ATTEMPT.PAPER_ID.eq(paper));
    }

    boolean isBegun(UUID quiz) {
        return sql.fetchExists(QUIZ_ATTEMPT, QUIZ_ATTEMPT.QUIZ_ID.eq(quiz));
    }

    /** How a seat stands with each of these quizzes. */
    Map<UUID, Standing> standings(Collection<Quiz> quizzes, @Nullable UUID seat, LocalDate today) {
        var attempts = select(QUIZ_ATTEMPT
                        .SEAT_ID
                        .eq(seat)
                        .and(QUIZ_ATTEMPT.QUIZ_ID.in(
                                quizzes.stream().map(Quiz::id).toList())))
                .stream()
                .collect(Collectors.groupingBy(Attempt::quizId));
        var standings = new HashMap<UUID, Standing>();
        for (var quiz : quizzes) {
            standings.put(quiz.id(), standing(quiz, attempts.getOrDefault(quiz.id(), List.of()), today));
        }
        return standings;
    }

    Standing standing(Quiz quiz, UUID seat, LocalDate today) {
        return standings(List.of(quiz), seat, today).getOrDefault(quiz.id(), standing(quiz, List.of(), today));
    }

    private static Standing standing(Quiz quiz, List<Attempt> attempts, LocalDate today) {
        var results = attempts.stream()
                .flatMap(each -> java.util.stream.Stream.ofNullable(each.result()))
                .toList();
        var last = attempts.stream().filter(each -> !each.isOpen()).reduce((_, later) -> later);
        var onThisDay = (int)
                attempts.stream().filter(each -> each.startedOn().equals(today)).count();
        return new Standing(
                attempts.stream()
                        .filter(Attempt::isOpen)
                        .map(Attempt::id)
                        .findFirst()
                        .orElse(null),
                results.size(),
                Standing.left(quiz.plan().attempts(), attempts.size(), onThisDay),
                last.map(Attempt::id).orElse(null),
                results.stream()
                        .map(Attempt.Result::points)
                        .max(BigDecimal::compareTo)
                        .orElse(null),
                results.stream().anyMatch(Attempt.Result::passed));
    }

    /** False where the id is taken or the seat has one under way in this quiz. */
    boolean insert(Attempt attempt, List<Attempt.Answer> answers) {
        var inserted = sql.insertInto(QUIZ_ATTEMPT)
                        .set(QUIZ_ATTEMPT.ID, attempt.id())
                        .set(QUIZ_ATTEMPT.QUIZ_ID, attempt.quizId())
                        .set(QUIZ_ATTEMPT.PAPER_ID, attempt.paperId())
                        .set(QUIZ_ATTEMPT.SEAT_ID, attempt.seatId())
                        .set(QUIZ_ATTEMPT.STATUS, attempt.status().name())
                        .set(QUIZ_ATTEMPT.STARTED_ON, attempt.startedOn())
                        .set(QUIZ_ATTEMPT.STARTED_AT, attempt.startedAt())
                        .set(QUIZ_ATTEMPT.ENDS_AT, attempt.endsAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
        if (inserted) {
            sql.batch(answers.stream()
                            .map(answer -> sql.insertInto(QUIZ_ANSWER)
                                    .set(QUIZ_ANSWER.ATTEMPT_ID, attempt.id())
                                    .set(QUIZ_ANSWER.PLACE, answer.place())
                                    .set(QUIZ_ANSWER.ITEM_ID, answer.item().id())
                                    .set(
                                            QUIZ_ANSWER.OPTION_ORDER,
                                            answer.order().letters()))
                            .toList())
                    .execute();
        }
        return inserted;
    }

    /** In the order in which the attempt shows them. */
    List<Attempt.Answer> answers(UUID attempt, Paper paper) {
        var items = paper.items().stream().collect(Collectors.toMap(Paper.Item::id, Function.identity()));
        return sql.selectFrom(QUIZ_ANSWER)
                .where(QUIZ_ANSWER.ATTEMPT_ID.eq(attempt))
                .orderBy(QUIZ_ANSWER.PLACE)
                .fetch(row -> {
                    var item = items.get(row.getItemId());
                    if (item == null) {
                        throw new IllegalStateException("An attempt asks what its paper does not.");
                    }
                    return new Attempt.Answer(
                            row.getPlace(),
                            item,
                            new OptionOrder(row.getOptionOrder()),
                            row.getAnswer() == null ? null : List.of(row.getAnswer()),
                            row.getRevision(),
                            row.getDevice(),
                            row.getSavedAt(),
                            row.getPoints());
                });
    }

    /** The next revision of an answer. */
    void save(UUID attempt, int place, List<String> answer, @Nullable String device, Instant now) {
        sql.update(QUIZ_ANSWER)
                .set(QUIZ_ANSWER.ANSWER, answer.toArray(String[]::new))
                .set(QUIZ_ANSWER.DEVICE, device)
                .set(QUIZ_ANSWER.SAVED_AT, now)
                .set(QUIZ_ANSWER.REVISION, QUIZ_ANSWER.REVISION.plus(1))
                .where(QUIZ_ANSWER.ATTEMPT_ID.eq(attempt))
                .and(QUIZ_ANSWER.PLACE.eq(place))
                .execute();
    }

    void mark(UUID attempt, int place, BigDecimal points) {
        sql.update(QUIZ_ANSWER)
                .set(QUIZ_ANSWER.POINTS, points)
                .where(QUIZ_ANSWER.ATTEMPT_ID.eq(attempt))
                .and(QUIZ_ANSWER.PLACE.eq(place))
                .execute();
    }

    void finish(UUID attempt, Attempt.Status status, Attempt.Result result) {
        sql.update(QUIZ_ATTEMPT)
                .set(QUIZ_ATTEMPT.STATUS, status.name())
                .set(QUIZ_ATTEMPT.FINISHED_AT, result.finishedAt())
                .set(QUIZ_ATTEMPT.POINTS, result.points())
                .set(QUIZ_ATTEMPT.PASSED, result.passed())
                .where(QUIZ_ATTEMPT.ID.eq(attempt))
                .execute();
    }

    /** The finished attempts that were asked one of these items. */
    List<Attempt> marked(Collection<UUID> items) {
        return select(QUIZ_ATTEMPT
                .STATUS
                .ne(Attempt.Status.STARTED.name())
                .and(QUIZ_ATTEMPT.ID.in(
                        DSL.select(QUIZ_ANSWER.ATTEMPT_ID).from(QUIZ_ANSWER).where(QUIZ_ANSWER.ITEM_ID.in(items)))));
    }

    /** The quiz ends before its time: what is under way ends with it. */
    void endBy(UUID quiz, Instant end) {
        sql.update(QUIZ_ATTEMPT)
                .set(QUIZ_ATTEMPT.ENDS_AT, end)
                .where(QUIZ_ATTEMPT.QUIZ_ID.eq(quiz))
                .and(QUIZ_ATTEMPT.STATUS.eq(Attempt.Status.STARTED.name()))
                .and(QUIZ_ATTEMPT.ENDS_AT.gt(end))
                .execute();
    }

    /** The quiz was given more time, and so is who is under way; nobody loses any, and whose time is over gets none. */
    void extend(Quiz quiz, Instant now) {
        for (var attempt : select(QUIZ_ATTEMPT
                .QUIZ_ID
                .eq(quiz.id())
                .and(QUIZ_ATTEMPT.STATUS.eq(Attempt.Status.STARTED.name()))
                .and(QUIZ_ATTEMPT.ENDS_AT.gt(now)))) {
            var end = quiz.endOf(attempt.startedAt());
            sql.update(QUIZ_ATTEMPT)
                    .set(QUIZ_ATTEMPT.ENDS_AT, end)
                    .where(QUIZ_ATTEMPT.ID.eq(attempt.id()))
                    .and(QUIZ_ATTEMPT.ENDS_AT.lt(end))
                    .execute();
        }
    }

    private List<Attempt> select(Condition which) {
        return sql.selectFrom(QUIZ_ATTEMPT)
                .where(which)
                .orderBy(QUIZ_ATTEMPT.STARTED_AT, QUIZ_ATTEMPT.ID)
                .fetch(Attempts::read);
    }

    private static Attempt read(Record row) {
        var finishedAt = row.get(QUIZ_ATTEMPT.FINISHED_AT);
        return new Attempt(
                row.get(QUIZ_ATTEMPT.ID),
                row.get(QUIZ_ATTEMPT.QUIZ_ID),
                row.get(QUIZ_ATTEMPT.PAPER_ID),
                row.get(QUIZ_ATTEMPT.SEAT_ID),
                Attempt.Status.valueOf(row.get(QUIZ_ATTEMPT.STATUS)),
                row.get(QUIZ_ATTEMPT.STARTED_ON),
                row.get(QUIZ_ATTEMPT.STARTED_AT),
                row.get(QUIZ_ATTEMPT.ENDS_AT),
                finishedAt == null
                        ? null
                        : new Attempt.Result(finishedAt, row.get(QUIZ_ATTEMPT.POINTS), row.get(QUIZ_ATTEMPT.PASSED)));
    }
}
