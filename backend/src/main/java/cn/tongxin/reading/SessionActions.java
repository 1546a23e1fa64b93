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
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The roster of a group: sessions are planned, handed to another host, held, or called off. */
@Singleton
public class SessionActions {
    private static final int LONGEST_DAYS = 31;

    private final Admission admission;
    private final ReadingSessions sessions;
    private final Hosts hosts;
    private final Swaps swaps;
    private final SummedUp summedUp;
    private final History history;
    private final Clock clock;

    SessionActions(
            Admission admission,
            ReadingSessions sessions,
            Hosts hosts,
            Swaps swaps,
            SummedUp summedUp,
            History history,
            Clock clock) {
        this.admission = admission;
        this.sessions = sessions;
        this.hosts = hosts;
        this.swaps = swaps;
        this.summedUp = summedUp;
        this.history = history;
        this.clock = clock;
    }

    /** A repeat with the same id in the same group answers the row that is there. */
    @Transactional
    UUID plan(UUID groupId, @Nullable UUID id, ReadingSession.Plan plan) {
        var group = admission.load(groupId, new ReadingMove.Plan()).group();
        var session = ReadingSession.planned(Ids.orNext(id), groupId, plan, null, clock.instant());
        check(group, session.id(), plan);
        if (!sessions.insert(session)) {
            return sessions.find(groupId, session.id())
                    .map(there -> there.session().id())
                    .orElseThrow(() -> Refusal.conflict("id.taken", "This id is taken."));
        }
        history.record(line("reading.session-planned", session, group).moved(null, session.status()));
        return session.id();
    }

    @Transactional
    void edit(UUID groupId, UUID id, int version, ReadingSession.Plan plan) {
        var group = admission.load(groupId, new ReadingMove.Plan()).group();
        var session = current(groupId, id, version);
        check(group, id, plan);
        change("reading.session-edited", session, new ReadingSession.Move.Edit(plan), group);
    }

    /** Gives it to another host; {@code noShow} says that the one before did not come, which stays among those who run the group. */
    @Transactional
    void reassign(UUID groupId, UUID id, int version, UUID host, boolean noShow) {
        var group = admission.load(groupId, new ReadingMove.Plan()).group();
        var session = current(groupId, id, version);
        hosts.checkFree(hosts.check(new Fields(), groupId, "hostId", host), "hostId", session, host)
                .orRefuse();
        if (noShow && session.plan().hostId() != null) {
            sessions.noteNoShow(id, session.plan().hostId(), clock.instant());
        }
        change("reading.session-reassigned", session, new ReadingSession.Move.Reassign(host), group);
    }

    /** It was held, by default today; never in the future and not before its first day. */
    @Transactional
    void lead(UUID groupId, UUID id, int version, @Nullable LocalDate on) {
        var footing = admission.load(groupId, new ReadingMove.Hold());
        var session = current(groupId, id, version);
        var today = lastDay(footing.group());
        var day = on == null ? today : on;
        var move = new ReadingSession.Move.Lead(day);
        SessionPolicy.check(Caller.current(), move, session, footing);
        new Fields()
                .check("heldOn", !day.isAfter(today), "in-future", "It has not been held yet.")
                .check("heldOn", !day.isBefore(session.plan().startsOn()), "too-early", "Not before its first day.")
                .check("heldOn", session.plan().hostId() != null, "no-host", "Say first who hosted it.")
                .orRefuse();
        change("reading.session-held", session, move, footing.group());
        if (isSummedUp(session)) {
            change(
                    "reading.session-summarised",
                    sessions.get(groupId, id),
                    new ReadingSession.Move.Summarise(),
                    footing.group());
        }
    }

    /** Until when something could be held: today, or the day on which the group paused or was wrapped up. */
    private LocalDate lastDay(ReadingGroup group) {
        var course = group.course();
        return Stream.of(LocalDate.now(clock), course.pausedOn(), course.wrappedOn())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** It was noted as held by mistake; what its digest has told already is first taken back there. */
    @Transactional
    void unlead(UUID groupId, UUID id, int version, String reason) {
        var footing = admission.load(groupId, new ReadingMove.Hold());
        var session = current(groupId, id, version);
        var move = new ReadingSession.Move.Unlead(reason);
        SessionPolicy.check(Caller.current(), move, session, footing);
        ReadingActions.checkReason(reason);
        change("reading.session-not-held", session, move, footing.group());
    }

    /** After the digest of a week was published or taken back: what was held in it is summed up, or no longer. */
    public void follow(ReadingGroup group, LocalDate monday) {
        for (var found : Roster.in(monday, sessions.of(List.of(group.id()), monday, monday.plusDays(6)))) {
            var session = found.session();
            switch (session.status()) {
                case LED -> {
                    if (isSummedUp(session)) {
                        change("reading.session-summarised", session, new ReadingSession.Move.Summarise(), group);
                    }
                }
                case SUMMARISED -> {
                    if (!isSummedUp(session)) {
                        change("reading.session-reopened", session, new ReadingSession.Move.Unsummarise(), group);
                    }
                }
                case PLANNED, CANCELLED -> {}
            }
        }
    }

    private boolean isSummedUp(ReadingSession session) {
        var plan = session.plan();
        return summedUp.isPublished(session.groupId(), Roster.monday(plan.startsOn()), plan.endsOn());
    }

    @Transactional
    void cancel(UUID groupId, UUID id, int version, String reason) {
        var group = admission.load(groupId, new ReadingMove.Plan()).group();
        ReadingActions.checkReason(reason);
        change(
                "reading.session-cancelled",
                current(groupId, id, version),
                new ReadingSession.Move.Cancel(reason),
                group);
    }

    private ReadingSession current(UUID groupId, UUID id, int version) {
        var session = sessions.get(groupId, id);
        if (session.version() != version) {
            throw ReadingSessions.changedMeanwhile();
        }
        return session;
    }

    private void change(String kind, ReadingSession session, ReadingSession.Move move, ReadingGroup group) {
        var next = session.after(move, clock.instant());
        sessions.update(next);
        if (next.status() != ReadingSession.Status.PLANNED
                || !Objects.equals(next.plan().hostId(), session.plan().hostId())) {
            swaps.closeOpen(session.id(), clock.instant());
        }
        history.record(line(kind, next, group)
                .moved(session.status(), next.status())
                .with("reason", move instanceof ReadingSession.Move.Unlead(var why) ? why : next.cancelReason())
                .with("from", from(session, next)));
    }

    /** Whoever was to host it and no longer is. */
    private static @Nullable UUID from(ReadingSession before, ReadingSession after) {
        var host = before.plan().hostId();
        return Objects.equals(host, after.plan().hostId()) ? null : host;
    }

    private void check(ReadingGroup group, UUID id, ReadingSession.Plan plan) {
        new Fields().required("startsOn", plan.startsOn()).orRefuse();
        var days = ChronoUnit.DAYS.between(plan.startsOn(), plan.endsOn());
        var fields = checkTexts(new Fields(), plan)
                .check("endsOn", days >= 0, "before-start", "It ends after it starts.")
                .check("endsOn", days < LONGEST_DAYS, "out-of-range", "A month at the most.")
                .check(
                        "startsOn",
                        !plan.startsOn().isBefore(group.plan().startsOn())
                                && !plan.endsOn().isAfter(group.plan().endsOn()),
                        "outside-group",
                        "Within the days of the group.");
        if (plan.hostId() != null) {
            hosts.check(fields, group.id(), "hostId", plan.hostId());
            hosts.checkFree(fields, "hostId", id, plan, plan.hostId());
        }
        if (plan.guideId() != null) {
            hosts.check(fields, group.id(), "guideId", plan.guideId());
        }
        fields.orRefuse();
    }

    static Fields checkTexts(Fields fields, ReadingSession.Plan plan) {
        PostActions.checkStorable(fields.required("topic", plan.topic()), "topic", plan.topic());
        PostActions.checkStorable(fields, "bookPart", plan.bookPart());
        return PostActions.checkStorable(fields, "materials", plan.materials())
                .maxLength("topic", plan.topic(), 60)
                .maxLength("bookPart", plan.bookPart(), 100)
                .maxLength("materials", plan.materials(), 2000);
    }

    static Line line(String kind, ReadingSession session, ReadingGroup group) {
        return Line.of(kind, "reading_session", session.id())
                .with("group", group.id())
                .with("theme", group.plan().theme())
                .with("topic", session.plan().topic())
                .with("on", session.plan().startsOn())
                .with("host", session.plan().hostId());
    }
}
