package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.http.Refusal;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** The places of a group: as many as its capacity, given to whoever comes in, and to whoever has waited longest. */
@Singleton
class Places {
    private final ReadingGroups groups;
    private final Participants participants;
    private final WaitingList waiting;
    private final Posts posts;
    private final History history;
    private final Clock clock;

    Places(
            ReadingGroups groups,
            Participants participants,
            WaitingList waiting,
            Posts posts,
            History history,
            Clock clock) {
        this.groups = groups;
        this.participants = participants;
        this.waiting = waiting;
        this.posts = posts;
        this.history = history;
        this.clock = clock;
    }

    /** Somebody takes a place; 409 where there is none. Whoever is in stays in. */
    void take(ReadingGroup group, UUID seat, String kind) {
        if (!participants.isIn(group.id(), seat)) {
            checkRoom(group);
        }
        if (participants.join(group.id(), seat, clock.instant())) {
            waiting.drop(group.id(), seat);
            record(kind, group, seat);
        }
    }

    /** Somebody takes a place or, where there is none, waits for one. */
    void takeOrAwait(ReadingGroup group, UUID seat) {
        posts.lock(group.id());
        if (hasRoom(group) || participants.isIn(group.id(), seat)) {
            take(group, seat, "reading.joined");
        } else if (waiting.add(group.id(), seat, clock.instant())) {
            record("reading.waiting", group, seat);
        }
    }

    /** Somebody waits no longer. */
    void forgo(ReadingGroup group, UUID seat) {
        if (waiting.drop(group.id(), seat)) {
            record("reading.waiting-ended", group, seat);
        }
    }

    /** Who owns it is in, though it be full, and waits no longer. */
    void takeAsOwner(ReadingGroup group) {
        participants.join(group.id(), group.ownerId(), clock.instant());
        waiting.drop(group.id(), group.ownerId());
    }

    /**
     * Lets in whoever has waited longest, as many as there is room for, in a group that is open. Who no longer sits, or whom the
     * group is not for any longer, waits in vain.
     */
    void fill(ReadingGroup group) {
        if (!group.status().allows(new ReadingMove.Join())) {
            return;
        }
        posts.lock(group.id());
        var waiters = waiting.of(group.id());
        if (waiters.isEmpty()) {
            return;
        }
        var now = groups.get(group.id());
        var standing = participants.standing(
                group.id(), waiters.stream().map(WaitingList.Waiter::seatId).toList());
        for (var waiter : waiters) {
            if (!ReadingPolicy.isFor(now, standing.get(waiter.seatId()))) {
                forgo(now, waiter.seatId());
            } else if (hasRoom(now)) {
                take(now, waiter.seatId(), "reading.let-in");
            }
        }
    }

    /** 409 where a group is full; whoever comes in meanwhile waits for the answer. */
    void checkRoom(ReadingGroup group) {
        if (group.plan().capacity() != null) {
            posts.lock(group.id());
        }
        if (!hasRoom(group)) {
            throw Refusal.conflict("reading.full", "This group is full.")
                    .with("capacity", group.plan().capacity());
        }
    }

    private boolean hasRoom(ReadingGroup group) {
        var capacity = group.plan().capacity();
        return capacity == null || participants.count(group.id()) < capacity;
    }

    private void record(String kind, ReadingGroup group, UUID seat) {
        history.record(ReadingActions.line(kind, group)
                .with("theme", group.plan().theme())
                .with("seat", seat));
    }
}
