package cn.tongxin.quiz;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Quizzes over HTTP: drafted, published, closed, looked into by those who keep them; shown to members. */
@Controller("/api/quizzes")
@ExecuteOn(TaskExecutors.BLOCKING)
class QuizController {
    private final Quizzes quizzes;
    private final Papers papers;
    private final PaperMaking making;
    private final Attempts attempts;
    private final QuizFigures figures;
    private final Corrections corrections;
    private final QuizActions actions;
    private final CorrectionActions correcting;
    private final Clock clock;

    QuizController(
            Quizzes quizzes,
            Papers papers,
            PaperMaking making,
            Attempts attempts,
            QuizFigures figures,
            Corrections corrections,
            QuizActions actions,
            CorrectionActions correcting,
            Clock clock) {
        this.quizzes = quizzes;
        this.papers = papers;
        this.making = making;
        this.attempts = attempts;
        this.figures = figures;
        this.corrections = corrections;
        this.actions = actions;
        this.correcting = correcting;
        this.clock = clock;
    }

    /** A question of the bank, or a draw by tag; {@code points} for each question, 1 where it does not say. */
    @Serdeable
    record PlannedPart(
            @Nullable UUID questionId,
            @Nullable String tag,
            @Nullable Integer draws,
            @Nullable BigDecimal points) {}

    /**
     * A quiz as it is planned.
     *
     * @param kind STUDY where it does not say
     * @param minutes for each attempt, if they are limited
     * @param attempts -1 without end, 0 once (where it does not say), n a day
     * @param partial whether some of the right options are worth their share
     * @param totalPoints 100 where it does not say
     * @param passPoints 60 of a hundred of the total where it does not say
     * @param showsAnswers whether members read the keys once it is over for all; true where it does not say
     * @param assessed whether it counts toward assessment, so that those who took part are named
     */
    @Serdeable
    record Planned(
            @Nullable UUID id,
            @Nullable Integer version,
            Quiz.@Nullable Kind kind,
            @Nullable String title,
            @Nullable String note,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Integer minutes,
            @Nullable Integer attempts,
            @Nullable Boolean shuffle,
            @Nullable Boolean partial,
            @Nullable BigDecimal totalPoints,
            @Nullable BigDecimal passPoints,
            @Nullable Boolean showsAnswers,
            @Nullable Boolean assessed,
            @Nullable List<PlannedPart> parts) {

        private static final BigDecimal HUNDRED = new BigDecimal("100");
        private static final BigDecimal USUAL_PASS = new BigDecimal("0.6");

        Quiz.Plan plan() {
            var all = parts == null ? List.<PlannedPart>of() : parts;
            new Fields()
                    .required("title", title)
                    .required("opensAt", opensAt)
                    .required("closesAt", closesAt)
                    .whole("parts", all)
                    .orRefuse();
            var total = totalPoints == null ? HUNDRED : totalPoints;
            return new Quiz.Plan(
                    kind == null ? Quiz.Kind.STUDY : kind,
                    Objects.requireNonNull(title).strip(),
                    note == null ? "" : note,
                    Objects.requireNonNull(opensAt),
                    Objects.requireNonNull(closesAt),
                    minutes,
                    attempts == null ? 0 : attempts,
                    Boolean.TRUE.equals(shuffle),
                    Boolean.TRUE.equals(partial),
                    total,
                    passPoints == null ? usualPass(total) : passPoints,
                    !Boolean.FALSE.equals(showsAnswers),
                    Boolean.TRUE.equals(assessed),
                    all.stream().map(Planned::part).toList());
        }

        private static BigDecimal usualPass(BigDecimal total) {
            return Math.abs(total.scale()) <= 4 && total.abs().compareTo(new BigDecimal("10000")) < 0
                    ? total.multiply(USUAL_PASS).setScale(2, java.math.RoundingMode.HALF_UP)
                    : BigDecimal.ZERO; // the total itself is refused
        }

        private static Quiz.Part part(PlannedPart part) {
            var tag = part.tag();
            return new Quiz.Part(
                    part.questionId(),
                    tag == null ? null : tag.strip(),
                    part.draws() == null ? 1 : part.draws(),
                    part.points() == null ? BigDecimal.ONE : part.points());
        }
    }

    @Serdeable
    record Version(int version) {}

    /** The right key of an item, in the paper's letters, and why the old one was wrong. */
    @Serdeable
    record NewKey(
            @Nullable UUID id,
            @Nullable List<String> key,
            @Nullable String reason) {}

    /** Those that open last come first; a member sees what is published, with how he stands. */
    @Get("{?status,after,limit}")
    @Transactional(readOnly = true)
    Page<QuizView> list(
            @QueryValue @Nullable QuizStatus status,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit) {
        var caller = Caller.current();
        QuizPolicy.checkReads(caller);
        var size = Page.limit(limit);
        var page = Page.of(
                quizzes.page(status, QuizPolicy.keeps(caller), Cursor.decode(after), size), size, Quizzes::cursor);
        return new Page<>(views(page.items()), page.next(), null);
    }

    @Get("/{id}")
    @Transactional(readOnly = true)
    QuizView show(UUID id) {
        return views(List.of(visible(id))).getFirst();
    }

    @Post
    @Status(HttpStatus.CREATED)
    QuizView draft(@Body Planned body) {
        return show(actions.draft(body.id(), body.plan()));
    }

    /**
     * Changes it; of a published one the paper is made anew where it asks something else, and who has begun keeps his. 422 as
     * for the publication; {@code closesAt} of a published one only moves later.
     */
    @Put("/{id}")
    QuizView edit(UUID id, @Body Planned body) {
        actions.edit(id, body.version() == null ? 0 : body.version(), body.plan());
        return show(id);
    }

    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(UUID id) {
        actions.delete(id);
    }

    /**
     * Makes the paper and shows it to members; again, and the paper is brought up to date with the bank. 422
     * {@code quiz.no-questions}, {@code quiz.points-do-not-sum}, {@code quiz.too-few-to-draw}, {@code quiz.question-withdrawn}.
     */
    @Put("/{id}/publication")
    QuizView publish(UUID id, @Body Version body) {
        actions.publish(id, body.version());
        return show(id);
    }

    /** Takes the publication back. 409 {@code quiz.begun}: somebody has begun. */
    @Delete("/{id}/publication")
    QuizView withdraw(UUID id, @Body Version body) {
        actions.withdraw(id, body.version());
        return show(id);
    }

    /** Ends it now, and what is under way with it; ten minutes more are taken what phones have kept. */
    @Put("/{id}/closing")
    QuizView close(UUID id, @Body Version body) {
        actions.close(id, body.version());
        return show(id);
    }

    /** The versions of the paper, the latest first, each question with its key and how it fared; of a draft what it would be. */
    @Get("/{id}/papers")
    @Transactional(readOnly = true)
    List<PaperView> papers(UUID id) {
        QuizPolicy.checkReadsAll(Caller.current());
        var quiz = visible(id);
        if (quiz.status() == QuizStatus.DRAFT) {
            return List.of(PaperView.preview(quiz, making.of(quiz.plan())));
        }
        var fared = figures.items(id);
        return papers.all(id).stream().map(paper -> PaperView.of(paper, fared)).toList();
    }

    /** Who took part, by name. 409 {@code quiz.not-assessed}: of a quiz that does not count toward assessment nobody is named. */
    @Get("/{id}/participants")
    @Transactional(readOnly = true)
    List<QuizFigures.Participant> participants(UUID id) {
        QuizPolicy.checkReadsAll(Caller.current());
        if (!visible(id).plan().assessed()) {
            throw Refusal.conflict("quiz.not-assessed", "It does not count toward assessment: nobody is named.");
        }
        return figures.participants(id);
    }

    /** Puts a wrong key right and marks every attempt on it anew; a repeat with the same id changes nothing. */
    @Put("/{id}/items/{itemId}/key")
    List<Correction> correct(UUID id, UUID itemId, @Body NewKey body) {
        var key = body.key() == null ? List.<String>of() : body.key();
        new Fields().whole("key", key).orRefuse();
        correcting.correct(
                id, itemId, body.id(), key.stream().map(String::strip).toList(), body.reason());
        return corrections(id);
    }

    /** The log of corrections, the latest first. */
    @Get("/{id}/corrections")
    @Transactional(readOnly = true)
    List<Correction> corrections(UUID id) {
        QuizPolicy.checkReadsAll(Caller.current());
        return corrections.of(visible(id).id());
    }

    private Quiz visible(UUID id) {
        return quizzes.find(id)
                .filter(quiz -> QuizPolicy.sees(Caller.current(), quiz))
                .orElseThrow(Refusal::notFound);
    }

    private List<QuizView> views(List<Quiz> shown) {
        var caller = Caller.current();
        var now = clock.instant();
        var standings = caller.isMember()
                ? attempts.standings(shown, caller.seat(), LocalDate.now(clock))
                : Map.<UUID, Standing>of();
        var keeps = QuizPolicy.keeps(caller);
        var participation = keeps
                ? figures.participation(shown.stream().map(Quiz::id).toList())
                : Map.<UUID, QuizFigures.Participation>of();
        var members = keeps ? figures.activeMembers() : null;
        return shown.stream()
                .map(quiz -> QuizView.of(
                        quiz,
                        standings.get(quiz.id()),
                        keeps ? participation.getOrDefault(quiz.id(), QuizFigures.Participation.NONE) : null,
                        members,
                        now))
                .toList();
    }
}
