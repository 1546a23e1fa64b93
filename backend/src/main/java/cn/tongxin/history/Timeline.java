package cn.tongxin.history;

import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.tenancy.Client;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What people read of a history: who did what, in which role, when and why. */
@Singleton
public class Timeline {
    private final HistoryLines lines;
    private final DSLContext sql;

    Timeline(HistoryLines lines, DSLContext sql) {
        this.lines = lines;
        this.sql = sql;
    }

    /**
     * One line in plain terms; clients put {@code kind} into words.
     *
     * @param who the name of the seat; absent where the service itself acted
     * @param role the roles of that seat at that moment, by commas
     * @param whom the name of whom it was done for, where another did it for him
     * @param unit the handling unit it is about
     * @param stageName what the committee calls the stage of a review
     */
    @Serdeable
    public record Entry(
            long seq,
            Instant at,
            String kind,
            @Nullable UUID seatId,
            @Nullable String who,
            @Nullable String role,
            Client client,
            @Nullable String fromState,
            @Nullable String toState,
            @Nullable String reason,
            @Nullable String whom,
            @Nullable String unit,
            @Nullable String caseNo,
            @Nullable Integer stage,
            @Nullable String stageName) {

        public Entry withoutReason() {
            return new Entry(
                    seq, at, kind, seatId, who, role, client, fromState, toState, null, whom, unit, caseNo, stage,
                    stageName);
        }

        /** With what people call its stage. */
        public Entry withStageName(@Nullable String name) {
            return new Entry(
                    seq, at, kind, seatId, who, role, client, fromState, toState, reason, whom, unit, caseNo, stage,
                    name);
        }
    }

    /** The lines of several subjects of one type, oldest first. */
    public List<Entry> of(String subjectType, Collection<UUID> subjectIds) {
        var found = lines.of(subjectType, subjectIds);
        var names = sql.select(SEAT.ID, SEAT.NAME)
                .from(SEAT)
                .where(SEAT.ID.in(found.stream()
                        .map(HistoryLine::seatId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList()))
                .fetchMap(SEAT.ID, SEAT.NAME);
        return found.stream()
                .map(line -> new Entry(
                        line.seq(),
                        line.at(),
                        line.kind(),
                        line.seatId(),
                        line.seatId() == null ? null : names.get(line.seatId()),
                        line.role(),
                        line.client(),
                        line.fromState(),
                        line.toState(),
                        text(line, "reason"),
                        text(line, "whom"),
                        text(line, "unit"),
                        text(line, "caseNo"),
                        line.payload().get("stage") instanceof Number stage ? stage.intValue() : null,
                        null))
                .toList();
    }

    private static @Nullable String text(HistoryLine line, String name) {
        return line.payload().get(name) instanceof String text ? text : null;
    }
}
