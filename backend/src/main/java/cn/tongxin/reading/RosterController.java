package cn.tongxin.reading;

import cn.tongxin.http.Fields;
import cn.tongxin.http.ForVisitors;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rosters of all groups side by side, over HTTP. */
@Controller("/api/reading-roster")
@ExecuteOn(TaskExecutors.BLOCKING)
@ForVisitors
class RosterController {
    private static final int WEEKS = 12;
    private static final int GROUPS = 100;

    private final ReadingGroups groups;
    private final ReadingSessions sessions;
    private final Clock clock;

    RosterController(ReadingGroups groups, ReadingSessions sessions, Clock clock) {
        this.groups = groups;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A group with those of the weeks in which it runs; {@code gaps} of them have no host. */
    @Serdeable
    record Row(UUID groupId, String theme, ReadingGroupStatus status, int gaps, List<Roster.Week> weeks) {}

    /** Weeks by their Mondays, and the groups that run in them. */
    @Serdeable
    record Grid(List<LocalDate> mondays, List<Row> rows) {}

    /** From the week of a day on, by default this one, for so many weeks (1 to 26, by default 12). */
    @Get("{?from,weeks}")
    @Transactional(readOnly = true)
    Grid grid(@Nullable @QueryValue LocalDate from, @Nullable @QueryValue Integer weeks) {
        new Fields()
                .check("weeks", weeks == null || (weeks >= 1 && weeks <= 26), "out-of-range", "1 to 26.")
                .check("from", from == null || ReadingActions.isOfOurTime(from), "out-of-range", "A day of our time.")
                .orRefuse();
        var today = LocalDate.now(clock);
        var first = Roster.monday(from == null ? today : from);
        var mondays = IntStream.range(0, weeks == null ? WEEKS : weeks)
                .mapToObj(first::plusWeeks)
                .toList();
        var last = mondays.getLast().plusDays(6);
        var running = groups.running(Caller.current(), first, last);
        var planned =
                sessions.of(running.stream().map(found -> found.group().id()).toList(), first, last);
        return new Grid(
                mondays,
                running.stream()
                        .map(found -> row(found.group(), planned, first, last, today))
                        .toList());
    }

    /** What is on today in a group of the caller's; {@code mine} that he hosts it himself. */
    @Serdeable
    record Today(
            UUID groupId,
            String theme,
            UUID sessionId,
            String topic,
            @Nullable String hostName,
            boolean mine) {}

    /** Today's sessions of the open groups that the caller is in. */
    @Get("/today")
    @Transactional(readOnly = true)
    List<Today> today() {
        var caller = Caller.current();
        var filter = new ReadingGroups.Filter(ReadingGroupStatus.ACTIVE, true, null, null);
        var themes = groups.page(caller, filter, null, GROUPS).stream()
                .map(ReadingGroups.Found::group)
                .collect(
                        Collectors.toMap(ReadingGroup::id, group -> group.plan().theme()));
        var today = LocalDate.now(clock);
        return sessions.of(themes.keySet(), today, today).stream()
                .filter(found -> found.session().status() != ReadingSession.Status.CANCELLED)
                .map(found -> today(found, themes, caller))
                .toList();
    }

    private static Today today(ReadingSessions.Found found, Map<UUID, String> themes, Caller caller) {
        var session = found.session();
        return new Today(
                session.groupId(),
                String.valueOf(themes.get(session.groupId())),
                session.id(),
                session.plan().topic(),
                found.hostName(),
                found.hostName() != null
                        && caller.seatId().equals(session.plan().hostId()));
    }

    private static Row row(
            ReadingGroup group, List<ReadingSessions.Found> planned, LocalDate first, LocalDate last, LocalDate today) {
        var own = planned.stream()
                .filter(found -> found.session().groupId().equals(group.id()))
                .toList();
        var weeks = Roster.weeks(group.plan(), own, first, last, today);
        var gaps = weeks.stream().filter(Roster.Week::gap).count();
        return new Row(group.id(), group.plan().theme(), group.status(), (int) gaps, weeks);
    }
}
