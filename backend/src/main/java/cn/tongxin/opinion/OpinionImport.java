package cn.tongxin.opinion;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The opinion reports that an office had before it had this system, as a clerk knows them. */
final class OpinionImport {
    static final int MAX_EVENTS = 200;

    private OpinionImport() {}

    /**
     * What happened on a day: {@code opinion.submit} (ref, author, title, text), {@code opinion.issue} (ref, mode),
     * {@code opinion.retain} and {@code opinion.not_use} (ref, reason in words), {@code opinion.outcome} (ref, level, kind, who).
     * {@code author} is a seat of the committee; {@code ref} is the clerk's own name for a report, and names one for good.
     */
    @Serdeable
    @Schema(name = "OpinionEvent")
    record Event(
            @Nullable LocalDate on,
            @JsonProperty("do") @Nullable String happening,
            @Nullable String ref,
            @Nullable UUID author,
            @Nullable String title,
            @Nullable String text,
            OpinionReport.@Nullable Mode mode,
            @Nullable String reason,
            Outcome.@Nullable Level level,
            Outcome.@Nullable Kind kind,
            @Nullable String who) {}

    @Serdeable
    @Schema(name = "OpinionEvents")
    record Events(@Nullable UUID id, @Nullable List<Event> events) {}

    /** {@code done} are new, {@code already} were there; a refused one is named by its index from 0. */
    @Serdeable
    @Schema(name = "OpinionImportReport")
    record Report(UUID id, int done, int already, List<Refused> refused) {}

    @Serdeable
    @Schema(name = "OpinionImportRefused")
    record Refused(
            int index,
            @Nullable String ref,
            String code,
            @Nullable String field,
            String detail) {}
}
