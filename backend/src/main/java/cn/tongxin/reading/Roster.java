package cn.tongxin.reading;

import io.micronaut.serde.annotation.Serdeable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The weeks of a group and who hosts them: pure, from its sessions. A week without a host is a gap. */
public final class Roster {
    private Roster() {}

    /** A week from its Monday on. {@code gap}: nobody hosts it. {@code alarm}: a gap that begins within two days, or has begun. */
    @Serdeable
    record Week(LocalDate monday, List<UUID> sessions, List<String> hosts, boolean gap, boolean alarm) {}

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
            weeks.add(week(monday, sessions, plan, today));
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
            LocalDate monday, List<ReadingSessions.Found> sessions, ReadingGroup.Plan plan, LocalDate today) {
        var sunday = monday.plusDays(6);
        var here = in(monday, sessions);
        var hosts = here.stream()
                .map(ReadingSessions.Found::hostName)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var gap = hosts.isEmpty();
        var begins = later(monday, plan.startsOn());
        var over = earlier(sunday, plan.endsOn()).isBefore(today);
        return new Week(
                monday,
                here.stream().map(found -> found.session().id()).toList(),
                hosts,
                gap,
                gap && !over && !begins.isAfter(today.plusDays(2)));
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
