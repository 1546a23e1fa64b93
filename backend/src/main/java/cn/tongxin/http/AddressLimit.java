package cn.tongxin.http;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How often one address may ask in a minute for what is open to everybody, counted in this process: nothing is written for a
 * reader whom nobody knows. Of an IPv6 address the network counts, as one household has all of it.
 */
@Singleton
public class AddressLimit {
    private static final int MANY = 50_000;
    private static final String ALL_OTHERS = "";
    private static final int NETWORK_BYTES = 8;

    private final int perMinute;
    private final Clock clock;
    private final AtomicReference<Minute> present = new AtomicReference<>(new Minute(Instant.EPOCH, Map.of()));

    AddressLimit(@Value("${tongxin.open.per-address-minute}") int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    private record Minute(Instant began, Map<String, Integer> asked) {}

    /** Counts one more; 429 where it is too many. */
    public void count(@Nullable String address) {
        var now = clock.instant();
        var began = now.truncatedTo(ChronoUnit.MINUTES);
        var minute = present.updateAndGet(
                last -> last.began().equals(began) ? last : new Minute(began, new ConcurrentHashMap<>()));
        if (minute.asked().merge(named(minute, network(address)), 1, Integer::sum) > perMinute) {
            var left = Duration.between(now, began.plus(1, ChronoUnit.MINUTES)).toSeconds();
            throw Refusal.tooMany("open.too-many", "Too much was asked from this address. Wait a little.")
                    .with("retryAfterSeconds", Math.max(1, left));
        }
    }

    /** However many addresses there are, what is kept of them stays small. */
    private static String named(Minute minute, String network) {
        return minute.asked().size() < MANY || minute.asked().containsKey(network) ? network : ALL_OTHERS;
    }

    private static String network(@Nullable String address) {
        if (address == null) {
            return ALL_OTHERS;
        }
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (IllegalArgumentException unreadable) {
            return address;
        }
    }
}
