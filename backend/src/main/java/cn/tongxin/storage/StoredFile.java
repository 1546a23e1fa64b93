package cn.tongxin.storage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as its row says; the bytes lie in the object store.
 *
 * @param lengthMs how long a recording plays, in milliseconds
 */
public record StoredFile(
        UUID id,
        String name,
        String contentType,
        long size,
        String sha256,
        UUID seatId,
        Instant createdAt,
        @Nullable Integer lengthMs) {
    public boolean isPicture() {
        return FileType.isPicture(contentType);
    }
}
