package cn.tongxin.opinion;

import cn.tongxin.opinion.OpinionReport.AuthorKind;
import cn.tongxin.opinion.OpinionReport.Kind;
import cn.tongxin.opinion.OpinionReport.Mode;
import cn.tongxin.opinion.OpinionReport.Urgency;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list.
 *
 * @param author the author's name, or the committee below
 * @param answerBy until when the author is to be told; {@code overdue} that this day has passed
 * @param badges what came of it, each kind and level once
 */
@Serdeable
record OpinionBrief(
        UUID id,
        int version,
        OpinionStatus status,
        Kind kind,
        String title,
        @Nullable String topic,
        @Nullable String topicName,
        Urgency urgency,
        AuthorKind authorKind,
        @Nullable String author,
        @Nullable UUID commissionId,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate answeredOn,
        @Nullable LocalDate answerBy,
        boolean overdue,
        @Nullable LocalDate issuedOn,
        @Nullable Mode mode,
        List<Badge> badges,
        boolean sentUp,
        @Nullable OpinionStatus upperStatus,
        boolean imported,
        Instant updatedAt,
        List<String> can) {

    /** That something came of it, at which level. */
    @Serdeable
    record Badge(Outcome.Kind kind, Outcome.Level level) {}
}
