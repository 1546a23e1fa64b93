package cn.tongxin.quiz;

import cn.tongxin.http.Fields;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Attempts over HTTP, each for the member who makes it and for nobody else (404). */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class AttemptController {
    private final Quizzes quizzes;
    private final Papers papers;
    private final Attempts attempts;
    private final AttemptActions actions;
    private final Clock clock;

    AttemptController(Quizzes quizzes, Papers papers, Attempts attempts, AttemptActions actions, Clock clock) {
        this.quizzes = quizzes;
        this.papers = papers;
        this.attempts = attempts;
        this.actions = actions;
        this.clock = clock;
    }

    @Serdeable
    record NewAttempt(@Nullable UUID id) {}

    /**
     * An answer to one question.
     *
     * @param answer letters in the order shown, TRUE or FALSE, or what was filled in; empty takes back what was answered
     * @param revision of the answer that this device last saw; 0 where there was none
     * @param device a name that the device gives itself
     */
    @Serdeable
    record NewAnswer(
            @Nullable List<String> answer,
            @Nullable Integer revision,
            @Nullable String device) {
        AttemptActions.Given given(int place) {
            return AttemptController.given(place, answer, revision, device, "answer");
        }
    }

    /** An answer that was kept on the device while it had no signal. */
    @Serdeable
    record KeptAnswer(
            int place,
            @Nullable List<String> answer,
            @Nullable Integer revision) {}

    @Serdeable
    record Submission(@Nullable String device, @Nullable List<KeptAnswer> answers) {}

    /** The attempt as it was handed in, and what another device had answered that gave way to what came with it. */
    @Serdeable
    record Taken(AttemptView attempt, List<AttemptActions.Overwritten> overwritten) {}

    /**
     * Begins. A repeat with the same id answers the attempt that is there. 409 {@code quiz.not-open}, {@code quiz.over},
     * {@code quiz.attempts-used}, {@code quiz.attempt-open} with its {@code attemptId}.
     */
    @Post("/quizzes/{id}/attempts")
    @Status(HttpStatus.CREATED)
    AttemptView start(UUID id, @Body NewAttempt body) {
        return show(actions.start(id, body.id()));
    }

    /** The attempt with its questions and what was answered, on whatever device it was begun. */
    @Get("/quiz-attempts/{id}")
    @Transactional(readOnly = true)
    AttemptView show(UUID id) {
        var attempt = attempts.get(id, Caller.current().seat());
        var quiz = quizzes.get(attempt.quizId());
        var paper = papers.get(attempt.paperId());
        return AttemptView.of(attempt, quiz, paper, attempts.answers(id, paper), clock.instant());
    }

    /** Saves one answer. 409 {@code quiz.time-over}, {@code quiz.attempt-finished}. */
    @Put("/quiz-attempts/{id}/answers/{place}")
    AttemptActions.Saved answer(UUID id, int place, @Body NewAnswer body) {
        return actions.answer(id, body.given(place));
    }

    /**
     * Hands in, with answers that could not be sent before; until ten minutes after the end. A repeat changes nothing. 409
     * {@code quiz.time-over}, {@code quiz.attempt-finished} where time has ended it.
     */
    @Put("/quiz-attempts/{id}/submission")
    Taken submit(UUID id, @Body Submission body) {
        var answers = body.answers() == null ? List.<KeptAnswer>of() : body.answers();
        new Fields()
                .whole("answers", answers)
                .check("answers", answers.size() <= 200, "too-many", "At most 200.")
                .orRefuse();
        var overwritten = actions.submit(
                id,
                answers.stream()
                        .map(kept -> given(kept.place(), kept.answer(), kept.revision(), body.device(), "answers"))
                        .toList());
        return new Taken(show(id), overwritten);
    }

    private static AttemptActions.Given given(
            int place,
            @Nullable List<String> answer,
            @Nullable Integer revision,
            @Nullable String device,
            String field) {
        var all = answer == null ? List.<String>of() : answer;
        new Fields().whole(field, all).orRefuse();
        return new AttemptActions.Given(place, List.copyOf(all), revision == null ? 0 : revision, device);
    }
}
