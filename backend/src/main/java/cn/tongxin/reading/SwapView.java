package cn.tongxin.reading;

import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What clients see of a swap: who asks whom, and what the caller may do about it. */
@Serdeable
record SwapView(
        UUID id,
        UUID sessionId,
        UUID from,
        String fromName,
        UUID to,
        String toName,
        Swap.Status status,
        Instant askedAt,
        List<String> can) {

    static SwapView of(Swaps.Found found, Footing footing, Caller caller) {
        var swap = found.swap();
        var can = new ArrayList<String>();
        for (var step : Swap.Step.values()) {
            if (swap.status().takes(step) && SwapActions.allows(caller, step, swap, footing)) {
                can.add(step.name().toLowerCase(Locale.ROOT));
            }
        }
        return new SwapView(
                swap.id(),
                swap.sessionId(),
                swap.from(),
                found.fromName(),
                swap.to(),
                found.toName(),
                swap.status(),
                found.askedAt(),
                can);
    }
}
