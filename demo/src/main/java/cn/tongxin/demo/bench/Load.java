package cn.tongxin.demo.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** So many hands that each do one thing after another for a while; counts what was done, and how long each took. */
final class Load {
    private Load() {}

    /** What one hand does, again and again; false when the result was wrong. */
    interface Shot {
        boolean fire() throws Exception;
    }

    /** Makes the thing for one hand, with its own connection. */
    interface Hand extends AutoCloseable {
        Shot shot();

        @Override
        default void close() throws Exception {}
    }

    interface Hands {
        Hand take(int number) throws Exception;
    }

    /** One repetition. */
    record Result(double perSecond, double p99Millis, long errors) {}

    static Result run(int hands, Duration time, Hands maker) throws Exception {
        var ready = new CountDownLatch(hands);
        var go = new CountDownLatch(1);
        var errors = new AtomicLong();
        var times = new long[hands][];
        var done = new CountDownLatch(hands);
        var end = new AtomicLong();
        for (var i = 0; i < hands; i++) {
            var number = i;
            Thread.ofPlatform().name("hand-" + i).start(() -> {
                var own = new long[1 << 16];
                var count = 0;
                try (var hand = maker.take(number)) {
                    var shot = hand.shot();
                    ready.countDown();
                    go.await();
                    for (var before = System.nanoTime(); before < end.get(); ) {
                        if (!shot.fire()) {
                            errors.incrementAndGet();
                        }
                        var after = System.nanoTime();
                        if (count == own.length) {
                            own = Arrays.copyOf(own, 2 * count);
                        }
                        own[count++] = after - before;
                        before = after;
                    }
                } catch (Exception failure) {
                    errors.incrementAndGet();
                    failure.printStackTrace();
                } finally {
                    ready.countDown();
                    times[number] = Arrays.copyOf(own, count);
                    done.countDown();
                }
            });
        }
        ready.await();
        var start = System.nanoTime();
        end.set(start + time.toNanos());
        go.countDown();
        done.await();
        var seconds = (System.nanoTime() - start) / 1e9;
        var all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        var p99 = all.length == 0 ? 0 : all[(int) Math.min(all.length - 1, Math.round(all.length * 0.99))] / 1e6;
        return new Result(all.length / seconds, p99, errors.get());
    }
}
