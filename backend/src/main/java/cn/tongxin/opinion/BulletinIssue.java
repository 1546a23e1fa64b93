package cn.tongxin.opinion;

import cn.tongxin.opinion.OpinionReport.Mode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One issue of a bulletin as the office sees it.
 *
 * @param no its number in its year, given when it is issued
 * @param secrecyHits words of the committee's list in its pieces, as a warning
 * @param can {@code edit}, {@code delete}, {@code issue}
 */
@Serdeable
record BulletinIssue(
        UUID id,
        int version,
        UUID bulletinId,
        String bulletin,
        @Nullable Integer year,
        @Nullable Integer no,
        @Nullable LocalDate issuedOn,
        List<Item> items,
        List<String> secrecyHits,
        List<String> can) {

    /** A piece of it: one report, or one text from several. */
    @Serdeable
    @Schema(name = "BulletinItem")
    record Item(UUID id, Mode mode, String title, String text, List<Source> reports) {}

    /** A report that a piece is made from. */
    @Serdeable
    @Schema(name = "BulletinSource")
    record Source(
            UUID id,
            OpinionStatus status,
            String title,
            @Nullable String author) {}

    /** A piece as the editor sends it; a single report without words of its own is taken as it was edited. */
    @Serdeable
    @Schema(name = "BulletinItemDraft")
    record Plan(
            @Nullable Mode mode,
            @Nullable String title,
            @Nullable String text,
            @Nullable List<UUID> reportIds) {}

    boolean isIssued() {
        return no != null;
    }

    BulletinIssue with(List<String> hits, List<String> now) {
        return new BulletinIssue(id, version, bulletinId, bulletin, year, no, issuedOn, items, hits, now);
    }
}
