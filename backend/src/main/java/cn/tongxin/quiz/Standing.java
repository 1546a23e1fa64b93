package cn.tongxin.quiz;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one seat stands with a quiz; nobody else's is ever beside it.
 *
 * @param openId the attempt under way, on whatever device
 * @param finished attempts that are over
 * @param left attempts that may still be started, today where they are counted by day; absent where there is no limit
 * @param lastId the attempt that was finished last
 * @param best of all attempts, what counts
 */
@Serdeable
record Standing(
        @Nullable UUID openId,
        int finished,
        @Nullable Integer left,
        @Nullable UUID lastId,
        @Nullable BigDecimal best,
        boolean passed) {

    boolean isFree() {
        return left == null || left > 0;
    }

    /** By the rule of the quiz: -1 without end, 0 once, n a day. */
    static @Nullable Integer left(int rule, int ever, int today) {
        return switch (rule) {
            case -1 -> null;
            case 0 -> Math.max(0, 1 - ever);
            default -> Math.max(0, rule - today);
        };
    }
}
