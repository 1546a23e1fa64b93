package cn.tongxin.proposal.cosigning;

import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What members said on paper about signing, as the office enters it.
 *
 * @param version of the text that stands on the paper; another one is not signed
 * @param seats whose names stand on it
 * @param signed whether they sign; else they decline
 * @param on the day on the paper
 * @param paperNo where the paper is kept, at most 60 characters; needed where no scan is named
 * @param paperFileId the scan, as the caller has uploaded it
 */
@Serdeable
record OnPaper(
        int version,
        @Nullable List<UUID> seats,
        boolean signed,
        @Nullable LocalDate on,
        @Nullable String comment,
        @Nullable String paperNo,
        @Nullable UUID paperFileId) {}
