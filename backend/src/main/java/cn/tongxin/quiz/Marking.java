package cn.tongxin.quiz;

import cn.tongxin.quiz.bank.QuestionKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;

/** What an answer is worth: never less than nothing, never more than its question. */
final class Marking {
    private Marking() {}

    /**
     * All or nothing; where {@code partial} is set, some of the right options without a wrong one are worth their share,
     * rounded down to a hundredth.
     */
    static BigDecimal award(
            QuestionKind kind, List<String> key, BigDecimal points, boolean partial, List<String> answer) {
        if (answer.isEmpty()) {
            return BigDecimal.ZERO;
        }
        return switch (kind) {
            case SINGLE, TRUE_FALSE -> answer.equals(key) ? points : BigDecimal.ZERO;
            case MULTIPLE -> {
                var chosen = new HashSet<>(answer);
                var right = new HashSet<>(key);
                if (chosen.equals(right)) {
                    yield points;
                }
                yield partial && right.containsAll(chosen)
                        ? points.multiply(BigDecimal.valueOf(chosen.size()))
                                .divide(BigDecimal.valueOf(right.size()), 2, RoundingMode.DOWN)
                        : BigDecimal.ZERO;
            }
            case FILL -> accepts(key, answer.getFirst()) ? points : BigDecimal.ZERO;
        };
    }

    /** Whether what was filled in is one of the spellings of the key. */
    static boolean accepts(List<String> key, String answer) {
        var given = QuestionKind.plain(answer);
        return key.stream().anyMatch(spelling -> QuestionKind.plain(spelling).equals(given));
    }
}
