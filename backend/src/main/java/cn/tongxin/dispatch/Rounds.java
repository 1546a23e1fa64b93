package cn.tongxin.dispatch;

import io.micronaut.context.annotation.Requires;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;

/** When the courier walks and when the heads go up; not in the programs that only look. */
@Singleton
@Requires(missingProperty = "tongxin.offline")
class Rounds {
    private final Courier courier;
    private final HeadSender heads;

    Rounds(Courier courier, HeadSender heads) {
        this.courier = courier;
        this.heads = heads;
    }

    @Scheduled(fixedDelay = "${tongxin.dispatch.pause:300ms}")
    void fresh() {
        courier.carryWhatWasHandedIn();
    }

    @Scheduled(initialDelay = "5s", fixedDelay = "${tongxin.dispatch.round:1m}")
    void everything() {
        courier.carryEverything();
    }

    @Scheduled(cron = "${tongxin.dispatch.heads:0 30 2 * * *}", zoneId = "Asia/Shanghai")
    void nightly() {
        heads.sendAll();
    }
}
