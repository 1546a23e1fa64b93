package cn.tongxin.stand;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something of which nobody tells us: looks again and again, soon at first and more rarely later. */
public final class Wait {
    private static final long LONGEST_MILLIS = 500;

    private Wait() {}

    /** False where it has not come about in time. */
    public static boolean upTo(Duration patience, BooleanSupplier condition) throws InterruptedException {
        var until = System.nanoTime() + patience.toNanos();
        for (var pause = 20L; !condition.getAsBoolean(); pause = Math.min(2 * pause, LONGEST_MILLIS)) {
            if (System.nanoTime() > until) {
                return false;
            }
            Thread.sleep(pause);
        }
        return true;
    }
}
