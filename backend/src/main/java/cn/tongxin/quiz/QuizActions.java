package cn.tongxin.quiz;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.quiz.bank.Questions;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Quizzes are drafted, published with a paper, changed, and closed. */
@Singleton
class QuizActions {
    private final Quizzes quizzes;
    private final Papers papers;
    private final PaperMaking making;
    private final Attempts attempts;
    private final Questions questions;
    private final History history;
    private final Clock clock;

    QuizActions(
            Quizzes quizzes,
            Papers papers,
            PaperMaking making,
            Attempts attempts,
            Questions questions,
            History history,
            Clock clock) {
        this.quizzes = quizzes;
        this.papers = papers;
        this.making = making;
        this.attempts = attempts;
        this.questions = questions;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id answers the row that is there. */
    @Transactional
    UUID draft(@Nullable UUID id, Quiz.Plan plan) {
        var caller = Caller.current();
        QuizPolicy.checkKeeps(caller);
        check(plan).orRefuse();
        var quiz = Quiz.draft(Ids.orNext(id), plan, caller.seatId(), clock.instant());
        if (!quizzes.insert(quiz)) {
            return quizzes.find(quiz.id())
                    .filter(there -> there.createdBy().equals(caller.seatId()))
                    .map(Quiz::id)
                    .orElseThrow(() -> Refusal.conflict("id.taken", "This id is taken."));
        }
        history.record(line("quiz.drafted", quiz).moved(null, quiz.status()));
        return quiz.id();
    }

    /** What a published one asks is made anew where it differs: who has begun stays on the paper that he has. */
    @Transactional
    void edit(UUID id, int version, Quiz.Plan plan) {
        var quiz = load(id, version);
        var fields = check(plan);
        if (quiz.status() == QuizStatus.PUBLISHED) {
            fields.check(
                    "closesAt",
                    !plan.closesAt().isBefore(quiz.plan().closesAt()),
                    "too-early",
                    "It may be given more time; to end it sooner, close it.");
        }
        var next = change("quiz.edited", quiz, new QuizMove.Edit(plan), fields);
        if (next.status() == QuizStatus.PUBLISHED) {
            makePaper(next);
            attempts.extend(next, clock.instant());
        }
    }

    /** 422 where it asks nothing, the points do not sum to the total, or the bank has too few to draw from. */
    @Transactional
    void publish(UUID id, int version) {
        var quiz = load(id, version);
        var fields = new Fields()
                .check(
                        "closesAt",
                        quiz.plan().closesAt().isAfter(clock.instant()),
                        "in-past",
                        "It would be over already.");
        makePaper(change("quiz.published", quiz, new QuizMove.Publish(), fields));
    }

    @Transactional
    void withdraw(UUID id, int version) {
        var quiz = load(id, version);
        if (attempts.isBegun(id)) {
            throw Refusal.conflict("quiz.begun", "Somebody has begun; it can be closed.");
        }
        change("quiz.unpublished", quiz, new QuizMove.Withdraw(), new Fields());
        papers.deleteAll(id);
    }

    @Transactional
    void close(UUID id, int version) {
        var quiz = load(id, version);
        if (quiz.phase(clock.instant()) == Quiz.Phase.UPCOMING) {
            throw Refusal.conflict("quiz.not-open", "It has not opened; take it back.")
                    .with("opensAt", quiz.plan().opensAt());
        }
        var next = change("quiz.closed", quiz, new QuizMove.Close(), new Fields());
        attempts.endBy(id, next.plan().closesAt());
    }

    @Transactional
    void delete(UUID id) {
        QuizPolicy.checkKeeps(Caller.current());
        var quiz = quizzes.lock(id, true);
        quiz.status().after(new QuizMove.Remove());
        quizzes.delete(id);
        history.record(line("quiz.deleted", quiz).moved(quiz.status(), null));
    }

    private Quiz load(UUID id, int version) {
        QuizPolicy.checkKeeps(Caller.current());
        var quiz = quizzes.lock(id, true);
        if (quiz.version() != version) {
            throw Quizzes.changedMeanwhile();
        }
        return quiz;
    }

    private Quiz change(String kind, Quiz quiz, QuizMove move, Fields fields) {
        var next = quiz.after(move, clock.instant());
        fields.orRefuse();
        if (move instanceof QuizMove.Edit) {
            quizzes.replan(next);
        } else {
            quizzes.update(next);
        }
        history.record(line(kind, next).moved(quiz.status(), next.status()));
        return next;
    }

    private void makePaper(Quiz quiz) {
        var plan = quiz.plan();
        var items = making.of(plan).orRefuse();
        var last = papers.findLatest(quiz.id());
        if (last.filter(paper -> paper.isStill(plan, items)).isPresent()) {
            return;
        }
        var no = last.map(Paper::no).orElse(0);
        if (last.isPresent() && !attempts.isTaken(last.get().id())) {
            papers.delete(last.get().id());
            no = no - 1;
        }
        papers.insert(new Paper(
                Ids.next(),
                quiz.id(),
                no + 1,
                plan.partial(),
                plan.totalPoints(),
                plan.passPoints(),
                clock.instant(),
                items));
    }

    private Fields check(Quiz.Plan plan) {
        var fields = plan.check(new Fields());
        var known = questions.known(plan.parts().stream()
                .flatMap(part -> java.util.stream.Stream.ofNullable(part.questionId()))
                .toList());
        for (var i = 0; i < plan.parts().size(); i++) {
            var asked = plan.parts().get(i).questionId();
            fields.check("parts[" + i + "]", asked == null || known.contains(asked), "unknown", "No such question.");
        }
        return fields;
    }

    static Line line(String kind, Quiz quiz) {
        return Line.of(kind, "quiz", quiz.id())
                .with("title", quiz.plan().title())
                .with("opensAt", quiz.plan().opensAt())
                .with("closesAt", quiz.plan().closesAt());
    }

    /** Time has ended it; the service itself notes that. */
    void end(Quiz quiz, Instant now) {
        var next = quiz.after(new QuizMove.Close(), now);
        quizzes.update(next);
        history.record(line("quiz.closed", next).moved(quiz.status(), next.status()));
    }
}
