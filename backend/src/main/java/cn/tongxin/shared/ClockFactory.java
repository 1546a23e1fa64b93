package cn.tongxin.shared;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Secondary;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The one clock of the service: the machine's, read in Beijing time wherever a day is asked for. */
@Factory
public class ClockFactory {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Singleton
    @Secondary
    Clock clock() {
        return Clock.system(ZONE);
    }
}
