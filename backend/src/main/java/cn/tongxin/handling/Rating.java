package cn.tongxin.handling;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the proponent said of a reply; a later version replaces an earlier one.
 *
 * @param onBehalf entered by the office from a paper form
 * @param flags what an auditor should look at: UNIT_CLERK, SAME_ADDRESS, WITHIN_A_MINUTE; shown to the office only
 */
@Serdeable
public record Rating(
        int version,
        Satisfaction attitude,
        Satisfaction result,
        @Nullable String comment,
        LocalDate ratedOn,
        Instant ratedAt,
        boolean onBehalf,
        List<String> flags) {

    /** The body of a rating: attitude and result apart. */
    @Serdeable
    record Given(
            @Nullable Satisfaction attitude,
            @Nullable Satisfaction result,
            @Nullable String comment) {}
}
