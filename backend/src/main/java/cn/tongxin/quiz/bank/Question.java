package cn.tongxin.quiz.bank;

import cn.tongxin.http.Fields;
import cn.tongxin.shared.Digests;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A question of the bank as it stands in its row; one withdrawn stays in the papers that ask it, and is drawn no more. */
public record Question(
        UUID id,
        int version,
        int no,
        Content content,
        @Nullable Instant withdrawnAt,
        Instant createdAt,
        Instant updatedAt) {
    public static final BigDecimal MOST_POINTS = new BigDecimal("999.99");
    private static final int MOST_TAGS = 10;

    /** A language of the committee beside Chinese: Tibetan, Uyghur, Korean. */
    public enum Language {
        BO,
        UG,
        KO
    }

    /** The question in another language; the options stand in the order of the question's own. */
    @Serdeable
    public record Variant(Language language, String text, List<String> options, String explanation) {}

    /**
     * What is asked.
     *
     * @param options of a choice, two to eight; else none
     * @param answer the key: letters of options in their order here, TRUE or FALSE, or every spelling that is right
     * @param points what it is worth where a paper does not say otherwise
     */
    public record Content(
            QuestionKind kind,
            String text,
            List<String> options,
            List<String> answer,
            BigDecimal points,
            String explanation,
            List<String> tags,
            List<Variant> variants) {

        /** Names all that is wrong with it; the lists hold no null. */
        Fields check(Fields fields) {
            fields.required("text", text)
                    .maxLength("text", text, 1000)
                    .check("options", hasOptions(options), "out-of-range", "Two to eight different ones, or none.");
            options.forEach(option -> fields.required("options", option).maxLength("options", option, 300));
            fields.check("answer", kind.takesKey(answer, options.size()), "not-a-key", "This is no key to it.")
                    .check("points", isWorth(points), "out-of-range", "More than 0, at most 999.99, in hundredths.")
                    .maxLength("explanation", explanation, 2000)
                    .check("tags", tags.size() <= MOST_TAGS, "too-many", "At most ten.")
                    .check("variants", areOneEach(), "doubled", "Each language once.");
            tags.forEach(tag -> fields.required("tags", tag).maxLength("tags", tag, 30));
            variants.forEach(variant -> check(fields, variant));
            return fields;
        }

        private boolean areOneEach() {
            return variants.stream().map(Variant::language).distinct().count() == variants.size();
        }

        private boolean hasOptions(List<String> texts) {
            return kind.hasOptions()
                    ? texts.size() >= 2
                            && texts.size() <= QuestionKind.MOST_OPTIONS
                            && texts.stream()
                                            .map(QuestionKind::plain)
                                            .distinct()
                                            .count()
                                    == texts.size()
                    : texts.isEmpty();
        }

        private void check(Fields fields, Variant variant) {
            var name = "variants." + variant.language();
            fields.required(name, variant.text())
                    .maxLength(name, variant.text(), 1000)
                    .maxLength(name, variant.explanation(), 2000)
                    .check(
                            name,
                            variant.options().size() == options.size(),
                            "not-as-many",
                            "As many options as in Chinese.");
            variant.options().forEach(option -> fields.required(name, option).maxLength(name, option, 300));
        }

        public static boolean isWorth(@Nullable BigDecimal points) {
            return points != null
                    && points.signum() > 0
                    && points.compareTo(MOST_POINTS) <= 0
                    && points.stripTrailingZeros().scale() <= 2;
        }

        /** The same for the same question, however it is spaced. */
        String digest() {
            return Digests.sha256Hex(kind + "\n" + QuestionKind.plain(text) + "\n"
                    + options.stream().map(QuestionKind::plain).collect(Collectors.joining("\n")));
        }
    }

    static Question written(UUID id, int no, Content content, Instant now) {
        return new Question(id, 1, no, content, null, now, now);
    }

    Question with(Content next, Instant now) {
        return new Question(id, version + 1, no, next, withdrawnAt, createdAt, now);
    }

    Question withdrawn(@Nullable Instant at, Instant now) {
        return new Question(id, version + 1, no, content, at, createdAt, now);
    }
}
