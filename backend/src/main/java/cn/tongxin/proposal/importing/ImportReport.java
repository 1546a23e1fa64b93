package cn.tongxin.proposal.importing;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a historical import. A batch of 200 rows is taken whole or not at all; after a refused one nothing more is
 * tried.
 *
 * @param rows how many rows were sent
 * @param imported how many were taken now
 * @param unchanged how many had been taken before
 * @param refused the rows at fault
 * @param notTried the rows after a refused batch
 */
@Serdeable
record ImportReport(UUID id, boolean dryRun, int rows, int imported, int unchanged, int notTried, List<Fault> refused) {

    /**
     * One row at fault.
     *
     * @param row its number among the events sent, from 1
     */
    @Serdeable
    record Fault(
            int row,
            @Nullable String ref,
            @Nullable String field,
            String code,
            @Nullable String detail) {}
}
