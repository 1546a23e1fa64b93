package cn.tongxin.shared;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids that sort by the moment of their making (UUID version 7). */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        var random = RANDOM.nextLong();
        var most = (System.currentTimeMillis() << 16) | 0x7000L | (random >>> 52);
        var least = (RANDOM.nextLong() >>> 2) | 0x8000000000000000L;
        return new UUID(most, least);
    }

    /** The client's id where it sent one, else a new one. */
    public static UUID orNext(@org.jspecify.annotations.Nullable UUID fromClient) {
        return fromClient == null ? next() : fromClient;
    }
}
