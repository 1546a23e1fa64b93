package cn.tongxin.shared;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that sort in the order of their making (UUID version 7, with a count within the millisecond). */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNT_BITS = 12;
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    public static UUID next() {
        var now = System.currentTimeMillis() << COUNT_BITS;
        var stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
        var most = ((stamp >>> COUNT_BITS) << 16) | 0x7000L | (stamp & 0xfff);
        var least = (RANDOM.nextLong() >>> 2) | 0x8000000000000000L;
        return new UUID(most, least);
    }

    /** The client's id where it sent one, else a new one. */
    public static UUID orNext(@org.jspecify.annotations.Nullable UUID fromClient) {
        return fromClient == null ? next() : fromClient;
    }
}
