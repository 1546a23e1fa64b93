package cn.tongxin.reading.digest;

import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of one week of a group as it stands in its row.
 *
 * @param version 0 before it is first written
 * @param edition 0 before it is first published
 * @param signed who published the last edition and when, and how many had written; absent before the first
 * @param reason of the last correction, of taking it back, or why the week has none
 */
record Digest(
        UUID id,
        int version,
        UUID groupId,
        LocalDate monday,
        Status status,
        String text,
        int edition,
        @Nullable Signed signed,
        @Nullable String reason,
        Instant createdAt,
        Instant updatedAt) {

    /** {@code contributed} of {@code joined} wrote something that is seen. */
    @Serdeable
    @Schema(name = "ReadingTurnout")
    record Turnout(int contributed, int joined) {}

    /** The first day on which it was published stays, whatever was corrected since. */
    record Signed(UUID author, LocalDate on, @Nullable UUID sessionPeriod, Turnout turnout) {}

    /** Everything that can happen to a digest. */
    sealed interface Move {
        record Write(String text) implements Move {}

        record Publish(String text, Signed signed) implements Move {}

        /** A new edition, marked as such. */
        record Correct(String text, String reason, Signed signed) implements Move {}

        record Withdraw(String reason) implements Move {}

        /** The week has none, for a reason. */
        record LeaveOut(String reason) implements Move {}
    }

    /** The whole course of a digest. */
    enum Status {
        DRAFT,
        PUBLISHED,
        NONE;

        Status after(Move move) {
            return switch (move) {
                case Move.Write _ when this == DRAFT || this == NONE -> DRAFT;
                case Move.Publish _ when this == DRAFT || this == NONE -> PUBLISHED;
                case Move.Correct _ when this == PUBLISHED -> PUBLISHED;
                case Move.Withdraw _ when this == PUBLISHED -> DRAFT;
                case Move.LeaveOut _ when this == DRAFT || this == NONE -> NONE;
                case Move.Write _, Move.Publish _, Move.Correct _, Move.Withdraw _, Move.LeaveOut _ ->
                    throw Refusal.conflict(
                                    "reading.digest-move-not-allowed",
                                    "A digest in " + this + " cannot take this step.")
                            .with("state", this);
            };
        }

        boolean isSettled() {
            return this == PUBLISHED || this == NONE;
        }
    }

    static Digest begun(UUID group, LocalDate monday, Instant now) {
        return new Digest(Ids.next(), 0, group, monday, Status.DRAFT, "", 0, null, null, now, now);
    }

    Digest after(Move move, Instant now) {
        var next = status.after(move);
        return switch (move) {
            case Move.Write(var words) -> next(next, words, edition, signed, null, now);
            case Move.Publish(var words, var by) -> next(next, words, edition + 1, since(by), null, now);
            case Move.Correct(var words, var why, var by) -> next(next, words, edition + 1, since(by), why, now);
            case Move.Withdraw(var why) -> next(next, text, edition, signed, why, now);
            case Move.LeaveOut(var why) -> next(next, text, edition, signed, why, now);
        };
    }

    private Signed since(Signed by) {
        return signed == null ? by : new Signed(by.author(), signed.on(), signed.sessionPeriod(), by.turnout());
    }

    private Digest next(
            Status nextStatus, String words, int nextEdition, @Nullable Signed by, @Nullable String why, Instant now) {
        return new Digest(id, version + 1, groupId, monday, nextStatus, words, nextEdition, by, why, createdAt, now);
    }
}
