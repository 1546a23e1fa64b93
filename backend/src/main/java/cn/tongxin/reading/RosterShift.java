package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.shared.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/** Moves the roster of a group that goes on after a pause, and tells its hosts their new days. */
@Singleton
class RosterShift {
    private static final LocalDate LAST = LocalDate.of(2299, 12, 31);

    private final ReadingSessions sessions;
    private final History history;
    private final Clock clock;

    RosterShift(ReadingSessions sessions, History history, Clock clock) {
        this.sessions = sessions;
        this.history = history;
        this.clock = clock;
    }

    void afterPause(ReadingGroup group) {
        var paused = group.course().pausedOn();
        var today = LocalDate.now(clock);
        var days = group.pausedDays(today);
        if (paused == null || days == 0) {
            return;
        }
        var roster = sessions.of(List.of(group.id()), group.plan().startsOn(), LAST).stream()
                .filter(found -> found.session().status() != ReadingSession.Status.CANCELLED)
                .toList();
        sessions.shift(group.id(), paused, days, clock.instant());
        var told = new LinkedHashMap<UUID, LocalDate>();
        Resuming.remainder(
                        group.plan().cadence(),
                        roster.stream().map(found -> found.session().plan()).toList(),
                        paused,
                        today)
                .map(rest -> rest.on(
                        rest.startsOn(),
                        Roster.earlier(rest.endsOn(), group.plan().endsOn().plusDays(days))))
                .filter(rest -> rest.hostId() != null && !rest.endsOn().isBefore(rest.startsOn()))
                .ifPresent(rest -> {
                    sessions.insert(ReadingSession.planned(Ids.next(), group.id(), rest, null, clock.instant()));
                    told.put(java.util.Objects.requireNonNull(rest.hostId()), rest.startsOn());
                });
        for (var found : roster) {
            var plan = found.session().plan();
            if (found.hostName() != null
                    && plan.hostId() != null
                    && found.session().status() == ReadingSession.Status.PLANNED
                    && !plan.startsOn().isBefore(paused)) {
                told.putIfAbsent(plan.hostId(), plan.startsOn().plusDays(days));
            }
        }
        told.forEach((host, on) -> history.record(ReadingActions.line("reading.turn-moved", group)
                .with("theme", group.plan().theme())
                .with("seat", host)
                .with("on", on)));
    }
}
