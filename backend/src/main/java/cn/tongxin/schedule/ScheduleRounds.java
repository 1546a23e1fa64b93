package cn.tongxin.schedule;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** When it is looked what is due; not in the programs that only look. */
@Singleton
@Requires(missingProperty = "tongxin.offline")
class ScheduleRounds {
    private final Schedule schedule;

    ScheduleRounds(Schedule schedule) {
        this.schedule = schedule;
    }

    @Scheduled(initialDelay = "${tongxin.schedule.first:20s}", fixedDelay = "${tongxin.schedule.round:10m}")
    void round() {
        schedule.everywhere();
    }
}
