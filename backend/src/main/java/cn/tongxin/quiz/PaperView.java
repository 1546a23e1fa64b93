package cn.tongxin.quiz;

import cn.tongxin.quiz.bank.Question;
import cn.tongxin.quiz.bank.QuestionKind;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper with its keys, for those who keep the quiz: of a draft as it would be made now, else as it is asked, with how
 * each question fared.
 *
 * @param no its version; absent before it is published
 * @param faults what keeps it from being published
 * @param sum of the points of each attempt
 */
@Serdeable
record PaperView(
        @Nullable Integer no,
        @Nullable Instant madeAt,
        BigDecimal sum,
        BigDecimal totalPoints,
        List<PaperMaking.Fault> faults,
        List<ItemView> items) {

    /**
     * @param draws of the items of this part each attempt gets so many
     * @param shown in finished attempts; {@code right} of them with all points, {@code blank} without an answer
     * @param points what it is worth
     * @param mean what it was worth on average; absent where it was not shown yet
     * @param chosen how often each option was chosen
     * @param given where one fills in, what was filled in most often, by two people or more
     */
    @Serdeable
    record ItemView(
            UUID id,
            int place,
            int part,
            int draws,
            QuestionKind kind,
            String text,
            List<String> options,
            List<String> key,
            BigDecimal points,
            String explanation,
            List<Question.Variant> variants,
            int shown,
            int right,
            int blank,
            @Nullable BigDecimal mean,
            Map<String, Integer> chosen,
            List<GivenView> given) {

        static ItemView of(Paper.Item item, QuizFigures.ItemFigures figures) {
            return new ItemView(
                    item.id(),
                    item.place(),
                    item.part(),
                    item.draws(),
                    item.kind(),
                    item.text(),
                    item.options(),
                    item.key(),
                    item.points(),
                    item.explanation(),
                    item.variants(),
                    figures.shown(),
                    figures.right(),
                    figures.blank(),
                    figures.shown() == 0
                            ? null
                            : figures.points()
                                    .divide(BigDecimal.valueOf(figures.shown()), 2, java.math.RoundingMode.HALF_UP),
                    figures.chosen(),
                    figures.given().stream()
                            .map(given -> new GivenView(
                                    given.text(), given.people(), Marking.accepts(item.key(), given.text())))
                            .toList());
        }
    }

    /** What so many people filled in, and whether the key has it. */
    @Serdeable
    record GivenView(String text, int people, boolean accepted) {}

    static PaperView preview(Quiz quiz, PaperMaking.Made made) {
        return new PaperView(
                null,
                null,
                quiz.plan().points(),
                quiz.plan().totalPoints(),
                made.faults(),
                made.items().stream()
                        .map(item -> ItemView.of(item, QuizFigures.ItemFigures.NONE))
                        .toList());
    }

    static PaperView of(Paper paper, Map<UUID, QuizFigures.ItemFigures> figures) {
        return new PaperView(
                paper.no(),
                paper.madeAt(),
                paper.totalPoints(),
                paper.totalPoints(),
                List.of(),
                paper.items().stream()
                        .map(item -> ItemView.of(item, figures.getOrDefault(item.id(), QuizFigures.ItemFigures.NONE)))
                        .toList());
    }
}
