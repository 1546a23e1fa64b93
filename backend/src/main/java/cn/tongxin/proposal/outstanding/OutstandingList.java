package cn.tongxin.proposal.outstanding;

import cn.tongxin.proposal.ProponentKind;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outstanding proposals of a session, by case number, and how many they are of those that were filed.
 *
 * @param session as 14-2
 * @param collective how many of the chosen are of bodies, sectors or groups
 */
@Serdeable
record OutstandingList(String session, int filed, int chosen, int collective, List<Row> items) {

    @Serdeable
    @Schema(name = "OutstandingProposal")
    record Row(
            UUID id,
            @Nullable String caseNo,
            String title,
            String proponent,
            ProponentKind proponentKind,
            LocalDate on,
            String reason) {}
}
