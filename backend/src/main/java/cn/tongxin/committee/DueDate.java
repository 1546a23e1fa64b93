package cn.tongxin.committee;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;

/**
 * A date and how it was found. It is provisional while a year it depends on has no holiday notice.
 *
 * @param provisional the date may move when the notices of {@code explanation.missingYears} are out
 */
@Serdeable
public record DueDate(LocalDate date, boolean provisional, Explanation explanation) {

    /**
     * @param start the day from which is counted; itself it does not count
     * @param rule the span in Chinese, as offices write it
     * @param skipped days that did not count, with the reason
     * @param madeUp weekend days that did count, with the holiday they make up for
     * @param missingYears years whose holidays are not known yet
     */
    @Serdeable
    public record Explanation(
            LocalDate start, String rule, List<NamedDay> skipped, List<NamedDay> madeUp, List<Integer> missingYears) {}

    @Serdeable
    public record NamedDay(LocalDate day, String name) {}
}
