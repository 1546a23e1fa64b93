package cn.tongxin.proposal.outstanding;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a proposal was chosen as outstanding.
 *
 * @param on since when; absent where it was not chosen
 * @param can {@code choose}, {@code end}
 */
@Serdeable
@Schema(name = "OutstandingChoice")
record Choice(@Nullable LocalDate on, @Nullable String reason, List<String> can) {

    static final Choice NONE = new Choice(null, null, List.of());

    Choice withCan(List<String> now) {
        return new Choice(on, reason, now);
    }
}
