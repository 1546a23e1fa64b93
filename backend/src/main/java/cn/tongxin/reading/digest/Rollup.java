package cn.tongxin.reading.digest;

import cn.tongxin.reading.digest.Digest.Turnout;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month or the whole course of a group, read from its digests.
 *
 * @param month 2026-03; absent for the whole course. A week belongs to the month in which it begins
 * @param weeks those with a digest, and those of which it was said why they have none
 * @param summary the owner's, of the whole course
 */
@Serdeable
@Schema(name = "ReadingRollup")
record Rollup(
        @Nullable String month,
        String theme,
        String book,
        String owner,
        LocalDate from,
        LocalDate to,
        Turnout turnout,
        List<DigestView> weeks,
        List<Written.Piece> excellent,
        @Nullable String summary) {}
