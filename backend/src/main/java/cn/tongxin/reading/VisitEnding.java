package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.seat.SeatEnding;
import cn.tongxin.seat.VisitorSeats;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Ends visits: the visitor leaves the group and his seat here ends, both at once. What he wrote stays, with his name. */
@Singleton
class VisitEnding implements SeatEnding {
    private final Visits visits;
    private final ReadingGroups groups;
    private final Participants participants;
    private final Places places;
    private final VisitorSeats seats;
    private final History history;
    private final Clock clock;

    VisitEnding(
            Visits visits,
            ReadingGroups groups,
            Participants participants,
            Places places,
            VisitorSeats seats,
            History history,
            Clock clock) {
        this.visits = visits;
        this.groups = groups;
        this.participants = participants;
        this.places = places;
        this.seats = seats;
        this.history = history;
        this.clock = clock;
    }

    /** A second time changes nothing. */
    void end(Visit visit, ReadingGroup group) {
        if (visit.isOver()) {
            return;
        }
        var now = clock.instant();
        visits.end(visit.id(), now);
        participants.leave(group.id(), visit.seatId(), now);
        seats.end(visit.seatId());
        history.record(ReadingActions.line("reading.visit-ended", group)
                .with("theme", group.plan().theme())
                .with("seat", visit.seatId())
                .with("name", visit.goesBy()));
        places.fill(group);
    }

    /** Those that are not over. */
    void endAll(ReadingGroup group) {
        visits.open(group.id()).forEach(visit -> end(visit, group));
    }

    /** False where the seat is no visitor's. */
    boolean endOf(UUID seat, ReadingGroup group) {
        var visit = visits.findBySeat(seat);
        visit.ifPresent(found -> end(found, group));
        return visit.isPresent();
    }

    @Override
    public void ended(UUID seat) {
        visits.findBySeat(seat).ifPresent(visit -> end(visit, groups.get(visit.groupId())));
    }
}
