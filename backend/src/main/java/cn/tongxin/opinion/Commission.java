package cn.tongxin.opinion;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The office asks members to write on a topic until a day.
 *
 * @param asked everybody for the office, oneself for a member
 */
@Serdeable
@Schema(name = "OpinionCommission")
record Commission(
        UUID id,
        int version,
        String topic,
        String brief,
        LocalDate dueOn,
        boolean overdue,
        @Nullable LocalDate closedOn,
        List<Asked> asked,
        List<String> can) {

    /** Somebody who was asked, and what he has written for it. */
    @Serdeable
    @Schema(name = "OpinionCommissionAsked")
    record Asked(
            UUID seatId,
            String name,
            @Nullable UUID reportId,
            @Nullable OpinionStatus reportStatus) {}
}
