package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Who comes into a reading group, who leaves it, and how far each has read. */
@Singleton
class MembershipActions {
    private final Admission admission;
    private final ReadingGroups groups;
    private final Participants participants;
    private final Posts posts;
    private final History history;
    private final Clock clock;

    MembershipActions(
            Admission admission,
            ReadingGroups groups,
            Participants participants,
            Posts posts,
            History history,
            Clock clock) {
        this.admission = admission;
        this.groups = groups;
        this.participants = participants;
        this.posts = posts;
        this.history = history;
        this.clock = clock;
    }

    /** A second time changes nothing. */
    @Transactional
    void join(UUID id) {
        var group = admission.load(id, new ReadingMove.Join());
        enter(group, Caller.current().seatId(), "reading.joined");
    }

    /** A second time changes nothing. */
    @Transactional
    void leave(UUID id) {
        var caller = Caller.current();
        var group = groups.get(id);
        if (!ReadingPolicy.sees(caller, group, participants.isIn(id, caller.seat()))) {
            throw Refusal.notFound();
        }
        group.status().after(new ReadingMove.Leave());
        exit(group, caller.seatId(), "reading.left");
    }

    @Transactional
    void add(UUID id, UUID seat) {
        var group = admission.load(id, new ReadingMove.Add(seat));
        new Fields()
                .check("seatId", participants.isActiveReader(seat), "unknown", "There is no such member or guest here.")
                .orRefuse();
        enter(group, seat, "reading.member-added");
    }

    @Transactional
    void remove(UUID id, UUID seat) {
        var group = admission.load(id, new ReadingMove.Remove(seat));
        exit(group, seat, "reading.member-removed");
    }

    @Transactional
    @Unrecorded("a read mark is private")
    void read(UUID id, long seq) {
        var caller = Caller.current();
        var found = groups.find(id, caller.seat()).orElseThrow(Refusal::notFound);
        if (!ReadingPolicy.sees(caller, found.group(), found.joined())) {
            throw Refusal.notFound();
        }
        new Fields()
                .check("seq", seq >= 0 && seq <= found.lastSeq(), "out-of-range", "There is no such post yet.")
                .orRefuse();
        participants.read(id, caller.seatId(), seq);
    }

    private void enter(ReadingGroup group, UUID seat, String kind) {
        var capacity = group.plan().capacity();
        if (capacity != null && !participants.isIn(group.id(), seat)) {
            posts.lock(group.id());
            if (participants.count(group.id()) >= capacity) {
                throw Refusal.conflict("reading.full", "This group is full.").with("capacity", capacity);
            }
        }
        if (participants.join(group.id(), seat, clock.instant())) {
            record(kind, group, seat);
        }
    }

    private void exit(ReadingGroup group, UUID seat, String kind) {
        if (group.ownerId().equals(seat)) {
            throw Refusal.conflict("reading.owner-stays", "The owner stays until somebody else owns the group.");
        }
        if (participants.leave(group.id(), seat, clock.instant())) {
            record(kind, group, seat);
        }
    }

    private void record(String kind, ReadingGroup group, UUID seat) {
        history.record(ReadingActions.line(kind, group)
                .with("theme", group.plan().theme())
                .with("seat", seat));
    }
}
