package cn.tongxin.committee;

import cn.tongxin.committee.SpecialDay.Kind;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holidays, and the day on which so many working days are over, over HTTP. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class CalendarController {
    private static final int MOST_DAYS = 500;

    private final Calendar calendar;
    private final Holidays holidays;
    private final HolidayActions actions;

    CalendarController(Calendar calendar, Holidays holidays, HolidayActions actions) {
        this.calendar = calendar;
        this.holidays = holidays;
        this.actions = actions;
    }

    /** Whose day it is. */
    enum Source {
        NATIONAL,
        COMMITTEE
    }

    @Serdeable
    record HolidayView(LocalDate day, Kind kind, String name, Source source, List<String> can) {
        static HolidayView of(SpecialDay day, Source source) {
            var mayEdit = source == Source.COMMITTEE
                    && CommitteePolicy.allows(Caller.current(), CommitteePolicy.Matter.HOLIDAY);
            return new HolidayView(
                    day.day(), day.kind(), day.name(), source, mayEdit ? List.of("edit", "remove") : List.of());
        }
    }

    /** @param missingYears this year and the next, as far as their notice is not known; deadlines into them are provisional */
    @Serdeable
    record HolidaysView(List<HolidayView> days, List<Integer> missingYears, List<String> can) {}

    @Serdeable
    record Holiday(@Nullable Kind kind, @Nullable String name) {}

    /** The days of one year; of this one unless asked. */
    @Get("/holidays{?year}")
    @Transactional(readOnly = true)
    HolidaysView holidays(@Nullable @QueryValue Integer year) {
        CommitteePolicy.checkReads(Caller.current());
        var today = calendar.today();
        var wanted = year == null ? today.getYear() : year;
        var known = holidays.yearsWithNotice();
        return new HolidaysView(
                all().filter(day -> day.day().getYear() == wanted).toList(),
                Stream.of(today.getYear(), today.getYear() + 1)
                        .filter(each -> !known.contains(each))
                        .toList(),
                CommitteePolicy.allows(Caller.current(), CommitteePolicy.Matter.HOLIDAY) ? List.of("add") : List.of());
    }

    /** What is special about a day; the committee's own word before the national one. */
    @Get("/holidays/{day}")
    @Transactional(readOnly = true)
    HolidayView holiday(LocalDate day) {
        CommitteePolicy.checkReads(Caller.current());
        return all().filter(holiday -> holiday.day().equals(day))
                .max(Comparator.comparing(HolidayView::source))
                .orElseThrow(Refusal::notFound);
    }

    @Put("/holidays/{day}")
    HolidayView putHoliday(LocalDate day, @Body Holiday body) {
        var kind = body.kind() == null ? Kind.HOLIDAY : body.kind();
        var name = body.name() == null ? "" : body.name();
        return HolidayView.of(actions.put(new SpecialDay(day, kind, name)), Source.COMMITTEE);
    }

    @Delete("/holidays/{day}")
    @Status(HttpStatus.NO_CONTENT)
    void removeHoliday(LocalDate day) {
        actions.remove(day);
    }

    /** The date on which {@code days} working days after {@code from} are over, and how it was found. */
    @Get("/working-days{?from,days}")
    @Transactional(readOnly = true)
    DueDate workingDays(@QueryValue LocalDate from, @QueryValue int days) {
        CommitteePolicy.checkReads(Caller.current());
        if (days < 0 || days > MOST_DAYS) {
            throw Refusal.badRequest("working-days.range", "0 to " + MOST_DAYS + " days.")
                    .field("days");
        }
        if (from.getYear() < 1949 || from.getYear() > 2199) {
            throw Refusal.badRequest("working-days.range", "A day of our time.").field("from");
        }
        return calendar.workingDays().due(from, Span.workingDays(days));
    }

    private Stream<HolidayView> all() {
        return Stream.concat(
                        holidays.national().stream().map(day -> HolidayView.of(day, Source.NATIONAL)),
                        holidays.local().stream().map(day -> HolidayView.of(day, Source.COMMITTEE)))
                .sorted(Comparator.comparing(HolidayView::day).thenComparing(HolidayView::source));
    }
}
