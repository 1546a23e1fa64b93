package cn.tongxin.storage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as its row says; the bytes lie in the object store.
 *
 * @param seatId who uploaded it; nobody here where it came with a letter from another committee
 * @param lengthMs how long a recording plays, in milliseconds
 */
public record StoredFile(
        UUID id,
        String name,
        String contentType,
        long size,
        String sha256,
        @Nullable UUID seatId,
        Instant createdAt,
        @Nullable Integer lengthMs) {
    public boolean isPicture() {
        return FileType.isPicture(contentType);
    }

    public boolean isOf(@Nullable UUID seat) {
        return seatId != null && seatId.equals(seat);
    }
}
