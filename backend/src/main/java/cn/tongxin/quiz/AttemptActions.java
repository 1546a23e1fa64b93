package cn.tongxin.quiz;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member begins, answers question by question, and hands in; what is not handed in, time ends with what was saved. */
@Singleton
class AttemptActions {
    private final Quizzes quizzes;
    private final Papers papers;
    private final Attempts attempts;
    private final History history;
    private final Clock clock;
    private final Random chance = new SecureRandom();

    AttemptActions(Quizzes quizzes, Papers papers, Attempts attempts, History history, Clock clock) {
        this.quizzes = quizzes;
        this.papers = papers;
        this.attempts = attempts;
        this.history = history;
        this.clock = clock;
    }

    /**
     * An answer as a device gives it.
     *
     * @param answer in the letters shown; empty takes back what was answered
     * @param revision of the answer that this device last saw, 0 where there was none
     * @param device a name that the device gives itself, to tell its own answers from another's
     */
    record Given(
            int place,
            List<String> answer,
            int revision,
            @Nullable String device) {}

    /** Another device's answer that gave way, in the letters shown. */
    @Serdeable
    record Overwritten(int place, List<String> answer, Instant savedAt) {}

    /**
     * An answer as the server has it now.
     *
     * @param overwritten what another device had answered and this one did not know of
     */
    @Serdeable
    record Saved(
            int place,
            List<String> answer,
            int revision,
            @Nullable Overwritten overwritten) {}

    /** A repeat with the same id resumes; a second one beside it is not begun. */
    @Unrecorded("that somebody has begun is no move; what counts is what he hands in")
    @Transactional
    UUID start(UUID quizId, @Nullable UUID id) {
        var caller = Caller.current();
        var quiz = visible(quizId, caller);
        QuizPolicy.checkTakes(caller);
        var there = id == null ? Optional.<Attempt>empty() : attempts.find(id);
        if (there.isPresent()) {
            return there.filter(attempt -> attempt.seatId().equals(caller.seat())
                            && attempt.quizId().equals(quizId))
                    .map(Attempt::id)
                    .orElseThrow(() -> Refusal.conflict("id.taken", "This id is taken."));
        }
        var now = clock.instant();
        checkWindow(quiz, now);
        checkFree(quiz, caller.seatId(), now);
        var paper = papers.findLatest(quizId).orElseThrow(Refusal::notFound);
        var attempt = new Attempt(
                Ids.orNext(id),
                quizId,
                paper.id(),
                caller.seatId(),
                Attempt.Status.STARTED,
                LocalDate.now(clock),
                now,
                quiz.endOf(now),
                null);
        if (!attempts.insert(attempt, draw(paper, quiz.plan().shuffle()))) {
            throw underWay(attempts.findOpen(quizId, caller.seatId()).map(Attempt::id));
        }
        return attempt.id();
    }

    /** The last writer by the server's order wins, and is told what another device had saved that it did not know of. */
    @Unrecorded("an answer is saved as it is given; it is no move")
    @Transactional
    Saved answer(UUID id, Given given) {
        var attempt = own(id);
        if (!attempt.isOpen()) {
            throw finished(attempt);
        }
        var now = clock.instant();
        if (now.isAfter(attempt.endsAt())) {
            throw timeOver(attempt);
        }
        var fields = new Fields();
        var answers = attempts.answers(id, papers.get(attempt.paperId()));
        var asked = find(answers, given.place()).orElseThrow(Refusal::notFound);
        check(fields, "answer", asked, given).orRefuse();
        return save(attempt, asked, given, now);
    }

    /**
     * Hands in, with the answers that the device could not send before, until ten minutes after the end. A repeat changes
     * nothing.
     */
    @Transactional
    List<Overwritten> submit(UUID id, List<Given> late) {
        var quiz = quizzes.lock(attempts.get(id, Caller.current().seat()).quizId(), false);
        var attempt = own(id);
        if (attempt.status() == Attempt.Status.SUBMITTED) {
            return List.of();
        }
        if (!attempt.isOpen()) {
            throw finished(attempt);
        }
        var now = clock.instant();
        if (now.isAfter(attempt.acceptedUntil())) {
            throw timeOver(attempt);
        }
        var answers = attempts.answers(id, papers.get(attempt.paperId()));
        var fields = new Fields();
        var overwritten = new ArrayList<Overwritten>();
        for (var i = 0; i < late.size(); i++) {
            var given = late.get(i);
            var asked = find(answers, given.place()).orElse(null);
            if (asked == null) {
                fields.check("answers[" + i + "]", false, "unknown", "There is no such question.");
            } else {
                check(fields, "answers[" + i + "]", asked, given);
            }
        }
        fields.orRefuse();
        for (var given : late) {
            find(answers, given.place())
                    .flatMap(asked ->
                            Optional.ofNullable(save(attempt, asked, given, now).overwritten()))
                    .ifPresent(overwritten::add);
        }
        finish(attempt, quiz, Attempt.Status.SUBMITTED, now);
        return overwritten;
    }

    /** Its minutes of grace have passed without a submission: what was saved is what counts. */
    void expire(Attempt attempt) {
        finish(attempt, quizzes.lock(attempt.quizId(), false), Attempt.Status.EXPIRED, attempt.endsAt());
    }

    /** The quiz is held meanwhile, so that no key is put right between the marking of an attempt and its end. */
    private void finish(Attempt attempt, Quiz quiz, Attempt.Status status, Instant at) {
        var paper = papers.get(attempt.paperId());
        var sum = BigDecimal.ZERO;
        for (var answer : attempts.answers(attempt.id(), paper)) {
            var points = answer.item().award(answer.given(), paper.partial());
            attempts.mark(attempt.id(), answer.place(), points);
            sum = sum.add(points);
        }
        var result = new Attempt.Result(at, sum, sum.compareTo(paper.passPoints()) >= 0);
        attempts.finish(attempt.id(), status, result);
        if (quiz.plan().assessed()) { // of others it is nobody's business who took part
            history.record(Line.of(
                            status == Attempt.Status.SUBMITTED ? "quiz.attempt-submitted" : "quiz.attempt-expired",
                            "quiz_attempt",
                            attempt.id())
                    .moved(attempt.status(), status)
                    .with("quiz", quiz.id())
                    .with("seat", attempt.seatId())
                    .with("title", quiz.plan().title()));
        }
    }

    private Quiz visible(UUID quizId, Caller caller) {
        var quiz = quizzes.lock(quizId, false);
        if (!QuizPolicy.sees(caller, quiz)) {
            throw Refusal.notFound();
        }
        return quiz;
    }

    private static void checkWindow(Quiz quiz, Instant now) {
        if (quiz.status() == QuizStatus.DRAFT || quiz.phase(now) == Quiz.Phase.UPCOMING) {
            throw Refusal.conflict("quiz.not-open", "It is not open yet.")
                    .with("opensAt", quiz.plan().opensAt());
        }
        if (quiz.status() == QuizStatus.CLOSED || quiz.phase(now) != Quiz.Phase.OPEN) {
            throw Refusal.conflict("quiz.over", "It is over.")
                    .with("closesAt", quiz.plan().closesAt());
        }
    }

    private void checkFree(Quiz quiz, UUID seat, Instant now) {
        var open = attempts.findOpen(quiz.id(), seat);
        if (open.isPresent()) {
            if (!now.isAfter(open.get().acceptedUntil())) {
                throw underWay(open.map(Attempt::id));
            }
            expire(open.get());
        }
        var left = attempts.standing(quiz, seat, LocalDate.now(clock)).left();
        if (left != null && left == 0) {
            throw Refusal.conflict("quiz.attempts-used", "No attempt is left.")
                    .with("attempts", quiz.plan().attempts());
        }
    }

    /** As many of each part as it draws; in the paper's order, or in one of their own with their options in another. */
    private List<Attempt.Answer> draw(Paper paper, boolean shuffle) {
        var drawn = new ArrayList<Paper.Item>();
        paper.items().stream().map(Paper.Item::part).distinct().forEach(part -> {
            var pool = new ArrayList<>(
                    paper.items().stream().filter(item -> item.part() == part).toList());
            Collections.shuffle(pool, chance);
            drawn.addAll(pool.subList(0, pool.getFirst().draws()));
        });
        if (shuffle) {
            Collections.shuffle(drawn, chance);
        }
        var answers = new ArrayList<Attempt.Answer>();
        for (var item : drawn) {
            var order = OptionOrder.of(item.options().size());
            answers.add(Attempt.Answer.open(answers.size() + 1, item, shuffle ? order.shuffled(chance) : order));
        }
        return answers;
    }

    private Saved save(Attempt attempt, Attempt.Answer asked, Given given, Instant now) {
        var kind = asked.item().kind();
        var answer = asked.order().onPaper(kind, given.answer());
        var shown = asked.order().shown(kind, answer);
        if (asked.revision() > 0 && answer.equals(asked.answer())) {
            return new Saved(asked.place(), shown, asked.revision(), null);
        }
        attempts.save(attempt.id(), asked.place(), answer, given.device(), now);
        var overwritten = asked.savedAt() != null && asked.isNews(given.device(), given.revision())
                ? new Overwritten(asked.place(), asked.order().shown(kind, asked.given()), asked.savedAt())
                : null;
        return new Saved(asked.place(), shown, asked.revision() + 1, overwritten);
    }

    private static Fields check(Fields fields, String name, Attempt.Answer asked, Given given) {
        return fields.check(
                        name,
                        asked.item()
                                .kind()
                                .takes(given.answer(), asked.item().options().size()),
                        "not-an-answer",
                        "This is no answer to it.")
                .maxLength("device", given.device(), 64);
    }

    private static Optional<Attempt.Answer> find(List<Attempt.Answer> answers, int place) {
        return answers.stream().filter(answer -> answer.place() == place).findFirst();
    }

    private Attempt own(UUID id) {
        var caller = Caller.current();
        var attempt = attempts.lock(id, caller.seat());
        QuizPolicy.checkTakes(caller);
        return attempt;
    }

    private static Refusal underWay(Optional<UUID> id) {
        return Refusal.conflict("quiz.attempt-open", "An attempt is under way; go on with it.")
                .with("attemptId", id.orElse(null));
    }

    private static Refusal finished(Attempt attempt) {
        return Refusal.conflict("quiz.attempt-finished", "This attempt is over.")
                .with("state", attempt.status());
    }

    private static Refusal timeOver(Attempt attempt) {
        return Refusal.conflict("quiz.time-over", "Its time is over.")
                .with("endsAt", attempt.endsAt())
                .with("acceptedUntil", attempt.acceptedUntil());
    }
}
