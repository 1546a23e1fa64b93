package cn.tongxin.handling;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a unit thinks of the text it had to answer: the other half of the two-way evaluation, for the office. */
@Serdeable
public record Evaluation(Quality quality, @Nullable String comment, LocalDate on) {

    /** How good the text was to work with. */
    public enum Quality {
        GOOD,
        FAIR,
        POOR
    }

    /** The body that says it; a later one replaces an earlier one. */
    @Serdeable
    public record Given(@Nullable Quality quality, @Nullable String comment) {}
}
