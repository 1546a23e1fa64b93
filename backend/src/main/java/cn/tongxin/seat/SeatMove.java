package cn.tongxin.seat;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a seat as a whole; each is a request body. A member's seat moves by a written decision. */
public sealed interface SeatMove {

    int version();

    @Nullable
    String decisionDocument();

    @Nullable
    LocalDate decidedOn();

    /** Takes up the seat, or takes it up again after a suspension. */
    @Serdeable
    record Activate(
            int version,
            @Nullable String decisionDocument,
            @Nullable LocalDate decidedOn) implements SeatMove {}

    @Serdeable
    record Suspend(
            int version,
            @Nullable String decisionDocument,
            @Nullable LocalDate decidedOn,
            @Nullable String reason) implements SeatMove {}

    @Serdeable
    record End(
            int version,
            EndReason reason,
            @Nullable String decisionDocument,
            @Nullable LocalDate decidedOn,
            @Nullable String note)
            implements SeatMove {}
}
