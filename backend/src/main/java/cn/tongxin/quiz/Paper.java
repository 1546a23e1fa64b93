package cn.tongxin.quiz;

import cn.tongxin.quiz.bank.Question;
import cn.tongxin.quiz.bank.QuestionKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A version of what a quiz asks, and how that is marked. Whoever began on it stays on it. */
record Paper(
        UUID id,
        UUID quizId,
        int no,
        boolean partial,
        BigDecimal totalPoints,
        BigDecimal passPoints,
        Instant madeAt,
        List<Item> items) {

    /**
     * A question as the paper asks it.
     *
     * @param part the part of the plan that it serves; of its items each attempt gets {@code draws}
     */
    record Item(
            UUID id,
            int place,
            int part,
            int draws,
            UUID questionId,
            QuestionKind kind,
            String text,
            List<String> options,
            List<String> key,
            BigDecimal points,
            String explanation,
            List<Question.Variant> variants) {

        BigDecimal award(List<String> answer, boolean partial) {
            return Marking.award(kind, key, points, partial, answer);
        }

        private boolean asksSame(Item other) {
            return part == other.part
                    && draws == other.draws
                    && questionId.equals(other.questionId)
                    && kind == other.kind
                    && text.equals(other.text)
                    && options.equals(other.options)
                    && key.equals(other.key)
                    && points.compareTo(other.points) == 0
                    && explanation.equals(other.explanation)
                    && variants.equals(other.variants);
        }
    }

    /** Whether this paper already asks and marks as it would be made now. */
    boolean isStill(Quiz.Plan plan, List<Item> now) {
        return partial == plan.partial()
                && totalPoints.compareTo(plan.totalPoints()) == 0
                && passPoints.compareTo(plan.passPoints()) == 0
                && items.size() == now.size()
                && java.util.stream.IntStream.range(0, now.size())
                        .allMatch(i -> items.get(i).asksSame(now.get(i)));
    }
}
