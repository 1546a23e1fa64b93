package cn.tongxin.opinion;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as this reader may see it: of an instruction an author sees that there is one and at which level, nothing else.
 *
 * @param title of the report; in the register only
 * @param echoedFrom the committee above that told of it
 */
@Serdeable
@Schema(name = "OpinionOutcome")
record OutcomeView(
        UUID id,
        UUID reportId,
        @Nullable String title,
        Outcome.Kind kind,
        Outcome.Level level,
        @Nullable LocalDate on,
        @Nullable String who,
        @Nullable String note,
        @Nullable UUID fileId,
        @Nullable String echoedFrom,
        List<String> can) {}
