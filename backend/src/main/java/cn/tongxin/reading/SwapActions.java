package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A host asks another to take a session over; agreed and confirmed, it is the other's. */
@Singleton
class SwapActions {
    private final Admission admission;
    private final ReadingSessions sessions;
    private final Swaps swaps;
    private final Hosts hosts;
    private final History history;
    private final Clock clock;

    SwapActions(Admission admission, ReadingSessions sessions, Swaps swaps, Hosts hosts, History history, Clock clock) {
        this.admission = admission;
        this.sessions = sessions;
        this.swaps = swaps;
        this.hosts = hosts;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id answers the swap that is there; while one is open there is no other. */
    @Transactional
    UUID ask(UUID groupId, UUID sessionId, @Nullable UUID id, UUID to) {
        var caller = Caller.current();
        var group = admission.load(groupId, new ReadingMove.Host()).group();
        var session = sessions.get(groupId, sessionId);
        var there = swaps.ofSession(sessionId).stream()
                .map(Swaps.Found::swap)
                .filter(swap -> swap.id().equals(id) && swap.from().equals(caller.seat()))
                .findFirst();
        if (there.isPresent()) {
            return there.get().id();
        }
        if (!SessionPolicy.asksSwap(caller, session)) {
            throw Refusal.notAllowed();
        }
        var fields = new Fields()
                .required("to", to)
                .check("to", !Objects.equals(to, caller.seat()), "self", "Somebody else.");
        hosts.checkFree(hosts.check(fields, groupId, "to", to), "to", session, to)
                .orRefuse();
        var swap = new Swap(Ids.orNext(id), sessionId, caller.seatId(), to, Swap.Status.REQUESTED);
        if (!swaps.insert(swap, clock.instant())) {
            throw Refusal.conflict("reading.swap-open", "A swap of this session is open already.");
        }
        record("reading.swap-asked", swap, session, group);
        return swap.id();
    }

    /** The other agrees or declines, the host withdraws, whoever runs the group confirms (and with it hands the session over) or declines. */
    @Transactional
    void settle(UUID groupId, UUID sessionId, UUID id, Swap.Step step) {
        var footing = admission.load(groupId, new ReadingMove.Host());
        new Fields().required("step", step).orRefuse();
        var session = sessions.get(groupId, sessionId);
        var swap = swaps.lock(sessionId, id);
        if (!allows(Caller.current(), step, swap, footing)) {
            throw Refusal.notAllowed();
        }
        var settled = swap.after(step);
        if (settled.status() == Swap.Status.CONFIRMED) {
            if (!swap.from().equals(session.plan().hostId())) {
                throw Refusal.conflict("reading.swap-outdated", "The session has another host by now.");
            }
            hosts.checkFree(hosts.check(new Fields(), groupId, "to", swap.to()), "to", session, swap.to())
                    .orRefuse();
            sessions.update(session.after(new ReadingSession.Move.Reassign(swap.to()), clock.instant()));
        }
        swaps.update(settled, clock.instant());
        record(
                switch (step) {
                    case ACCEPT -> "reading.swap-accepted";
                    case DECLINE -> "reading.swap-declined";
                    case CONFIRM -> "reading.swap-confirmed";
                    case WITHDRAW -> "reading.swap-withdrawn";
                },
                settled,
                session,
                footing.group());
    }

    static boolean allows(Caller caller, Swap.Step step, Swap swap, Footing footing) {
        return caller.mayWrite()
                && switch (step) {
                    case ACCEPT -> swap.to().equals(caller.seat());
                    case DECLINE -> swap.to().equals(caller.seat()) || ReadingPolicy.moderates(caller, footing);
                    case CONFIRM -> ReadingPolicy.moderates(caller, footing);
                    case WITHDRAW -> swap.from().equals(caller.seat());
                };
    }

    private void record(String kind, Swap swap, ReadingSession session, ReadingGroup group) {
        history.record(SessionActions.line(kind, session, group)
                .with("swap", swap.id())
                .with("from", swap.from())
                .with("to", swap.to()));
    }
}
