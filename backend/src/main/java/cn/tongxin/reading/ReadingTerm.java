package cn.tongxin.reading;

import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run of reading groups under one plan of the programme office, most often of half a year. */
record ReadingTerm(UUID id, int version, Status status, String name, LocalDate startsOn, LocalDate endsOn) {

    /** Step by step; a step is taken back while nothing depends on it. */
    enum Status {
        PLANNED,
        OPEN,
        RUNNING,
        WRAPPING,
        ARCHIVED;

        /** New groups come in before it is wrapped up. */
        boolean takesGroups() {
            return this == PLANNED || this == OPEN || this == RUNNING;
        }

        /** What a step that was taken by mistake is taken back to. Visitors have left what is archived. */
        @Nullable
        Status before() {
            return switch (this) {
                case PLANNED, ARCHIVED -> null;
                case OPEN -> PLANNED;
                case RUNNING -> OPEN;
                case WRAPPING -> RUNNING;
            };
        }
    }

    ReadingTerm edited(String nextName, LocalDate from, LocalDate to) {
        return new ReadingTerm(id, version + 1, status, nextName, from, to);
    }

    ReadingTerm after(Status next) {
        if (next.ordinal() != status.ordinal() + 1 && next != status.before()) {
            throw Refusal.conflict("reading.term-move-not-allowed", "A term in " + status + " does not become " + next)
                    .with("state", status);
        }
        return new ReadingTerm(id, version + 1, next, name, startsOn, endsOn);
    }

    static Fields check(Fields fields, ReadingTerm term) {
        return PostActions.checkStorable(fields, "name", term.name())
                .required("name", term.name())
                .maxLength("name", term.name(), 60)
                .required("startsOn", term.startsOn())
                .check("startsOn", ReadingActions.isOfOurTime(term.startsOn()), "out-of-range", "A day of our time.")
                .required("endsOn", term.endsOn())
                .check("endsOn", ReadingActions.isOfOurTime(term.endsOn()), "out-of-range", "A day of our time.")
                .check(
                        "endsOn",
                        term.startsOn() != null
                                && term.endsOn() != null
                                && !term.endsOn().isBefore(term.startsOn()),
                        "before-start",
                        "It ends after it starts.");
    }
}
