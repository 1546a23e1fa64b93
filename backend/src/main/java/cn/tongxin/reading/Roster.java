package cn.tongxin.reading;

import io.micronaut.serde.annotation.Serdeable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The weeks of a group and who hosts them: pure, from its sessions. A week without a host, or where they change daily a day, is a gap. */
public final class Roster {
    private Roster() {}

    /** So many days before a gap begins it alarms. */
    static final int ALARM_DAYS = 2;

    /**
     * A week from its Monday on. {@code gap}: nobody hosts it, or where the hosts change daily one of its days. {@code alarm}: a
     * gap that begins within two days, or has begun. {@code gapDays} are the days without a host where they change daily.
     */
    @Serdeable
    record Week(
            LocalDate monday,
            List<UUID> sessions,
            List<String> hosts,
            boolean gap,
            boolean alarm,
            List<LocalDate> gapDays) {}

    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The weeks between the two days that the group runs in; of the first and last week the part that is its own counts. */
    static List<Week> weeks(
            ReadingGroup.Plan plan,
            List<ReadingSessions.Found> sessions,
            LocalDate from,
            LocalDate to,
            LocalDate today) {
        var first = later(plan.startsOn(), from);
        var last = earlier(plan.endsOn(), to);
        var weeks = new ArrayList<Week>();
        for (var monday = monday(first); !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            weeks.add(week(monday, in(monday, sessions), plan, first, last, today));
        }
        return weeks;
    }

    /** The sessions that touch a week and were not called off. */
    public static List<ReadingSessions.Found> in(LocalDate monday, List<ReadingSessions.Found> sessions) {
        return sessions.stream()
                .filter(found -> found.session().status() != ReadingSession.Status.CANCELLED)
                .filter(found -> !found.session().plan().startsOn().isAfter(monday.plusDays(6))
                        && !found.session().plan().endsOn().isBefore(monday))
                .toList();
    }

    private static Week week(
            LocalDate monday,
            List<ReadingSessions.Found> here,
            ReadingGroup.Plan plan,
            LocalDate first,
            LocalDate last,
            LocalDate today) {
        var sunday = monday.plusDays(6);
        var hosts = here.stream()
                .map(ReadingSessions.Found::hostName)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var daily = plan.cadence() == ReadingGroup.Cadence.DAY;
        var gapDays = daily ? withoutHost(here, later(monday, first), earlier(sunday, last)) : List.<LocalDate>of();
        var soon = today.plusDays(ALARM_DAYS);
        var over = earlier(sunday, plan.endsOn()).isBefore(today);
        var gap = daily ? !gapDays.isEmpty() : hosts.isEmpty();
        var alarm = daily
                ? gapDays.stream().anyMatch(day -> !day.isBefore(today) && !day.isAfter(soon))
                : gap && !over && !later(monday, plan.startsOn()).isAfter(soon);
        return new Week(monday, here.stream().map(found -> found.session().id()).toList(), hosts, gap, alarm, gapDays);
    }

    private static List<LocalDate> withoutHost(List<ReadingSessions.Found> here, LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? List.of()
                : from.datesUntil(to.plusDays(1))
                        .filter(day -> here.stream()
                                .noneMatch(found -> found.hostName() != null
                                        && found.session().plan().touches(day, day)))
                        .toList();
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
