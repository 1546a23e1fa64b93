package cn.tongxin.quiz;

import static cn.tongxin.db.cell.Tables.QUIZ_ANSWER;
import static cn.tongxin.db.cell.Tables.QUIZ_ATTEMPT;
import static cn.tongxin.db.cell.Tables.QUIZ_ITEM;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;

import cn.tongxin.quiz.bank.QuestionKind;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The SQL of what came of quizzes: how many took part and passed, how each question fared. Nobody is ranked. */
@Singleton
class QuizFigures {
    private static final Condition ACTIVE_MEMBER = SEAT.STATUS
            .eq(SeatStatus.ACTIVE.name())
            .and(SEAT.ID.in(DSL.select(SEAT_ROLE.SEAT_ID)
                    .from(SEAT_ROLE)
                    .where(SEAT_ROLE.ROLE.in(Arrays.stream(Role.values())
                            .filter(Role::isMembers)
                            .map(Role::name)
                            .toList()))));
    private static final Condition FINISHED = QUIZ_ATTEMPT.STATUS.ne(Attempt.Status.STARTED.name());

    /** What fewer have filled in is not shown, and of the rest so many. */
    private static final int FEWEST = 2;

    private static final int MOST = 10;

    private final DSLContext sql;

    QuizFigures(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * How many of today's active members took part.
     *
     * @param begun attempts of whomever, those under way among them
     * @param n members with a finished attempt, {@code passed} of whom passed with one of theirs
     */
    @Serdeable
    record Participation(int begun, int n, int passed) {
        static final Participation NONE = new Participation(0, 0, 0);
    }

    /**
     * How a question fared in the attempts that were asked it and are over.
     *
     * @param right with all its points
     * @param blank without an answer
     * @param chosen how often each option was chosen, by its letter, or FALSE and TRUE; none where one fills in
     * @param given where one fills in, what was given most often
     */
    record ItemFigures(
            int shown, int right, int blank, BigDecimal points, Map<String, Integer> chosen, List<Given> given) {
        static final ItemFigures NONE = new ItemFigures(0, 0, 0, BigDecimal.ZERO, Map.of(), List.of());
    }

    /** What so many people filled in, the same to the marking. */
    record Given(String text, int people) {}

    /** Somebody who took part, by name; only where the quiz counts toward assessment. */
    @Serdeable
    record Participant(UUID seatId, String name, int attempts, BigDecimal best, boolean passed) {}

    int activeMembers() {
        return sql.fetchCount(SEAT, ACTIVE_MEMBER);
    }

    Map<UUID, Participation> participation(Collection<UUID> quizzes) {
        return sql.select(QUIZ_ATTEMPT.QUIZ_ID, DSL.count(), members(FINISHED), members(QUIZ_ATTEMPT.PASSED.isTrue()))
                .from(QUIZ_ATTEMPT)
                .join(SEAT)
                .on(SEAT.ID.eq(QUIZ_ATTEMPT.SEAT_ID))
                .where(QUIZ_ATTEMPT.QUIZ_ID.in(quizzes))
                .groupBy(QUIZ_ATTEMPT.QUIZ_ID)
                .fetchMap(QUIZ_ATTEMPT.QUIZ_ID, row -> new Participation(row.value2(), row.value3(), row.value4()));
    }

    private static Field<Integer> members(Condition which) {
        return DSL.countDistinct(QUIZ_ATTEMPT.SEAT_ID).filterWhere(which.and(ACTIVE_MEMBER));
    }

    Map<UUID, ItemFigures> items(UUID quiz) {
        var letter = DSL.field(DSL.name("letter"), String.class);
        var chosen = sql.select(QUIZ_ANSWER.ITEM_ID, letter, DSL.count())
                .from(QUIZ_ANSWER)
                .join(QUIZ_ATTEMPT)
                .on(QUIZ_ATTEMPT.ID.eq(QUIZ_ANSWER.ATTEMPT_ID))
                .join(QUIZ_ITEM)
                .on(QUIZ_ITEM.ID.eq(QUIZ_ANSWER.ITEM_ID))
                .crossJoin(DSL.unnest(QUIZ_ANSWER.ANSWER).as("answers", "letter"))
                .where(QUIZ_ATTEMPT.QUIZ_ID.eq(quiz))
                .and(FINISHED)
                .and(QUIZ_ITEM.KIND.ne("FILL"))
                .groupBy(QUIZ_ANSWER.ITEM_ID, letter)
                .orderBy(QUIZ_ANSWER.ITEM_ID, letter)
                .fetchGroups(QUIZ_ANSWER.ITEM_ID);
        var given = given(quiz);
        return sql.select(
                        QUIZ_ANSWER.ITEM_ID,
                        DSL.count(),
                        DSL.count().filterWhere(QUIZ_ANSWER.POINTS.eq(QUIZ_ITEM.POINTS)),
                        DSL.count()
                                .filterWhere(QUIZ_ANSWER
                                        .ANSWER
                                        .isNull()
                                        .or(DSL.cardinality(QUIZ_ANSWER.ANSWER).eq(0))),
                        DSL.sum(QUIZ_ANSWER.POINTS))
                .from(QUIZ_ANSWER)
                .join(QUIZ_ATTEMPT)
                .on(QUIZ_ATTEMPT.ID.eq(QUIZ_ANSWER.ATTEMPT_ID))
                .join(QUIZ_ITEM)
                .on(QUIZ_ITEM.ID.eq(QUIZ_ANSWER.ITEM_ID))
                .where(QUIZ_ATTEMPT.QUIZ_ID.eq(quiz))
                .and(FINISHED)
                .groupBy(QUIZ_ANSWER.ITEM_ID)
                .fetchMap(
                        QUIZ_ANSWER.ITEM_ID,
                        row -> new ItemFigures(
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5(),
                                chosen.containsKey(row.value1())
                                        ? chosen.get(row.value1()).intoMap(letter, DSL.count())
                                        : Map.of(),
                                given.getOrDefault(row.value1(), List.of())));
    }

    /** What was filled in most often, by two people or more, so that nobody is known by his answer. */
    private Map<UUID, List<Given>> given(UUID quiz) {
        var text = DSL.arrayGet(QUIZ_ANSWER.ANSWER, DSL.inline(1));
        var people = new HashMap<UUID, Map<String, Set<UUID>>>();
        var written = new HashMap<String, String>();
        sql.select(QUIZ_ANSWER.ITEM_ID, text, QUIZ_ATTEMPT.SEAT_ID)
                .from(QUIZ_ANSWER)
                .join(QUIZ_ATTEMPT)
                .on(QUIZ_ATTEMPT.ID.eq(QUIZ_ANSWER.ATTEMPT_ID))
                .join(QUIZ_ITEM)
                .on(QUIZ_ITEM.ID.eq(QUIZ_ANSWER.ITEM_ID))
                .where(QUIZ_ATTEMPT.QUIZ_ID.eq(quiz))
                .and(FINISHED)
                .and(QUIZ_ITEM.KIND.eq(QuestionKind.FILL.name()))
                .and(text.isNotNull())
                .orderBy(text, QUIZ_ATTEMPT.SEAT_ID)
                .forEach(row -> {
                    var plain = QuestionKind.plain(row.value2());
                    written.putIfAbsent(plain, row.value2().strip());
                    people.computeIfAbsent(row.value1(), _ -> new TreeMap<>())
                            .computeIfAbsent(plain, _ -> new HashSet<>())
                            .add(row.value3());
                });
        var given = new HashMap<UUID, List<Given>>();
        people.forEach((item, answers) -> given.put(
                item,
                answers.entrySet().stream()
                        .filter(each ->
                                !each.getKey().isEmpty() && each.getValue().size() >= FEWEST)
                        .map(each -> new Given(
                                written.getOrDefault(each.getKey(), each.getKey()),
                                each.getValue().size()))
                        .sorted(Comparator.comparingInt(Given::people).reversed())
                        .limit(MOST)
                        .toList()));
        return given;
    }

    /** By the order of names, never of points. */
    List<Participant> participants(UUID quiz) {
        return sql.select(
                        SEAT.ID, SEAT.NAME, DSL.count(), DSL.max(QUIZ_ATTEMPT.POINTS), DSL.boolOr(QUIZ_ATTEMPT.PASSED))
                .from(QUIZ_ATTEMPT)
                .join(SEAT)
                .on(SEAT.ID.eq(QUIZ_ATTEMPT.SEAT_ID))
                .where(QUIZ_ATTEMPT.QUIZ_ID.eq(quiz))
                .and(FINISHED)
                .groupBy(SEAT.ID, SEAT.NAME)
                .orderBy(SEAT.NAME, SEAT.ID)
                .fetch(row -> new Participant(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }
}
