package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that is done to a reading group: load, check, change, record. */
@Singleton
class ReadingActions {
    private final Admission admission;
    private final ReadingGroups groups;
    private final Participants participants;
    private final Posts posts;
    private final History history;
    private final Clock clock;

    ReadingActions(
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

    /** A repeat with the same id by the same seat answers the row that is there. The owner is in the group from the start. */
    @Transactional
    UUID create(@Nullable UUID id, ReadingGroup.Plan plan, @Nullable UUID owner) {
        var caller = Caller.current();
        var group = ReadingGroup.planned(
                Ids.orNext(id), plan, owner == null ? caller.seatId() : owner, caller.seatId(), null, clock.instant());
        ReadingPolicy.checkCreates(caller, group);
        check(plan, group.ownerId());
        if (!groups.insert(group)) {
            var there = groups.get(group.id());
            if (!there.creatorId().equals(caller.seatId())) {
                throw Refusal.conflict("id.taken", "This id is taken.");
            }
            return there.id();
        }
        participants.join(group.id(), group.ownerId(), clock.instant());
        history.record(line("reading.created", group)
                .moved(null, group.status())
                .with("theme", plan.theme())
                .with("owner", group.ownerId()));
        return group.id();
    }

    @Transactional
    void edit(UUID id, int version, ReadingGroup.Plan plan, @Nullable UUID owner) {
        var group = admission.load(id, new ReadingMove.Edit()).group();
        if (version != group.version()) {
            throw ReadingGroups.changedMeanwhile();
        }
        var edited = group.edited(plan, owner == null ? group.ownerId() : owner, clock.instant());
        check(plan, edited.ownerId());
        groups.update(edited);
        participants.join(id, edited.ownerId(), clock.instant());
        history.record(
                line("reading.edited", edited).with("theme", plan.theme()).with("owner", edited.ownerId()));
    }

    @Transactional
    void open(UUID id) {
        move(id, "reading.opened", new ReadingMove.Open());
    }

    @Transactional
    void close(UUID id) {
        move(id, "reading.closed", new ReadingMove.Close());
    }

    /** It waits for whoever is writing just now, so that nothing is written after the end. */
    private void move(UUID id, String kind, ReadingMove move) {
        posts.lock(id);
        var group = admission.load(id, move).group();
        var moved = group.after(move, LocalDate.now(clock), clock.instant());
        groups.update(moved);
        history.record(line(kind, moved)
                .moved(group.status(), moved.status())
                .with("theme", moved.plan().theme()));
    }

    /** The owner is a member, or whoever of the office founds the group. */
    private void check(ReadingGroup.Plan plan, UUID owner) {
        var fits = owner.equals(Caller.current().seat()) || participants.isActiveMember(owner);
        checkPlan(new Fields(), plan)
                .check("ownerId", fits, "unknown", "The owner must be an active member.")
                .orRefuse();
    }

    static Fields checkPlan(Fields fields, ReadingGroup.Plan plan) {
        return fields.required("theme", plan.theme())
                .maxLength("theme", plan.theme(), 60)
                .required("book", plan.book())
                .maxLength("book", plan.book(), 100)
                .maxLength("introduction", plan.introduction(), 2000)
                .required("startsOn", plan.startsOn())
                .check("startsOn", isOfOurTime(plan.startsOn()), "out-of-range", "A day of our time.")
                .required("endsOn", plan.endsOn())
                .check("endsOn", isOfOurTime(plan.endsOn()), "out-of-range", "A day of our time.")
                .check("endsOn", isInOrder(plan), "before-start", "It ends after it starts.")
                .check(
                        "capacity",
                        plan.capacity() == null || (plan.capacity() >= 2 && plan.capacity() <= 5000),
                        "out-of-range",
                        "2 to 5000.");
    }

    private static boolean isOfOurTime(@Nullable LocalDate day) {
        return day != null && day.getYear() >= 1949 && day.getYear() < 2200;
    }

    private static boolean isInOrder(ReadingGroup.Plan plan) {
        return isOfOurTime(plan.startsOn())
                && isOfOurTime(plan.endsOn())
                && !plan.endsOn().isBefore(plan.startsOn());
    }

    static Line line(String kind, ReadingGroup group) {
        return Line.of(kind, "reading_group", group.id());
    }
}
