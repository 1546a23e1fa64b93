package cn.tongxin.quiz;

import static cn.tongxin.db.cell.Tables.QUIZ_ITEM;
import static cn.tongxin.db.cell.Tables.QUIZ_PAPER;

import cn.tongxin.http.Refusal;
import cn.tongxin.quiz.bank.Question;
import cn.tongxin.quiz.bank.QuestionKind;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;

/** The SQL of papers and what they ask. */
@Singleton
class Papers {
    private static final Argument<List<Question.Variant>> VARIANTS = Argument.listOf(Question.Variant.class);

    private final DSLContext sql;
    private final JsonMapper json;

    Papers(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What is asked of whoever starts now. */
    Optional<Paper> findLatest(UUID quiz) {
        return all(quiz).stream().findFirst();
    }

    /** The latest first. */
    List<Paper> all(UUID quiz) {
        return select(QUIZ_PAPER.QUIZ_ID.eq(quiz));
    }

    Paper get(UUID id) {
        return select(QUIZ_PAPER.ID.eq(id)).stream().findFirst().orElseThrow(Refusal::notFound);
    }

    void insert(Paper paper) {
        sql.insertInto(QUIZ_PAPER)
                .set(QUIZ_PAPER.ID, paper.id())
                .set(QUIZ_PAPER.QUIZ_ID, paper.quizId())
                .set(QUIZ_PAPER.NO, paper.no())
                .set(QUIZ_PAPER.PARTIAL, paper.partial())
                .set(QUIZ_PAPER.TOTAL_POINTS, paper.totalPoints())
                .set(QUIZ_PAPER.PASS_POINTS, paper.passPoints())
                .set(QUIZ_PAPER.MADE_AT, paper.madeAt())
                .execute();
        sql.batch(paper.items().stream()
                        .map(item -> sql.insertInto(QUIZ_ITEM)
                                .set(QUIZ_ITEM.ID, item.id())
                                .set(QUIZ_ITEM.PAPER_ID, paper.id())
                                .set(QUIZ_ITEM.PLACE, item.place())
                                .set(QUIZ_ITEM.PART, item.part())
                                .set(QUIZ_ITEM.DRAWS, item.draws())
                                .set(QUIZ_ITEM.QUESTION_ID, item.questionId())
                                .set(QUIZ_ITEM.KIND, item.kind().name())
                                .set(QUIZ_ITEM.TEXT, item.text())
                                .set(QUIZ_ITEM.OPTIONS, item.options().toArray(String[]::new))
                                .set(QUIZ_ITEM.ANSWER, item.key().toArray(String[]::new))
                                .set(QUIZ_ITEM.POINTS, item.points())
                                .set(QUIZ_ITEM.EXPLANATION, item.explanation())
                                .set(QUIZ_ITEM.VARIANTS, written(item.variants())))
                        .toList())
                .execute();
    }

    /** One that nobody has begun on, with its items. */
    void delete(UUID id) {
        sql.deleteFrom(QUIZ_PAPER).where(QUIZ_PAPER.ID.eq(id)).execute();
    }

    /** All of a quiz that nobody has begun on. */
    void deleteAll(UUID quiz) {
        sql.deleteFrom(QUIZ_PAPER).where(QUIZ_PAPER.QUIZ_ID.eq(quiz)).execute();
    }

    void correct(UUID item, List<String> key) {
        sql.update(QUIZ_ITEM)
                .set(QUIZ_ITEM.ANSWER, key.toArray(String[]::new))
                .where(QUIZ_ITEM.ID.eq(item))
                .execute();
    }

    private List<Paper> select(Condition which) {
        var papers = sql.selectFrom(QUIZ_PAPER)
                .where(which)
                .orderBy(QUIZ_PAPER.NO.desc())
                .fetch();
        var items = sql.selectFrom(QUIZ_ITEM)
                .where(QUIZ_ITEM.PAPER_ID.in(papers.getValues(QUIZ_PAPER.ID)))
                .orderBy(QUIZ_ITEM.PLACE)
                .fetchGroups(QUIZ_ITEM.PAPER_ID, this::item);
        return papers.map(row -> new Paper(
                row.getId(),
                row.getQuizId(),
                row.getNo(),
                row.getPartial(),
                row.getTotalPoints(),
                row.getPassPoints(),
                row.getMadeAt(),
                items.getOrDefault(row.getId(), List.of())));
    }

    private Paper.Item item(Record row) {
        return new Paper.Item(
                row.get(QUIZ_ITEM.ID),
                row.get(QUIZ_ITEM.PLACE),
                row.get(QUIZ_ITEM.PART),
                row.get(QUIZ_ITEM.DRAWS),
                row.get(QUIZ_ITEM.QUESTION_ID),
                QuestionKind.valueOf(row.get(QUIZ_ITEM.KIND)),
                row.get(QUIZ_ITEM.TEXT),
                List.of(row.get(QUIZ_ITEM.OPTIONS)),
                List.of(row.get(QUIZ_ITEM.ANSWER)),
                row.get(QUIZ_ITEM.POINTS),
                row.get(QUIZ_ITEM.EXPLANATION),
                parsed(row.get(QUIZ_ITEM.VARIANTS)));
    }

    private JSONB written(List<Question.Variant> variants) {
        try {
            return JSONB.valueOf(new String(json.writeValueAsBytes(VARIANTS, variants), StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private List<Question.Variant> parsed(JSONB variants) {
        try {
            return Objects.requireNonNull(json.readValue(variants.data(), VARIANTS));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
