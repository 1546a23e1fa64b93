package cn.tongxin.reading;

import cn.tongxin.reading.ReadingGroup.Cadence;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a pause makes of a roster: pure. */
final class Resuming {
    private Resuming() {}

    /**
     * By how many days a pause moves what comes after it: by whole weeks, so that each session stays on its weekday and within
     * one week; where the host changes daily, by its days, so that no day is left over.
     */
    static long days(Cadence cadence, LocalDate paused, LocalDate resumed) {
        return switch (cadence) {
            case DAY -> ChronoUnit.DAYS.between(paused, resumed);
            case WEEK, MONTH -> ChronoUnit.DAYS.between(Roster.monday(paused), Roster.monday(resumed));
        };
    }

    /**
     * What remains to whoever was on duty when the pause began, in the days that those who come after him have left free;
     * nothing where nobody was, or where nothing has moved.
     *
     * @param roster what was not called off, as it stood before the pause
     */
    static Optional<ReadingSession.Plan> remainder(
            Cadence cadence, List<ReadingSession.Plan> roster, LocalDate paused, LocalDate resumed) {
        var days = days(cadence, paused, resumed);
        if (cadence == Cadence.DAY || days == 0) {
            return Optional.empty();
        }
        return roster.stream()
                .filter(plan -> plan.hostId() != null
                        && plan.startsOn().isBefore(paused)
                        && !lastDay(cadence, plan).isBefore(paused))
                .max(Comparator.comparing(ReadingSession.Plan::startsOn).thenComparing(ReadingSession.Plan::endsOn))
                .flatMap(onDuty -> {
                    var rest = onDuty.on(
                            Roster.later(resumed, onDuty.endsOn().plusDays(1)),
                            Roster.later(
                                    onDuty.endsOn().plusDays(days),
                                    cadence == Cadence.WEEK ? sunday(resumed) : LocalDate.MIN));
                    var fits = !rest.endsOn().isBefore(rest.startsOn());
                    var free = !onDuty.endsOn().isBefore(paused) || !isTaken(roster, paused, days, rest);
                    return fits && free ? Optional.of(rest) : Optional.empty();
                });
    }

    /** A host by weeks has the whole of his week, though he lead on one day of it. */
    private static LocalDate lastDay(Cadence cadence, ReadingSession.Plan plan) {
        return cadence == Cadence.WEEK ? sunday(plan.endsOn()) : plan.endsOn();
    }

    /** Whether somebody who comes after the pause is moved into those days. */
    private static boolean isTaken(
            List<ReadingSession.Plan> roster, LocalDate paused, long days, ReadingSession.Plan rest) {
        return roster.stream()
                .filter(plan -> plan.hostId() != null && !plan.startsOn().isBefore(paused))
                .map(plan ->
                        plan.on(plan.startsOn().plusDays(days), plan.endsOn().plusDays(days)))
                .anyMatch(moved -> moved.touches(rest.startsOn(), rest.endsOn()));
    }

    private static LocalDate sunday(LocalDate day) {
        return Roster.monday(day).plusDays(6);
    }
}
