package cn.tongxin.proposal;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That the proponent asks to withdraw what was filed.
 *
 * @param decision why the office refused it
 */
@Serdeable
public record WithdrawalRequest(
        State state,
        String reason,
        LocalDate askedOn,
        @Nullable LocalDate decidedOn,
        @Nullable String decision) {

    /** What became of it. */
    public enum State {
        ASKED,
        GRANTED,
        REFUSED,
        TAKEN_BACK
    }

    public boolean isOpen() {
        return state == State.ASKED;
    }
}
