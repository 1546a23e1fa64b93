package cn.tongxin.quiz.bank;

import static cn.tongxin.db.cell.Tables.QUESTION;
import static cn.tongxin.db.cell.Tables.QUESTION_NUMBER;
import static cn.tongxin.db.cell.Tables.QUESTION_TAG;
import static cn.tongxin.db.cell.Tables.QUESTION_VARIANT;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of the bank. */
@Singleton
public class Questions {
    private static final Field<List<String>> TAGS = DSL.multiset(DSL.select(QUESTION_TAG.TAG)
                    .from(QUESTION_TAG)
                    .where(QUESTION_TAG.QUESTION_ID.eq(QUESTION.ID))
                    .orderBy(QUESTION_TAG.TAG))
            .convertFrom(rows -> rows.map(row -> row.value1()));
    private static final Field<List<Question.Variant>> VARIANTS = DSL.multiset(DSL.select(
                            QUESTION_VARIANT.LANGUAGE,
                            QUESTION_VARIANT.TEXT,
                            QUESTION_VARIANT.OPTIONS,
                            QUESTION_VARIANT.EXPLANATION)
                    .from(QUESTION_VARIANT)
                    .where(QUESTION_VARIANT.QUESTION_ID.eq(QUESTION.ID))
                    .orderBy(QUESTION_VARIANT.LANGUAGE))
            .convertFrom(rows -> rows.map(row -> new Question.Variant(
                    Question.Language.valueOf(row.value1()), row.value2(), List.of(row.value3()), row.value4())));

    private final DSLContext sql;

    Questions(DSLContext sql) {
        this.sql = sql;
    }

    /** A tag with how many questions can be drawn by it. */
    @Serdeable
    record Tag(String tag, int questions) {}

    /** Which questions of the bank; {@code q} stands somewhere in the text, and the withdrawn are asked for by themselves. */
    record Filter(
            @Nullable String tag,
            @Nullable QuestionKind kind,
            @Nullable String q,
            boolean withdrawn) {
        private Condition condition() {
            return DSL.and(
                    withdrawn ? QUESTION.WITHDRAWN_AT.isNotNull() : QUESTION.WITHDRAWN_AT.isNull(),
                    kind == null ? DSL.noCondition() : QUESTION.KIND.eq(kind.name()),
                    q == null || q.isBlank() ? DSL.noCondition() : QUESTION.TEXT.containsIgnoreCase(q.strip()),
                    tag == null ? DSL.noCondition() : QUESTION.ID.in(tagged(tag)));
        }
    }

    /** The newest first. */
    List<Question> page(Filter filter, @Nullable Cursor after, int limit) {
        return select(filter.condition().and(after == null ? DSL.noCondition() : QUESTION.NO.lt(after.number())))
                .orderBy(QUESTION.NO.desc())
                .limit(Page.rows(limit))
                .fetch(Questions::read);
    }

    long count(Filter filter) {
        return sql.fetchCount(QUESTION, filter.condition());
    }

    List<Tag> tags() {
        var count = DSL.count();
        return sql.select(QUESTION_TAG.TAG, count)
                .from(QUESTION_TAG)
                .join(QUESTION)
                .on(QUESTION.ID.eq(QUESTION_TAG.QUESTION_ID))
                .where(QUESTION.WITHDRAWN_AT.isNull())
                .groupBy(QUESTION_TAG.TAG)
                .orderBy(QUESTION_TAG.TAG)
                .fetch(row -> new Tag(row.value1(), row.value2()));
    }

    Question get(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    Optional<Question> find(UUID id) {
        return select(QUESTION.ID.eq(id)).fetchOptional(Questions::read);
    }

    Optional<Question> findSame(Question.Content content) {
        return select(QUESTION.DIGEST.eq(content.digest())).fetchOptional(Questions::read);
    }

    /** Those of the bank with one of these digests. */
    List<Question> same(Collection<String> digests) {
        return select(QUESTION.DIGEST.eq(DSL.any(digests.toArray(String[]::new))))
                .fetch(Questions::read);
    }

    /** Of these, those that can be asked now. */
    public Map<UUID, Question> usable(Collection<UUID> ids) {
        return select(QUESTION.ID.in(ids).and(QUESTION.WITHDRAWN_AT.isNull())).fetchMap(QUESTION.ID, Questions::read);
    }

    /** Of these, those that the bank knows, withdrawn or not. */
    public Set<UUID> known(Collection<UUID> ids) {
        return sql.select(QUESTION.ID).from(QUESTION).where(QUESTION.ID.in(ids)).fetchSet(QUESTION.ID);
    }

    /** Puts the key right where the bank still has the question with these options and the wrong one. */
    public void correct(UUID id, List<String> options, List<String> wrong, List<String> right, Instant now) {
        sql.update(QUESTION)
                .set(QUESTION.ANSWER, right.toArray(String[]::new))
                .set(QUESTION.VERSION, QUESTION.VERSION.plus(1))
                .set(QUESTION.UPDATED_AT, now)
                .where(QUESTION.ID.eq(id))
                .and(QUESTION.OPTIONS.eq(options.toArray(String[]::new)))
                .and(QUESTION.ANSWER.eq(wrong.toArray(String[]::new)))
                .execute();
    }

    /** What can be drawn by a tag, in the order of the bank. */
    public List<Question> tagged(Collection<String> tags) {
        return select(QUESTION.WITHDRAWN_AT
                        .isNull()
                        .and(QUESTION.ID.in(DSL.select(QUESTION_TAG.QUESTION_ID)
                                .from(QUESTION_TAG)
                                .where(QUESTION_TAG.TAG.in(tags)))))
                .orderBy(QUESTION.NO)
                .fetch(Questions::read);
    }

    /** The first of so many new numbers; the row stays locked until they are used or not. */
    int numbers(int many) {
        return sql.insertInto(QUESTION_NUMBER)
                        .set(QUESTION_NUMBER.LAST, many)
                        .onConflict(QUESTION_NUMBER.TENANT_ID)
                        .doUpdate()
                        .set(QUESTION_NUMBER.LAST, QUESTION_NUMBER.LAST.plus(many))
                        .returningResult(QUESTION_NUMBER.LAST)
                        .fetchOptional(QUESTION_NUMBER.LAST)
                        .orElseThrow()
                - many
                + 1;
    }

    /** False where the id is taken or the bank has this question. */
    boolean insert(Question question) {
        var inserted = sql.insertInto(QUESTION)
                        .set(QUESTION.ID, question.id())
                        .set(QUESTION.VERSION, question.version())
                        .set(QUESTION.NO, question.no())
                        .set(columns(question.content()))
                        .set(QUESTION.CREATED_AT, question.createdAt())
                        .set(QUESTION.UPDATED_AT, question.updatedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
        if (inserted) {
            insertAround(question);
        }
        return inserted;
    }

    /** Writes the next version; a version that somebody else has written meanwhile is a conflict. */
    void update(Question next) {
        var updated = sql.update(QUESTION)
                .set(QUESTION.VERSION, next.version())
                .set(columns(next.content()))
                .set(QUESTION.WITHDRAWN_AT, next.withdrawnAt())
                .set(QUESTION.UPDATED_AT, next.updatedAt())
                .where(QUESTION.ID.eq(next.id()))
                .and(QUESTION.VERSION.eq(next.version() - 1))
                .execute();
        if (updated == 0) {
            throw changedMeanwhile();
        }
        sql.deleteFrom(QUESTION_TAG)
                .where(QUESTION_TAG.QUESTION_ID.eq(next.id()))
                .execute();
        sql.deleteFrom(QUESTION_VARIANT)
                .where(QUESTION_VARIANT.QUESTION_ID.eq(next.id()))
                .execute();
        insertAround(next);
    }

    static Refusal changedMeanwhile() {
        return Refusal.conflict("question.version", "Somebody has changed this question meanwhile.");
    }

    private void insertAround(Question question) {
        for (var tag : question.content().tags()) {
            sql.insertInto(QUESTION_TAG)
                    .set(QUESTION_TAG.TAG, tag)
                    .set(QUESTION_TAG.QUESTION_ID, question.id())
                    .execute();
        }
        for (var variant : question.content().variants()) {
            sql.insertInto(QUESTION_VARIANT)
                    .set(QUESTION_VARIANT.QUESTION_ID, question.id())
                    .set(QUESTION_VARIANT.LANGUAGE, variant.language().name())
                    .set(QUESTION_VARIANT.TEXT, variant.text())
                    .set(QUESTION_VARIANT.OPTIONS, variant.options().toArray(String[]::new))
                    .set(QUESTION_VARIANT.EXPLANATION, variant.explanation())
                    .execute();
        }
    }

    private static Map<Field<?>, Object> columns(Question.Content content) {
        var columns = new HashMap<Field<?>, Object>();
        columns.put(QUESTION.KIND, content.kind().name());
        columns.put(QUESTION.TEXT, content.text());
        columns.put(QUESTION.OPTIONS, content.options().toArray(String[]::new));
        columns.put(QUESTION.ANSWER, content.answer().toArray(String[]::new));
        columns.put(QUESTION.POINTS, content.points());
        columns.put(QUESTION.EXPLANATION, content.explanation());
        columns.put(QUESTION.DIGEST, content.digest());
        return columns;
    }

    private static org.jooq.Select<? extends org.jooq.Record1<UUID>> tagged(String tag) {
        return DSL.select(QUESTION_TAG.QUESTION_ID).from(QUESTION_TAG).where(QUESTION_TAG.TAG.eq(tag));
    }

    private org.jooq.SelectConditionStep<Record> select(Condition which) {
        return sql.select(QUESTION.fields())
                .select(TAGS, VARIANTS)
                .from(QUESTION)
                .where(which);
    }

    private static Question read(Record row) {
        return new Question(
                row.get(QUESTION.ID),
                row.get(QUESTION.VERSION),
                row.get(QUESTION.NO),
                new Question.Content(
                        QuestionKind.valueOf(row.get(QUESTION.KIND)),
                        row.get(QUESTION.TEXT),
                        List.of(row.get(QUESTION.OPTIONS)),
                        List.of(row.get(QUESTION.ANSWER)),
                        row.get(QUESTION.POINTS),
                        row.get(QUESTION.EXPLANATION),
                        row.get(TAGS),
                        row.get(VARIANTS)),
                row.get(QUESTION.WITHDRAWN_AT),
                row.get(QUESTION.CREATED_AT),
                row.get(QUESTION.UPDATED_AT));
    }
}
