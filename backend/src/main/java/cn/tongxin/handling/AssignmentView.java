package cn.tongxin.handling;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What clients see of an assignment, with what this seat may do to it. Lists leave the texts out.
 *
 * @param number the case number of the matter
 * @param deadlines how each date was found
 * @param daysLeft working days until the reply is due; negative when it is past, absent when there is nothing to wait for
 * @param acceptedBySilence the days to return it passed without a word
 */
@Serdeable
public record AssignmentView(
        UUID id,
        int version,
        String subjectType,
        UUID subjectId,
        @Nullable String number,
        String title,
        String proponent,
        UUID unitId,
        String unitName,
        AssignmentRole role,
        AssignmentStatus status,
        LocalDate assignedOn,
        LocalDate acceptBy,
        LocalDate returnBy,
        LocalDate replyBy,
        Assignment.@Nullable Deadlines deadlines,
        boolean overdue,
        @Nullable Integer daysLeft,
        @Nullable LocalDate acceptedOn,
        boolean acceptedBySilence,
        @Nullable LocalDate returnRequestedOn,
        @Nullable String returnReason,
        @Nullable String returnDecision,
        @Nullable LocalDate returnedOn,
        @Nullable LocalDate repliedOn,
        @Nullable LocalDate feedbackBy,
        @Nullable LocalDate cancelledOn,
        @Nullable String cancelReason,
        boolean imported,
        @Nullable String situation,
        @Nullable String analysis,
        @Nullable List<String> suggestions,
        @Nullable Reply reply,
        @Nullable Rating rating,
        List<String> can) {}
