package cn.tongxin.seat;

import cn.tongxin.seat.SeatView.Names;
import cn.tongxin.tenancy.Caller;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** Shows a seat with the names of its sector and special committees. */
@Singleton
class SeatViews {
    private final Seats seats;

    SeatViews(Seats seats) {
        this.seats = seats;
    }

    @Transactional(readOnly = true)
    SeatView of(Seat seat) {
        return SeatView.of(seat, Caller.current(), names());
    }

    @Transactional(readOnly = true)
    Names names() {
        return new Names(seats.sectors(), seats.specialCommittees());
    }
}
