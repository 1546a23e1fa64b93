package cn.tongxin.quiz;

import cn.tongxin.http.Refusal;
import cn.tongxin.quiz.bank.Question;
import cn.tongxin.quiz.bank.Questions;
import cn.tongxin.shared.Ids;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the items of a paper from the bank as it is now, and says what keeps it from being published. */
@Singleton
class PaperMaking {
    private final Questions questions;

    PaperMaking(Questions questions) {
        this.questions = questions;
    }

    /** Items as they would be asked, and what is wrong with them. */
    record Made(List<Paper.Item> items, List<Fault> faults) {
        /** 422 with the first fault. */
        List<Paper.Item> orRefuse() {
            if (!faults.isEmpty()) {
                throw faults.getFirst().refusal();
            }
            return items;
        }
    }

    /**
     * Why a quiz cannot be published.
     *
     * @param part the part of the plan that is at fault, from 0; absent where it is the whole
     * @param have what there is: questions of the tag, or the sum of points
     * @param need what the plan asks for: questions drawn, or the total
     */
    @Serdeable
    record Fault(
            String code,
            @Nullable Integer part,
            @Nullable BigDecimal have,
            @Nullable BigDecimal need) {
        private Refusal refusal() {
            var refusal = switch (code) {
                case "quiz.no-questions" -> Refusal.unprocessable("quiz.no-questions", "It asks nothing yet.");
                case "quiz.points-do-not-sum" ->
                    Refusal.unprocessable("quiz.points-do-not-sum", "Its points are " + have + ", not " + need + ".");
                case "quiz.too-few-to-draw" ->
                    Refusal.unprocessable("quiz.too-few-to-draw", "The bank has " + have + " of " + need + ".");
                case "quiz.question-withdrawn" ->
                    Refusal.unprocessable("quiz.question-withdrawn", "The bank has withdrawn this question.");
                default -> throw new IllegalStateException(code);
            };
            return refusal.field(part == null ? "parts" : "parts[" + part + "]")
                    .with("have", have)
                    .with("need", need);
        }
    }

    /** A question that two parts could ask belongs to the first that names it, and before all to one that asks it itself. */
    Made of(Quiz.Plan plan) {
        var faults = new ArrayList<Fault>();
        var items = new ArrayList<Paper.Item>();
        var fixed = questions.usable(plan.parts().stream()
                .map(Quiz.Part::questionId)
                .filter(Objects::nonNull)
                .toList());
        var tagged = questions.tagged(plan.parts().stream()
                .map(Quiz.Part::tag)
                .filter(Objects::nonNull)
                .toList());
        var used = new HashSet<UUID>(fixed.keySet());
        for (var i = 0; i < plan.parts().size(); i++) {
            var part = plan.parts().get(i);
            var asked = part.questionId() == null ? null : fixed.get(part.questionId());
            if (asked != null) {
                items.add(item(asked, items.size() + 1, i, part));
            } else if (part.tag() == null) {
                faults.add(new Fault("quiz.question-withdrawn", i, null, null));
            } else {
                var pool = tagged.stream()
                        .filter(question -> question.content().tags().contains(part.tag()))
                        .filter(question -> used.add(question.id()))
                        .toList();
                if (pool.size() < part.draws()) {
                    faults.add(new Fault(
                            "quiz.too-few-to-draw",
                            i,
                            BigDecimal.valueOf(pool.size()),
                            BigDecimal.valueOf(part.draws())));
                }
                for (var question : pool) {
                    items.add(item(question, items.size() + 1, i, part));
                }
            }
        }
        if (plan.parts().isEmpty()) {
            faults.add(new Fault("quiz.no-questions", null, null, null));
        } else if (plan.points().compareTo(plan.totalPoints()) != 0) {
            faults.add(new Fault("quiz.points-do-not-sum", null, plan.points(), plan.totalPoints()));
        }
        return new Made(items, faults);
    }

    private static Paper.Item item(Question question, int place, int part, Quiz.Part from) {
        var content = question.content();
        return new Paper.Item(
                Ids.next(),
                place,
                part,
                from.draws(),
                question.id(),
                content.kind(),
                content.text(),
                content.options(),
                content.answer(),
                from.points(),
                content.explanation(),
                content.variants());
    }
}
