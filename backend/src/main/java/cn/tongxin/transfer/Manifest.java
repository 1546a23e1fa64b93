package cn.tongxin.transfer;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an export holds, written as its last entry: each part with its digest, so that a part that was changed or is
 * missing is noticed before anything is imported.
 *
 * @param keyCheck tells whether sealed values can be opened where they arrive: both places need the same data key
 * @param headSeq the last number of the history
 * @param people how many lines the list of seats has
 */
@Serdeable
record Manifest(
        int format,
        Instant exportedAt,
        String keyCheck,
        Origin committee,
        long headSeq,
        List<Part> tables,
        Part people,
        List<Part> files) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";
    static final String PEOPLE = "people.ndjson";

    @Serdeable
    record Origin(
            UUID id,
            String code,
            String name,
            String level,
            @Nullable String parentCode) {}

    /** @param count rows of a table, bytes of a file */
    @Serdeable
    record Part(
            String name,
            String entry,
            long count,
            String sha256,
            @Nullable List<String> columns) {}

    static String table(String name) {
        return "tables/" + name + ".ndjson";
    }

    static String file(String sha256) {
        return "files/" + sha256;
    }

    /** Who sits where: {@code subject} names the person to Keycloak, the hashes are keyed. */
    @Serdeable
    record Person(
            UUID seatId,
            String status,
            @Nullable String subject,
            @Nullable String phoneHash,
            @Nullable String claimHash) {}
}
