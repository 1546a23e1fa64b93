package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who comes into a reading group, who leaves it, and how far each has read. */
@Singleton
class MembershipActions {
    private static final int TOPICS = 50;

    private final Admission admission;
    private final ReadingGroups groups;
    private final Participants participants;
    private final Places places;
    private final WaitingList waiting;
    private final VisitEnding visits;
    private final History history;
    private final Clock clock;

    MembershipActions(
            Admission admission,
            ReadingGroups groups,
            Participants participants,
            Places places,
            WaitingList waiting,
            VisitEnding visits,
            History history,
            Clock clock) {
        this.admission = admission;
        this.groups = groups;
        this.participants = participants;
        this.places = places;
        this.waiting = waiting;
        this.visits = visits;
        this.history = history;
        this.clock = clock;
    }

    /** A second time changes nothing. */
    @Transactional
    void join(UUID id) {
        var group = admission.load(id, new ReadingMove.Join()).group();
        places.take(group, Caller.current().seatId(), "reading.joined");
    }

    /** A second time changes nothing. */
    @Transactional
    void await(UUID id) {
        places.takeOrAwait(
                admission.hold(id, new ReadingMove.Join()).group(),
                Caller.current().seatId());
    }

    /** A second time changes nothing. */
    @Transactional
    void stopWaiting(UUID id) {
        places.forgo(admission.see(id).group(), Caller.current().seatId());
    }

    List<WaitingList.Waiter> waiting(UUID id) {
        if (!ReadingPolicy.moderates(Caller.current(), admission.see(id))) {
            throw Refusal.notAllowed();
        }
        return waiting.of(id);
    }

    /** A second time changes nothing. */
    @Transactional
    void leave(UUID id) {
        var caller = Caller.current();
        var group = admission.see(id).group();
        group.status().after(new ReadingMove.Leave());
        exit(group, caller.seatId(), "reading.left");
    }

    @Transactional
    void add(UUID id, UUID seat) {
        var group = admission.load(id, new ReadingMove.Add(seat)).group();
        new Fields()
                .check("seatId", participants.isActiveReader(seat), "unknown", "There is no such member or guest here.")
                .orRefuse();
        places.take(group, seat, "reading.member-added");
    }

    @Transactional
    void remove(UUID id, UUID seat) {
        var group = admission.load(id, new ReadingMove.Remove(seat)).group();
        exit(group, seat, "reading.member-removed");
    }

    @Transactional
    @Unrecorded("a read mark is private")
    void read(UUID id, long seq) {
        var caller = Caller.current();
        var found = groups.find(id, caller.seat()).orElseThrow(Refusal::notFound);
        if (!ReadingPolicy.sees(caller, found.footing())) {
            throw Refusal.notFound();
        }
        new Fields()
                .check("seq", seq >= 0 && seq <= found.lastSeq(), "out-of-range", "There is no such post yet.")
                .orRefuse();
        participants.read(id, caller.seatId(), seq);
    }

    /** Makes somebody who reads along co-owner or secretary, or a plain reader again; a second time changes nothing. */
    @Transactional
    void appoint(UUID id, UUID seat, @Nullable Part part) {
        var group = admission.load(id, new ReadingMove.Appoint()).group();
        new Fields()
                .required("part", part)
                .check("part", part != Part.NONE, "out-of-range", "To put somebody out, remove him.")
                .check("seatId", participants.isIn(id, seat), "not-in-group", "He is not in the group.")
                .check(
                        "seatId",
                        part == Part.READER || participants.isActiveMember(seat),
                        "not-a-member",
                        "A guest runs no group.")
                .orRefuse();
        if (part != null && participants.appoint(id, seat, part)) {
            history.record(ReadingActions.line("reading.appointed", group)
                    .with("theme", group.plan().theme())
                    .with("seat", seat)
                    .with("part", part));
        }
    }

    /** Muted, the group counts as unread no more than what mentions the caller and what stands in the topics he follows. */
    @Transactional
    @Unrecorded("what somebody listens to is private")
    void mute(UUID id, boolean muted, List<String> followed) {
        var caller = Caller.current();
        var found = groups.find(id, caller.seat()).orElseThrow(Refusal::notFound);
        if (!ReadingPolicy.sees(caller, found.footing())) {
            throw Refusal.notFound();
        }
        if (!found.part().isIn()) {
            throw Refusal.forbidden("reading.not-joined", "Join the group first.");
        }
        new Fields()
                .whole("topics", followed)
                .check("topics", followed.size() <= TOPICS, "too-many", "At most " + TOPICS + " topics.")
                .check(
                        "topics",
                        followed.stream().allMatch(MembershipActions::isTopic),
                        "too-long",
                        "At most " + Post.TOPIC_MAX_LENGTH + " characters.")
                .orRefuse();
        participants.mute(id, caller.seatId(), muted, new LinkedHashSet<>(followed));
    }

    private static boolean isTopic(@Nullable String topic) {
        return topic != null
                && !topic.isBlank()
                && topic.codePointCount(0, topic.length()) <= Post.TOPIC_MAX_LENGTH
                && topic.indexOf(0) < 0;
    }

    private void exit(ReadingGroup group, UUID seat, String kind) {
        if (group.ownerId().equals(seat)) {
            throw Refusal.conflict("reading.owner-stays", "The owner stays until somebody else owns the group.");
        }
        if (!visits.endOf(seat, group) && participants.leave(group.id(), seat, clock.instant())) {
            record(kind, group, seat);
            places.fill(group);
        }
    }

    private void record(String kind, ReadingGroup group, UUID seat) {
        history.record(ReadingActions.line(kind, group)
                .with("theme", group.plan().theme())
                .with("seat", seat));
    }
}
