package cn.tongxin.handling;

import cn.tongxin.http.Fields;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proponent and units face to face, with minutes: while a unit works on the matter, as often as they meet, or once after the
 * last round of re-handling.
 *
 * @param resolved whether they came to terms; where not after the last round, the matter is closed as unresolved
 */
@Serdeable
public record Consultation(UUID id, LocalDate on, String attendees, String minutes, boolean resolved) {

    private static final int ATTENDEES_MAX = 200;
    private static final int MINUTES_MAX = 5000;

    /** The body that records one; a repeat with the same {@code id} is the same meeting. */
    @Serdeable
    public record Given(
            @Nullable UUID id,
            @Nullable LocalDate on,
            @Nullable String attendees,
            @Nullable String minutes,
            @Nullable Boolean resolved) {}

    /** What every meeting is noted with: a day within a year, who was there, what was said. */
    public static Fields check(
            @Nullable LocalDate on, @Nullable String attendees, @Nullable String minutes, LocalDate today) {
        return new Fields()
                .required("on", on)
                .check("on", on == null || !on.isAfter(today), "in-future", "Not after today.")
                .check("on", on == null || on.isAfter(today.minusYears(1)), "too-early", "Within a year.")
                .required("attendees", attendees)
                .maxLength("attendees", attendees, ATTENDEES_MAX)
                .required("minutes", minutes)
                .maxLength("minutes", minutes, MINUTES_MAX);
    }
}
