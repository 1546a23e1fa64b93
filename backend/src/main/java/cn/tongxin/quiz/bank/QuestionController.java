package cn.tongxin.quiz.bank;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Page;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The bank of questions over HTTP; study staff only. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class QuestionController {
    private final Questions questions;
    private final QuestionActions actions;
    private final QuestionImportActions imports;

    QuestionController(Questions questions, QuestionActions actions, QuestionImportActions imports) {
        this.questions = questions;
        this.actions = actions;
        this.imports = imports;
    }

    /** The question in another language, with its options in the order of the question's own. */
    @Serdeable
    record WrittenVariant(
            Question.@Nullable Language language,
            @Nullable String text,
            @Nullable List<String> options,
            @Nullable String explanation) {}

    /**
     * A question as it is written.
     *
     * @param version of a question that is changed
     * @param options of a choice, two to eight
     * @param answer the key: letters of options, TRUE or FALSE, or every spelling that is right
     * @param points more than 0, in hundredths; 1 where it does not say
     */
    @Serdeable
    record Written(
            @Nullable UUID id,
            @Nullable Integer version,
            @Nullable QuestionKind kind,
            @Nullable String text,
            @Nullable List<String> options,
            @Nullable List<String> answer,
            @Nullable BigDecimal points,
            @Nullable String explanation,
            @Nullable List<String> tags,
            @Nullable List<WrittenVariant> variants) {

        Question.Content content() {
            var fields = new Fields().required("kind", kind).required("text", text);
            fields.whole("options", orNone(options))
                    .whole("answer", orNone(answer))
                    .whole("tags", orNone(tags))
                    .whole("variants", orNone(variants));
            fields.orRefuse();
            for (var variant : orNone(variants)) {
                fields.required("variants", variant.language())
                        .required("variants", variant.text())
                        .whole("variants", orNone(variant.options()));
            }
            fields.orRefuse();
            return new Question.Content(
                    Objects.requireNonNull(kind),
                    Objects.requireNonNull(text).strip(),
                    texts(options),
                    texts(answer),
                    points == null ? BigDecimal.ONE : points,
                    explanation == null ? "" : explanation,
                    texts(tags).stream().distinct().toList(),
                    orNone(variants).stream()
                            .map(variant -> new Question.Variant(
                                    Objects.requireNonNull(variant.language()),
                                    Objects.requireNonNull(variant.text()),
                                    texts(variant.options()),
                                    variant.explanation() == null ? "" : variant.explanation()))
                            .toList());
        }

        private static <T> List<T> orNone(@Nullable List<T> list) {
            return list == null ? List.of() : list;
        }

        private static List<String> texts(@Nullable List<String> list) {
            return orNone(list).stream().map(String::strip).toList();
        }
    }

    /** A question with its key, and what the caller may do with it. */
    @Serdeable
    record QuestionView(
            UUID id,
            int version,
            int no,
            QuestionKind kind,
            String text,
            List<String> options,
            List<String> answer,
            BigDecimal points,
            String explanation,
            List<String> tags,
            List<Question.Variant> variants,
            boolean withdrawn,
            Instant updatedAt,
            List<String> can) {
        static QuestionView of(Question question) {
            var content = question.content();
            return new QuestionView(
                    question.id(),
                    question.version(),
                    question.no(),
                    content.kind(),
                    content.text(),
                    content.options(),
                    content.answer(),
                    content.points(),
                    content.explanation(),
                    content.tags(),
                    content.variants(),
                    question.withdrawnAt() != null,
                    question.updatedAt(),
                    QuestionPolicy.can(Caller.current(), question));
        }
    }

    /** The newest first; {@code q} stands somewhere in the text. */
    @Get("/questions{?tag,kind,q,withdrawn,after,limit,count}")
    @Transactional(readOnly = true)
    Page<QuestionView> list(
            @Nullable @QueryValue String tag,
            @Nullable @QueryValue QuestionKind kind,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue Boolean withdrawn,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            @Nullable @QueryValue Boolean count) {
        QuestionPolicy.checkReads(Caller.current());
        var filter = new Questions.Filter(tag, kind, q, Boolean.TRUE.equals(withdrawn));
        var size = Page.limit(limit);
        return Page.of(
                        questions.page(filter, Cursor.decode(after), size),
                        size,
                        last -> new Cursor(String.valueOf(last.no()), last.id()))
                .map(QuestionView::of)
                .counted(Boolean.TRUE.equals(count) ? questions.count(filter) : null);
    }

    /** The tags with how many questions can be drawn by each. */
    @Get("/question-tags")
    @Transactional(readOnly = true)
    List<Questions.Tag> tags() {
        QuestionPolicy.checkReads(Caller.current());
        return questions.tags();
    }

    @Get("/questions/{id}")
    @Transactional(readOnly = true)
    QuestionView show(UUID id) {
        QuestionPolicy.checkReads(Caller.current());
        return QuestionView.of(questions.get(id));
    }

    /** Adds a question. 409 {@code question.there}: the bank has it, as number {@code no}. */
    @Post("/questions")
    @Status(HttpStatus.CREATED)
    QuestionView add(@Body Written body) {
        return show(actions.add(body.id(), body.content()));
    }

    /** Changes a question; papers that were made before keep it as it was. */
    @Put("/questions/{id}")
    QuestionView edit(UUID id, @Body Written body) {
        actions.edit(id, body.version() == null ? 0 : body.version(), body.content());
        return show(id);
    }

    /** Takes it out of use: nothing draws it any more. */
    @Put("/questions/{id}/withdrawal")
    QuestionView withdraw(UUID id) {
        actions.withdraw(id);
        return show(id);
    }

    @Delete("/questions/{id}/withdrawal")
    QuestionView restore(UUID id) {
        actions.restore(id);
        return show(id);
    }

    /**
     * The bytes of an .xlsx or CSV file with a heading row. {@code mode} says what becomes of them: LOOK keeps nothing and
     * tells what would be done, GOOD_ROWS takes what has no fault, ALL_OR_NOTHING takes all or none (409
     * {@code question.not-all-good}). The same file again changes nothing. 422 {@code table.…} where it is no table,
     * {@code question.no-heading} where no row names the columns.
     */
    @Post(value = "/question-imports{?fileName,mode}", consumes = MediaType.APPLICATION_OCTET_STREAM)
    QuestionImport bringIn(
            @Nullable @QueryValue String fileName, @QueryValue QuestionImport.@Nullable Mode mode, @Body byte[] file) {
        return imports.take(fileName == null ? "" : fileName, mode == null ? QuestionImport.Mode.LOOK : mode, file);
    }
}
