package cn.tongxin.quiz.bank;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writing questions for the bank, changing them, taking them out of use and back into it. */
@Singleton
class QuestionActions {
    private final Questions questions;
    private final History history;
    private final Clock clock;

    QuestionActions(Questions questions, History history, Clock clock) {
        this.questions = questions;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id answers the row that is there. */
    @Transactional
    UUID add(@Nullable UUID id, Question.Content content) {
        QuestionPolicy.checkKeeps(Caller.current());
        content.check(new Fields()).orRefuse();
        if (id != null && questions.find(id).isPresent()) {
            return id;
        }
        checkNew(content, null);
        var question = Question.written(Ids.orNext(id), questions.numbers(1), content, clock.instant());
        if (!questions.insert(question)) {
            throw Refusal.conflict("id.taken", "This id is taken.");
        }
        history.record(line("question.added", question));
        return question.id();
    }

    /** Papers that were made before keep the question as it was. */
    @Transactional
    void edit(UUID id, int version, Question.Content content) {
        QuestionPolicy.checkKeeps(Caller.current());
        var question = questions.get(id);
        if (question.version() != version) {
            throw Questions.changedMeanwhile();
        }
        content.check(new Fields()).orRefuse();
        checkNew(content, id);
        var next = question.with(content, clock.instant());
        questions.update(next);
        history.record(line("question.edited", next));
    }

    /** A second time changes nothing. */
    @Transactional
    void withdraw(UUID id) {
        put(id, "question.withdrawn", clock.instant());
    }

    @Transactional
    void restore(UUID id) {
        put(id, "question.restored", null);
    }

    private void put(UUID id, String kind, @Nullable Instant withdrawnAt) {
        QuestionPolicy.checkKeeps(Caller.current());
        var question = questions.get(id);
        if ((question.withdrawnAt() == null) != (withdrawnAt == null)) {
            questions.update(question.withdrawn(withdrawnAt, clock.instant()));
            history.record(line(kind, question));
        }
    }

    private void checkNew(Question.Content content, @Nullable UUID own) {
        questions.findSame(content).filter(same -> !same.id().equals(own)).ifPresent(same -> {
            throw Refusal.conflict("question.there", "The bank has this question as number " + same.no() + ".")
                    .with("no", same.no());
        });
    }

    private static Line line(String kind, Question question) {
        return Line.of(kind, "question", question.id()).with("no", question.no());
    }
}
