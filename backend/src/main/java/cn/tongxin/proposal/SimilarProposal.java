package cn.tongxin.proposal;

import cn.tongxin.handling.AssignmentRole;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that is like the one in writing.
 *
 * @param session as 14-2
 * @param percent how much they share, from 20 to 100
 * @param units to which it was handed over, the one that leads first
 */
@Serdeable
record SimilarProposal(
        UUID id,
        String title,
        String proponent,
        String session,
        @Nullable String caseNo,
        ProposalStatus status,
        int percent,
        List<Handler> units) {

    /**
     * A unit that handled it.
     *
     * @param id who stands for the unit today, itself or its successor; absent where nobody does
     * @param name as it was called then
     */
    @Serdeable
    @Schema(name = "SimilarHandler")
    record Handler(@Nullable UUID id, String name, AssignmentRole role) {}
}
