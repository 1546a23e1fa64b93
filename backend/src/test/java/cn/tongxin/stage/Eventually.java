package cn.tongxin.stage;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** For what the service does by itself after it has answered: asks until it is so, for at most 20 seconds. */
public final class Eventually {
    private Eventually() {}

    public static <T> T find(Supplier<T> source, Predicate<T> wanted) {
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            var found = source.get();
            while (!wanted.test(found)) {
                Thread.yield();
                found = source.get();
            }
            return found;
        });
    }
}
