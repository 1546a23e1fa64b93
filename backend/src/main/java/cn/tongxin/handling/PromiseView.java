package cn.tongxin.handling;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise that a unit made in its reply, and what became of it.
 *
 * @param number the case number of the matter
 * @param owner who answers for it
 * @param overdue open after its day
 * @param urgedOn when the office last urged the unit to keep it
 * @param reports the latest first
 * @param can {@code report}, {@code urge}
 */
@Serdeable
@Schema(name = "FollowedPromise")
record PromiseView(
        UUID id,
        UUID assignmentId,
        @Nullable String number,
        String title,
        UUID unitId,
        String unitName,
        String text,
        LocalDate dueOn,
        String owner,
        PromiseState state,
        boolean overdue,
        @Nullable LocalDate urgedOn,
        List<Report> reports,
        List<String> can) {

    /** What was said of it one day. */
    @Serdeable
    @Schema(name = "PromiseReport")
    record Report(PromiseState state, String text, LocalDate on, String by) {}

    /**
     * The body that says what became of it; a repeat with the same {@code id} is the same report.
     *
     * @param text what was done, or why it cannot be; at most 500 characters
     */
    @Serdeable
    @Schema(name = "PromiseReportDraft")
    record Given(
            @Nullable UUID id,
            @Nullable PromiseState state,
            @Nullable String text) {}
}
