package cn.tongxin.reading.digest;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A week of a group and its digest, as the reader may see it. A draft is there for those who write it; to everybody else its
 * week is still missing.
 *
 * @param no the number of the week in the group, from 1 on
 * @param version 0 before it is first written; edits carry it
 * @param edition 0 before it is first published; from the second on it is a correction and says why
 * @param text absent where there is none for these eyes
 * @param suggested nobody has written it yet: it was put together from what stands in the group
 * @param contributed how many of the {@code joined} wrote something; once published as it was then
 */
@Serdeable
@Schema(name = "ReadingDigest")
record DigestView(
        int no,
        LocalDate monday,
        LocalDate sunday,
        State state,
        int version,
        int edition,
        List<String> hosts,
        @Nullable String text,
        boolean suggested,
        @Nullable Integer contributed,
        @Nullable Integer joined,
        @Nullable String author,
        @Nullable LocalDate publishedOn,
        @Nullable String reason,
        List<String> can) {

    /** How a week stands. */
    @Schema(name = "ReadingDigestState")
    enum State {
        MISSING,
        DRAFT,
        PUBLISHED,
        NONE
    }

    /** A week in a list: everything but what its digest says. */
    @Serdeable
    @Schema(name = "ReadingDigestHead")
    record Head(
            int no,
            LocalDate monday,
            LocalDate sunday,
            State state,
            int version,
            int edition,
            List<String> hosts,
            @Nullable Integer contributed,
            @Nullable Integer joined,
            @Nullable String author,
            @Nullable LocalDate publishedOn,
            @Nullable String reason,
            List<String> can) {}

    Head head() {
        return new Head(
                no,
                monday,
                sunday,
                state,
                version,
                edition,
                hosts,
                contributed,
                joined,
                author,
                publishedOn,
                reason,
                can);
    }
}
