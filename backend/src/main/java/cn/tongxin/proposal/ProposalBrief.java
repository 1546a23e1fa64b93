package cn.tongxin.proposal;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal in a list.
 *
 * @param units the names of the units that hold it
 * @param disposition where it went that was not filed, and {@code referredTo} to whom
 * @param dueOn when the next reply or rating is due
 */
@Serdeable
public record ProposalBrief(
        UUID id,
        int version,
        ProposalStatus status,
        @Nullable Integer stage,
        @Nullable ProposalKind kind,
        @Nullable String caseNo,
        @Nullable Integer intakeNo,
        String title,
        @Nullable String category,
        @Nullable String session,
        String proponent,
        List<String> units,
        @Nullable Instant submittedAt,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate filedOn,
        @Nullable Disposition disposition,
        @Nullable String referredTo,
        @Nullable LocalDate dueOn,
        boolean overdue,
        boolean key,
        boolean imported,
        Instant updatedAt,
        List<String> can) {}
