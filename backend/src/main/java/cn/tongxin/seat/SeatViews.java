package cn.tongxin.seat;

import cn.tongxin.history.AccessLog;
import cn.tongxin.http.Refusal;
import cn.tongxin.seat.SeatView.Names;
import cn.tongxin.tenancy.Caller;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows a seat with the names of its sector and special committees. */
@Singleton
class SeatViews {
    private final Seats seats;
    private final AccessLog log;

    SeatViews(Seats seats, AccessLog log) {
        this.seats = seats;
        this.log = log;
    }

    @Transactional(readOnly = true)
    SeatView of(Seat seat) {
        return SeatView.of(seat, Caller.current(), names());
    }

    /** A whole phone number, logged before it is shown to anybody but the person. */
    @Transactional(readOnly = true)
    @Nullable
    String phone(UUID id) {
        var caller = Caller.current();
        var seat = seats.get(id);
        if (!SeatPolicy.sees(caller, seat)) {
            throw Refusal.notFound();
        }
        SeatPolicy.check(SeatPolicy.seesPhones(caller, seat));
        if (!id.equals(caller.seat())) {
            log.note("phone.shown", id.toString());
        }
        return seat.person().phone();
    }

    @Transactional(readOnly = true)
    Names names() {
        return new Names(seats.sectors(), seats.specialCommittees());
    }
}
