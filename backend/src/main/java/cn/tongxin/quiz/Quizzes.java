package cn.tongxin.quiz;

import static cn.tongxin.db.cell.Tables.QUIZ;
import static cn.tongxin.db.cell.Tables.QUIZ_PART;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of quizzes. */
@Singleton
class Quizzes {
    private static final Field<List<Quiz.Part>> PARTS = DSL.multiset(
                    DSL.select(QUIZ_PART.QUESTION_ID, QUIZ_PART.TAG, QUIZ_PART.DRAWS, QUIZ_PART.POINTS)
                            .from(QUIZ_PART)
                            .where(QUIZ_PART.QUIZ_ID.eq(QUIZ.ID))
                            .orderBy(QUIZ_PART.PLACE))
            .convertFrom(
                    rows -> rows.map(row -> new Quiz.Part(row.value1(), row.value2(), row.value3(), row.value4())));

    private final DSLContext sql;

    Quizzes(DSLContext sql) {
        this.sql = sql;
    }

    /** Those that open last come first. */
    List<Quiz> page(@Nullable QuizStatus status, boolean drafts, @Nullable Cursor after, int limit) {
        return sql.select(QUIZ.fields())
                .select(PARTS)
                .from(QUIZ)
                .where(status == null ? DSL.noCondition() : QUIZ.STATUS.eq(status.name()))
                .and(drafts ? DSL.noCondition() : QUIZ.STATUS.ne(QuizStatus.DRAFT.name()))
                .and(
                        after == null
                                ? DSL.noCondition()
                                : DSL.row(QUIZ.OPENS_AT, QUIZ.ID).lt(DSL.val(moment(after)), DSL.val(after.id())))
                .orderBy(QUIZ.OPENS_AT.desc(), QUIZ.ID.desc())
                .limit(Page.rows(limit))
                .fetch(Quizzes::read);
    }

    static Cursor cursor(Quiz quiz) {
        return new Cursor(quiz.plan().opensAt().toString(), quiz.id());
    }

    private static Instant moment(Cursor after) {
        try {
            return Instant.parse(after.key());
        } catch (DateTimeParseException unreadable) {
            throw Refusal.badRequest("page.cursor", "This cursor is not one of ours.")
                    .field("after");
        }
    }

    Quiz get(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    Optional<Quiz> find(UUID id) {
        return select(QUIZ.ID.eq(id)).stream().findFirst();
    }

    /** Holds the row against every change of it; who only starts an attempt holds it beside others. */
    Quiz lock(UUID id, boolean toChange) {
        var row = sql.select(QUIZ.ID).from(QUIZ).where(QUIZ.ID.eq(id));
        (toChange ? row.forUpdate() : row.forShare()).fetch();
        return get(id);
    }

    /** False where the id is taken already. */
    boolean insert(Quiz quiz) {
        var inserted = sql.insertInto(QUIZ)
                        .set(QUIZ.ID, quiz.id())
                        .set(QUIZ.CREATED_BY, quiz.createdBy())
                        .set(QUIZ.CREATED_AT, quiz.createdAt())
                        .set(columns(quiz))
                        .onConflict(QUIZ.TENANT_ID, QUIZ.ID)
                        .doNothing()
                        .execute()
                == 1;
        if (inserted) {
            insertParts(quiz);
        }
        return inserted;
    }

    /** Writes the next version; a version that somebody else has written meanwhile is a conflict. */
    void update(Quiz next) {
        var updated = sql.update(QUIZ)
                .set(columns(next))
                .where(QUIZ.ID.eq(next.id()))
                .and(QUIZ.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw changedMeanwhile();
        }
    }

    /** The same, with what it asks. */
    void replan(Quiz next) {
        update(next);
        sql.deleteFrom(QUIZ_PART).where(QUIZ_PART.QUIZ_ID.eq(next.id())).execute();
        insertParts(next);
    }

    void delete(UUID id) {
        sql.deleteFrom(QUIZ).where(QUIZ.ID.eq(id)).execute();
    }

    static Refusal changedMeanwhile() {
        return Refusal.conflict("quiz.version", "Somebody has changed this quiz meanwhile.");
    }

    private void insertParts(Quiz quiz) {
        var place = 0;
        for (var part : quiz.plan().parts()) {
            sql.insertInto(QUIZ_PART)
                    .set(QUIZ_PART.QUIZ_ID, quiz.id())
                    .set(QUIZ_PART.PLACE, place++)
                    .set(QUIZ_PART.QUESTION_ID, part.questionId())
                    .set(QUIZ_PART.TAG, part.tag())
                    .set(QUIZ_PART.DRAWS, part.draws())
                    .set(QUIZ_PART.POINTS, part.points())
                    .execute();
        }
    }

    private static Map<?, ?> columns(Quiz quiz) {
        var plan = quiz.plan();
        var columns = new HashMap<Field<?>, @Nullable Object>();
        columns.put(QUIZ.VERSION, quiz.version());
        columns.put(QUIZ.STATUS, quiz.status().name());
        columns.put(QUIZ.KIND, plan.kind().name());
        columns.put(QUIZ.TITLE, plan.title());
        columns.put(QUIZ.NOTE, plan.note());
        columns.put(QUIZ.OPENS_AT, plan.opensAt());
        columns.put(QUIZ.CLOSES_AT, plan.closesAt());
        columns.put(QUIZ.MINUTES, plan.minutes());
        columns.put(QUIZ.ATTEMPTS, plan.attempts());
        columns.put(QUIZ.SHUFFLE, plan.shuffle());
        columns.put(QUIZ.PARTIAL, plan.partial());
        columns.put(QUIZ.TOTAL_POINTS, plan.totalPoints());
        columns.put(QUIZ.PASS_POINTS, plan.passPoints());
        columns.put(QUIZ.SHOWS_ANSWERS, plan.showsAnswers());
        columns.put(QUIZ.ASSESSED, plan.assessed());
        columns.put(QUIZ.UPDATED_AT, quiz.updatedAt());
        return columns;
    }

    private List<Quiz> select(Condition which) {
        return sql.select(QUIZ.fields()).select(PARTS).from(QUIZ).where(which).fetch(Quizzes::read);
    }

    private static Quiz read(Record row) {
        return new Quiz(
                row.get(QUIZ.ID),
                row.get(QUIZ.VERSION),
                QuizStatus.valueOf(row.get(QUIZ.STATUS)),
                new Quiz.Plan(
                        Quiz.Kind.valueOf(row.get(QUIZ.KIND)),
                        row.get(QUIZ.TITLE),
                        row.get(QUIZ.NOTE),
                        row.get(QUIZ.OPENS_AT),
                        row.get(QUIZ.CLOSES_AT),
                        row.get(QUIZ.MINUTES),
                        row.get(QUIZ.ATTEMPTS),
                        row.get(QUIZ.SHUFFLE),
                        row.get(QUIZ.PARTIAL),
                        row.get(QUIZ.TOTAL_POINTS),
                        row.get(QUIZ.PASS_POINTS),
                        row.get(QUIZ.SHOWS_ANSWERS),
                        row.get(QUIZ.ASSESSED),
                        row.get(PARTS)),
                row.get(QUIZ.CREATED_BY),
                row.get(QUIZ.CREATED_AT),
                row.get(QUIZ.UPDATED_AT));
    }
}
