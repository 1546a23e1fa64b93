package cn.tongxin.quiz;

import cn.tongxin.history.History;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.quiz.bank.Questions;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a wrong key right and marks every attempt on it anew (domain §3.8). */
@Singleton
class CorrectionActions {
    private final Quizzes quizzes;
    private final Papers papers;
    private final Attempts attempts;
    private final Corrections corrections;
    private final Questions questions;
    private final History history;
    private final Clock clock;

    CorrectionActions(
            Quizzes quizzes,
            Papers papers,
            Attempts attempts,
            Corrections corrections,
            Questions questions,
            History history,
            Clock clock) {
        this.quizzes = quizzes;
        this.papers = papers;
        this.attempts = attempts;
        this.corrections = corrections;
        this.questions = questions;
        this.history = history;
        this.clock = clock;
    }

    /**
     * In every version of the paper that asks the same with the same wrong key, and in the bank where that still has it, so
     * that no later version brings it back. A repeat with the same id changes nothing.
     */
    @Transactional
    void correct(UUID quizId, UUID itemId, @Nullable UUID id, List<String> answer, @Nullable String reason) {
        var caller = Caller.current();
        QuizPolicy.checkKeeps(caller);
        var quiz = quizzes.lock(quizId, true);
        var correction = Ids.orNext(id);
        var there = corrections.findQuiz(correction);
        if (there.isPresent()) {
            if (!there.get().equals(quizId)) {
                throw Refusal.conflict("id.taken", "This id is taken.");
            }
            return;
        }
        var all = papers.all(quizId);
        var item = all.stream()
                .flatMap(paper -> paper.items().stream())
                .filter(each -> each.id().equals(itemId))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        var key = item.kind().hasOptions() ? answer.stream().sorted().toList() : answer;
        new Fields()
                .required("reason", reason)
                .maxLength("reason", reason, 500)
                .check("key", item.kind().takesKey(key, item.options().size()), "not-a-key", "This is no key to it.")
                .orRefuse();
        if (key.equals(item.key())) {
            throw Refusal.conflict("quiz.key-same", "This is the key already.");
        }
        var now = clock.instant();
        var wrong = all.stream()
                .flatMap(paper -> paper.items().stream())
                .filter(each -> each.questionId().equals(item.questionId())
                        && each.options().equals(item.options())
                        && each.key().equals(item.key()))
                .map(Paper.Item::id)
                .collect(Collectors.toSet());
        wrong.forEach(each -> papers.correct(each, key));
        questions.correct(item.questionId(), item.options(), item.key(), key, now);
        var marked = attempts.marked(wrong);
        var changed = 0;
        for (var attempt : marked) {
            changed += markAnew(attempt) ? 1 : 0;
        }
        corrections.insert(
                correction, quiz, item, key, String.valueOf(reason), caller.seatId(), now, marked.size(), changed);
        history.record(QuizActions.line("quiz.corrected", quiz)
                .with("item", itemId)
                .with("reason", reason)
                .with("attempts", marked.size())
                .with("changed", changed));
    }

    /** True where it got other points; a second time changes nothing. */
    private boolean markAnew(Attempt attempt) {
        var before = attempt.result();
        if (before == null) {
            throw new IllegalStateException("An attempt under way has no marks.");
        }
        var paper = papers.get(attempt.paperId());
        var sum = BigDecimal.ZERO;
        for (var answer : attempts.answers(attempt.id(), paper)) {
            var points = answer.item().award(answer.given(), paper.partial());
            if (answer.points() == null || points.compareTo(answer.points()) != 0) {
                attempts.mark(attempt.id(), answer.place(), points);
            }
            sum = sum.add(points);
        }
        if (sum.compareTo(before.points()) == 0) {
            return false;
        }
        attempts.finish(
                attempt.id(),
                attempt.status(),
                new Attempt.Result(before.finishedAt(), sum, sum.compareTo(paper.passPoints()) >= 0));
        return true;
    }
}
