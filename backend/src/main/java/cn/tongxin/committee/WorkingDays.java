package cn.tongxin.committee;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import cn.tongxin.committee.DueDate.Explanation;
import cn.tongxin.committee.DueDate.NamedDay;
import cn.tongxin.committee.SpecialDay.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Which days are worked, by the yearly national notices and the committee's own holidays on top. */
public final class WorkingDays {

    private final Set<Integer> knownYears;
    private final Map<LocalDate, SpecialDay> special = new HashMap<>();

    /** @param local the committee's own days; they override the national ones */
    public WorkingDays(Collection<Integer> knownYears, Collection<SpecialDay> national, Collection<SpecialDay> local) {
        this.knownYears = Set.copyOf(knownYears);
        national.forEach(day -> special.put(day.day(), day));
        local.forEach(day -> special.put(day.day(), day));
    }

    public boolean isWorked(LocalDate day) {
        var known = special.get(day);
        return known == null ? !isWeekend(day) : known.kind() == Kind.MAKE_UP;
    }

    /** The day on which {@code span} after {@code start} ends. */
    public DueDate due(LocalDate start, Span span) {
        return switch (span.unit()) {
            case WORKING_DAY -> after(start, span);
            case DAY -> endingOn(start.plusDays(span.n()), start, span);
            case MONTH -> endingOn(start.plusMonths(span.n()), start, span);
        };
    }

    /** A provisional date as it is now that the notices are out; any other one as it was, also while a notice is still missing. */
    public DueDate settled(DueDate due) {
        var how = due.explanation();
        return due.provisional() && knownYears.containsAll(how.missingYears())
                ? due(how.start(), Span.parse(how.rule()))
                : due;
    }

    /** The years whose notice is out. */
    public Set<Integer> knownYears() {
        return knownYears;
    }

    /** How many working days are left from {@code from} (not counted) to {@code to} (counted); negative when it is past. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorked)
                .count();
    }

    /** The latest day from which {@code n} working days have passed on {@code day}. */
    public LocalDate before(LocalDate day, int n) {
        var from = day;
        for (var left = n; left > 0; from = from.minusDays(1)) {
            if (isWorked(from)) {
                left--;
            }
        }
        return from;
    }

    private DueDate after(LocalDate start, Span span) {
        var walk = new Walk(start);
        var day = start;
        for (var left = span.n(); left > 0; ) {
            day = day.plusDays(1);
            if (walk.counts(day)) {
                left--;
            }
        }
        return walk.endingOn(day, start, span);
    }

    /** A period in days or months that ends on a day off ends on the next working day (Civil Code, article 203). */
    private DueDate endingOn(LocalDate end, LocalDate start, Span span) {
        var walk = new Walk(end);
        var day = end;
        while (!walk.counts(day)) {
            day = day.plusDays(1);
        }
        return walk.endingOn(day, start, span);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == SATURDAY || day.getDayOfWeek() == SUNDAY;
    }

    /** One walk along the calendar that remembers what it met. */
    private final class Walk {
        private final LocalDate from;
        private final List<NamedDay> skipped = new ArrayList<>();
        private final List<NamedDay> madeUp = new ArrayList<>();

        Walk(LocalDate from) {
            this.from = from;
        }

        boolean counts(LocalDate day) {
            var known = special.get(day);
            var worked = isWorked(day);
            if (!worked) {
                skipped.add(new NamedDay(day, known == null ? weekend(day) : known.name()));
            } else if (known != null) {
                madeUp.add(new NamedDay(day, known.name()));
            }
            return worked;
        }

        DueDate endingOn(LocalDate end, LocalDate start, Span span) {
            var missing = IntStream.rangeClosed(from.getYear(), end.getYear())
                    .filter(year -> !knownYears.contains(year))
                    .boxed()
                    .toList();
            var explanation = new Explanation(start, span.toString(), skipped, madeUp, missing);
            return new DueDate(end, !missing.isEmpty(), explanation);
        }

        private static String weekend(LocalDate day) {
            return day.getDayOfWeek() == SATURDAY ? "周六" : "周日";
        }
    }
}
