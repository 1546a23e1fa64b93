package cn.tongxin.stage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that stands still until a test moves it, and is set back when the test has ended. */
public final class StageClock extends Clock {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    private static final List<StageClock> ALL = new CopyOnWriteArrayList<>();

    private volatile Instant now = START;

    StageClock() {
        ALL.add(this);
    }

    static void resetAll() {
        ALL.forEach(clock -> clock.set(START));
    }

    public void set(Instant instant) {
        now = instant;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
