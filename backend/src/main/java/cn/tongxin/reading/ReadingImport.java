package cn.tongxin.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The reading groups that an office ran before it had this system, as a clerk knows them. */
final class ReadingImport {
    static final int MAX_EVENTS = 200;

    private ReadingImport() {}

    /**
     * What happened on a day: {@code reading.create_group} (ref, theme, book, owner, from, to), {@code reading.open_group}
     * and {@code reading.close_group} (ref), {@code reading.post} (group, author, kind, text; with a {@code ref} of its own
     * where the same author wrote the same text twice on one day), {@code reading.plan_session} (ref, group, host, kind,
     * topic), {@code reading.swap_host} and {@code reading.hold_session} (ref, host), {@code reading.require} (category,
     * title). {@code owner}, {@code author} and {@code host} are seats of the committee; {@code ref} is the clerk's own name
     * for a group or a session, and names one for good.
     */
    @Serdeable
    record Event(
            @Nullable LocalDate on,
            @JsonProperty("do") @Nullable String happening,
            @Nullable String ref,
            @Nullable String theme,
            @Nullable String book,
            @Nullable UUID owner,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String group,
            @Nullable UUID author,
            @Nullable String kind,
            @Nullable String text,
            @Nullable UUID host,
            @Nullable String topic,
            @Nullable String category,
            @Nullable String title) {}

    @Serdeable
    record Events(@Nullable UUID id, List<Event> events) {}

    /** {@code done} are new, {@code already} were there; a refused one is named by its index from 0. */
    @Serdeable
    record Report(UUID id, int done, int already, List<Refused> refused) {}

    @Serdeable
    record Refused(
            int index,
            @Nullable String ref,
            String code,
            @Nullable String field,
            String detail) {}
}
