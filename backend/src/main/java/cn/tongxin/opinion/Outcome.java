package cn.tongxin.opinion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that came of an issued report.
 *
 * @param who the leader, the paper or the committee that did it; empty where nobody noted it
 * @param instructed whether the words of an instruction lie under seal
 * @param echoedFrom the committee above that told of it
 */
record Outcome(
        UUID id,
        UUID reportId,
        Kind kind,
        Level level,
        LocalDate on,
        String who,
        @Nullable String note,
        @Nullable UUID fileId,
        boolean instructed,
        @Nullable String echoedFrom,
        @Nullable LocalDate removedOn,
        @Nullable String removeReason,
        Instant createdAt) {

    enum Kind {
        USED,
        INSTRUCTION,
        FORWARDED,
        RESOLVED,
        MEDIA
    }

    enum Level {
        COUNTY,
        PREFECTURE,
        PROVINCE,
        NATIONAL
    }
}
