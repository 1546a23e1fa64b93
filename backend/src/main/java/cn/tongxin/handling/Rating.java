package cn.tongxin.handling;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the proponent said of a reply; a later version replaces an earlier one.
 *
 * @param onPoint whether the reply speaks of what was asked
 * @param visited whether the unit called on the proponent
 * @param leaderReplied whether a leader of the unit answered in person; asked of a body that proposes
 * @param onBehalf entered by the office from a paper form, or by the committee where no proponent is left
 * @param toldHow how the proponent told it, where it was entered on his behalf: on paper, by telephone
 * @param flags what an auditor should look at: UNIT_CLERK, SAME_DEVICE, SAME_ADDRESS, WITHIN_A_MINUTE; shown to the office only
 */
@Serdeable
public record Rating(
        int round,
        int version,
        Satisfaction attitude,
        Satisfaction result,
        @Nullable OnPoint onPoint,
        @Nullable Visited visited,
        @Nullable Boolean leaderReplied,
        Contact.@Nullable Mode contactMode,
        @Nullable String comment,
        LocalDate ratedOn,
        Instant ratedAt,
        boolean onBehalf,
        @Nullable String toldHow,
        List<String> flags) {

    /** The proponent said it himself: it is his, and nobody puts another in its place. */
    boolean isOfProponent() {
        return !onBehalf && result != Satisfaction.NO_RESPONSE;
    }

    /** As everybody but the office sees it. */
    Rating withoutFlags() {
        return new Rating(
                round,
                version,
                attitude,
                result,
                onPoint,
                visited,
                leaderReplied,
                contactMode,
                comment,
                ratedOn,
                ratedAt,
                onBehalf,
                toldHow,
                List.of());
    }

    /** Whether a reply speaks of what was asked. */
    public enum OnPoint {
        ON_POINT,
        BASICALLY_ON_POINT,
        OFF_POINT
    }

    /** Whether the unit called on the proponent. */
    public enum Visited {
        VISITED,
        NOT_NEEDED,
        NOT_VISITED
    }

    /**
     * The body of a rating: attitude and result apart, and the rest of the feedback form.
     *
     * @param toldHow how the proponent told it, at most 200 characters; needed of the office, and nobody else is asked
     */
    @Serdeable
    public record Given(
            @Nullable Satisfaction attitude,
            @Nullable Satisfaction result,
            @Nullable OnPoint onPoint,
            @Nullable Visited visited,
            @Nullable Boolean leaderReplied,
            Contact.@Nullable Mode contactMode,
            @Nullable String comment,
            @Nullable String toldHow) {
        /** Nobody has said anything. */
        static final Given SILENCE =
                new Given(Satisfaction.NO_RESPONSE, Satisfaction.NO_RESPONSE, null, null, null, null, null, null);
    }
}
