package cn.tongxin.identity;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Client;
import cn.tongxin.tenancy.Directory;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Turns a verified token and the seat that a request names into its {@link Caller}; remembers it for at most 60 seconds. */
@Singleton
public class Callers {
    private final Directory directory;
    private final TokenSettings settings;
    private final Cache<Key, Caller> remembered = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Tokens.REMEMBERED)
            .ticker(this::nanos)
            .build();
    private final Clock clock;

    Callers(Directory directory, TokenSettings settings, Clock clock) {
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    private record Key(String token, @Nullable UUID seat) {}

    /** The person in the seat; in his only seat where the request names none. */
    Caller inSeat(Tokens.Token token, @Nullable UUID seat) {
        return remembered.get(new Key(token.hash(), seat), _ -> resolve(token, seat));
    }

    /** The person alone, in no committee. */
    Caller withoutSeat(Tokens.Token token) {
        return remembered.get(
                new Key(token.hash(), NOWHERE),
                _ -> new Caller(
                        directory.findAccount(token.subject()).orElse(null),
                        token.subject(),
                        null,
                        null,
                        null,
                        null,
                        Set.of(),
                        null,
                        Set.of(),
                        isOperator(token),
                        client(token),
                        null));
    }

    private static final UUID NOWHERE = new UUID(0, 0);

    /** What was known of anybody may have changed: a role, a status, a suspension, a new account. */
    public void forget() {
        remembered.invalidateAll();
    }

    private Caller resolve(Tokens.Token token, @Nullable UUID asked) {
        var account = directory
                .findAccount(token.subject())
                .orElseThrow(() -> Refusal.forbidden("seat.none", "This person holds no seat."));
        var entry = choose(directory.findSeats(account), asked);
        var seat = directory.findSeat(entry.committeeId(), entry.seatId()).orElseThrow(Refusal::notFound);
        if (seat.roles().stream().anyMatch(Role::asksForTwoFactors) && !hasTwoFactors(token)) {
            throw Refusal.forbidden(
                    "auth.step-up-required", "This seat is accepted only from the console, with two factors.");
        }
        return new Caller(
                account,
                token.subject(),
                entry.committeeId(),
                seat.id(),
                seat.name(),
                seat.status(),
                seat.roles(),
                seat.unitId(),
                seat.organizations(),
                isOperator(token),
                client(token),
                null);
    }

    private static Directory.Entry choose(List<Directory.Entry> seats, @Nullable UUID asked) {
        if (asked != null) {
            return seats.stream()
                    .filter(seat -> seat.seatId().equals(asked))
                    .findFirst()
                    .orElseThrow(() -> Refusal.forbidden("seat.not-yours", "This seat is not yours."));
        }
        var active = seats.stream()
                .filter(seat -> seat.status() == SeatStatus.ACTIVE)
                .toList();
        return switch (active.size()) {
            case 0 -> throw Refusal.forbidden("seat.none", "This person holds no active seat.");
            case 1 -> active.getFirst();
            default -> throw Refusal.badRequest("seat.required", "Several seats: name one in X-Seat.");
        };
    }

    /** Whether this token opens the seats that ask for two factors. */
    boolean hasTwoFactors(Tokens.Token token) {
        return client(token) == Client.CONSOLE && token.byTwoFactors();
    }

    private boolean isOperator(Tokens.Token token) {
        return token.operator() && hasTwoFactors(token);
    }

    private Client client(Tokens.Token token) {
        return settings.consoleClient().equals(token.client()) ? Client.CONSOLE : Client.PHONE;
    }
}
