package cn.tongxin.notification;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.Span;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Deadlines that a committee's calendar gives, inside a query. */
@Singleton
class Deadlines {
    /** Whatever began longer ago than this counts as late as that. */
    private static final int DAYS_AGO = 180;

    private final Calendar calendar;

    Deadlines(Calendar calendar) {
        this.calendar = calendar;
    }

    /** The day on which a span that began on the day of a column ends, by the committee's working days. */
    Field<LocalDate> after(Field<LocalDate> start, Span span, LocalDate today) {
        var days = calendar.workingDays();
        Function<LocalDate, LocalDate> due = day -> days.due(day, span).date();
        var first = today.minusDays(DAYS_AGO);
        return DSL.case_(start)
                .mapValues(first.datesUntil(today.plusDays(1)).collect(Collectors.toMap(Function.identity(), due)))
                .else_(due.apply(first));
    }
}
