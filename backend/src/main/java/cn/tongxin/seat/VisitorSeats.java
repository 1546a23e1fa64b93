package cn.tongxin.seat;

import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Seats of people from other committees. A feature that invites them opens the seat, gives it the name that its holder wants to
 * show, ends it, and records all three; the committee knows nothing else about him.
 */
@Singleton
public class VisitorSeats {
    private final Seats seats;
    private final Clock clock;

    VisitorSeats(Seats seats, Clock clock) {
        this.seats = seats;
        this.clock = clock;
    }

    /** An active seat that nobody holds until somebody accepts an invitation to it. */
    public UUID open(String name) {
        var seat = new Seat(
                Ids.next(),
                1,
                SeatStatus.ACTIVE,
                named(name),
                null,
                List.of(new Seat.Grant(Role.VISITOR, null)),
                null,
                null,
                false);
        seats.insert(seat, clock.instant());
        return seat.id();
    }

    public void rename(UUID id, String name) {
        seats.update(seats.get(id).with(named(name)), clock.instant());
    }

    /** A second time changes nothing. */
    public void end(UUID id) {
        var seat = seats.get(id);
        if (seat.status() != SeatStatus.ENDED) {
            seats.update(
                    seat.after(new SeatMove.End(seat.version(), EndReason.LEFT, null, null, null)), clock.instant());
        }
    }

    private static Seat.Person named(String name) {
        return new Seat.Person(name, null, null, null, null, null, List.of(), null, null);
    }
}
