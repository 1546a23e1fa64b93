package cn.tongxin.handling;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A talk between unit and proponent before the reply (domain §3.1); as many as there were.
 *
 * @param who who talked with whom
 * @param text what came of it
 */
@Serdeable
public record Contact(
        UUID id,
        int round,
        Mode mode,
        LocalDate on,
        String who,
        @Nullable String text) {

    /** How they talked. */
    public enum Mode {
        MEET,
        FORUM,
        PHONE,
        MAIL,
        LETTER,
        OTHER
    }

    /** The body that records one; a repeat with the same {@code id} is the same talk. */
    @Serdeable
    public record Given(
            @Nullable UUID id,
            @Nullable Mode mode,
            @Nullable LocalDate on,
            @Nullable String who,
            @Nullable String text) {
        static final Given NONE = new Given(null, null, null, null, null);
    }
}
