package cn.tongxin.quiz;

import cn.tongxin.quiz.bank.Question;
import cn.tongxin.quiz.bank.QuestionKind;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attempt for the eyes of whoever makes it, and for nobody else's. Keys, explanations and the points of each question
 * are in it only when the quiz is over for everybody and shows its answers.
 *
 * @param now the server's time, by which the clock of a client is set right
 * @param acceptedUntil until when it may still be handed in with answers that were kept without a signal
 * @param points of all, once it is over
 */
@Serdeable
record AttemptView(
        UUID id,
        UUID quizId,
        String title,
        Attempt.Status status,
        Instant now,
        Instant startedAt,
        Instant endsAt,
        Instant acceptedUntil,
        @Nullable Instant finishedAt,
        @Nullable BigDecimal points,
        BigDecimal totalPoints,
        BigDecimal passPoints,
        @Nullable Boolean passed,
        boolean showsKeys,
        List<ItemView> items) {

    /**
     * A question as this attempt shows it, its options and all letters in the order shown.
     *
     * @param answer what was answered last; absent while nothing was
     * @param revision counts the answers to it as the server took them
     */
    @Serdeable
    record ItemView(
            int place,
            QuestionKind kind,
            String text,
            List<String> options,
            List<TranslationView> translations,
            BigDecimal points,
            @Nullable List<String> answer,
            int revision,
            @Nullable List<String> key,
            @Nullable BigDecimal awarded,
            @Nullable String explanation) {

        static ItemView of(Attempt.Answer answer, boolean showsKeys) {
            var item = answer.item();
            var order = answer.order();
            return new ItemView(
                    answer.place(),
                    item.kind(),
                    item.text(),
                    order.shown(item.options()),
                    item.variants().stream()
                            .map(variant -> new TranslationView(
                                    variant.language(),
                                    variant.text(),
                                    order.shown(variant.options()),
                                    showsKeys ? variant.explanation() : null))
                            .toList(),
                    item.points(),
                    answer.answer() == null ? null : order.shown(item.kind(), answer.given()),
                    answer.revision(),
                    showsKeys ? order.shown(item.kind(), item.key()) : null,
                    showsKeys ? answer.points() : null,
                    showsKeys ? item.explanation() : null);
        }
    }

    @Serdeable
    record TranslationView(
            Question.Language language,
            String text,
            List<String> options,
            @Nullable String explanation) {}

    static AttemptView of(Attempt attempt, Quiz quiz, Paper paper, List<Attempt.Answer> answers, Instant now) {
        var result = attempt.result();
        var showsKeys = result != null && quiz.showsKeys(now);
        return new AttemptView(
                attempt.id(),
                attempt.quizId(),
                quiz.plan().title(),
                attempt.status(),
                now,
                attempt.startedAt(),
                attempt.endsAt(),
                attempt.acceptedUntil(),
                result == null ? null : result.finishedAt(),
                result == null ? null : result.points(),
                paper.totalPoints(),
                paper.passPoints(),
                result == null ? null : result.passed(),
                showsKeys,
                answers.stream().map(answer -> ItemView.of(answer, showsKeys)).toList());
    }
}
