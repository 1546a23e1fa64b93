package cn.tongxin.reading;

import cn.tongxin.http.Refusal;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item of a group's roster as it stands in its row: who leads what on which days, and whether it was held. */
public record ReadingSession(
        UUID id,
        int version,
        UUID groupId,
        Status status,
        Plan plan,
        @Nullable LocalDate heldOn,
        @Nullable String cancelReason,
        @Nullable String importRef,
        Instant createdAt,
        Instant updatedAt) {

    /** A guided reading, a sharing in rotation, or reading aloud; all online. */
    public enum Kind {
        GUIDED,
        ROTA_SHARING,
        READ_ALOUD
    }

    /**
     * A day or a stretch of days (a week on duty): {@code hostId} is on duty, {@code guideId} gives the lead reading;
     * without a host it is a gap in the roster.
     */
    @Serdeable
    public record Plan(
            Kind kind,
            LocalDate startsOn,
            LocalDate endsOn,
            String topic,
            String bookPart,
            String materials,
            @Nullable UUID guideId,
            @Nullable UUID hostId) {
        Plan hostedBy(UUID host) {
            return new Plan(kind, startsOn, endsOn, topic, bookPart, materials, guideId, host);
        }

        boolean touches(LocalDate first, LocalDate last) {
            return !startsOn.isAfter(last) && !endsOn.isBefore(first);
        }

        /** The same in other days, without the lead reading, which has been given. */
        Plan on(LocalDate first, LocalDate last) {
            return new Plan(kind, first, last, topic, bookPart, materials, null, hostId);
        }
    }

    /** Everything that can happen to a session. */
    public sealed interface Move {
        record Edit(Plan plan) implements Move {}

        /** Another takes it over: after a swap that was confirmed, or because the host did not come. */
        record Reassign(UUID hostId) implements Move {}

        /** It was held. */
        record Lead(LocalDate on) implements Move {}

        /** It was noted as held by mistake. */
        record Unlead(String reason) implements Move {}

        /** The digest of its week was published. */
        record Summarise() implements Move {}

        /** That digest was taken back. */
        record Unsummarise() implements Move {}

        record Cancel(String reason) implements Move {}
    }

    /** The whole course of a session. */
    public enum Status {
        PLANNED,
        LED,
        SUMMARISED,
        CANCELLED;

        Status after(Move move) {
            return switch (move) {
                case Move.Edit _, Move.Reassign _ when this == PLANNED -> PLANNED;
                case Move.Lead _ when this == PLANNED -> LED;
                case Move.Unlead _ when this == LED -> PLANNED;
                case Move.Cancel _ when this == PLANNED -> CANCELLED;
                case Move.Summarise _ when this == LED || this == SUMMARISED -> SUMMARISED;
                case Move.Unsummarise _ when this == SUMMARISED -> LED;
                case Move.Edit _,
                        Move.Reassign _,
                        Move.Lead _,
                        Move.Unlead _,
                        Move.Cancel _,
                        Move.Summarise _,
                        Move.Unsummarise _ ->
                    throw Refusal.conflict(
                                    "reading.session-move-not-allowed",
                                    "A session in " + this + " cannot take this step.")
                            .with("state", this);
            };
        }

        public boolean isHeld() {
            return this == LED || this == SUMMARISED;
        }
    }

    static ReadingSession planned(UUID id, UUID group, Plan plan, @Nullable String importRef, Instant now) {
        return new ReadingSession(id, 1, group, Status.PLANNED, plan, null, null, importRef, now, now);
    }

    public ReadingSession after(Move move, Instant now) {
        var next = switch (move) {
            case Move.Edit edit -> edit.plan();
            case Move.Reassign to -> plan.hostedBy(to.hostId());
            case Move.Lead _, Move.Unlead _, Move.Summarise _, Move.Unsummarise _, Move.Cancel _ -> plan;
        };
        return new ReadingSession(
                id,
                version + 1,
                groupId,
                status.after(move),
                next,
                heldAfter(move),
                move instanceof Move.Cancel cancel ? cancel.reason() : cancelReason,
                importRef,
                createdAt,
                now);
    }

    private @Nullable LocalDate heldAfter(Move move) {
        return switch (move) {
            case Move.Lead lead -> lead.on();
            case Move.Unlead _ -> null;
            case Move.Edit _, Move.Reassign _, Move.Summarise _, Move.Unsummarise _, Move.Cancel _ -> heldOn;
        };
    }
}
