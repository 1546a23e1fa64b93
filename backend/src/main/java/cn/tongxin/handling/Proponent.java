package cn.tongxin.handling;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of those who stand behind a matter, as the unit must know him to talk with him.
 *
 * @param sector by name
 * @param post where he works and as what, where the roster says it
 * @param phone masked, of who speaks for the matter; the unit that replies opens it on demand
 */
@Serdeable
public record Proponent(
        UUID seatId,
        String name,
        @Nullable String sector,
        @Nullable String post,
        @Nullable String phone) {}
