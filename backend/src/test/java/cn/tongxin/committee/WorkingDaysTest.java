package cn.tongxin.committee;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.committee.DueDate.NamedDay;
import cn.tongxin.committee.SpecialDay.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as the offices' rules ask for them. */
class WorkingDaysTest {

    private static final WorkingDays NATIONAL = new WorkingDays(Notices.ALL.keySet(), Notices.days(), List.of());

    @ParameterizedTest(name = "{0} + {1} working days = {2}: {3}")
    @CsvSource({
        "2026-11-23, 1, 2026-11-24, an ordinary Monday",
        "2026-11-20, 1, 2026-11-23, over a weekend",
        "2026-11-21, 1, 2026-11-23, received on a Saturday",
        "2026-11-23, 0, 2026-11-23, nothing to wait for",
        "2025-12-30, 1, 2025-12-31, before New Year",
        "2025-12-30, 3, 2026-01-05, New Year with the Sunday after it made up",
        "2024-12-30, 5, 2025-01-07, New Year of one day",
        "2026-02-13, 1, 2026-02-14, a Saturday worked before Spring Festival",
        "2026-02-13, 2, 2026-02-24, over the nine days of Spring Festival",
        "2026-02-13, 6, 2026-02-28, and the Saturday worked after it",
        "2024-02-08, 1, 2024-02-09, New Year's Eve of 2024 is a working day",
        "2024-02-09, 1, 2024-02-18, a Sunday worked after eight days",
        "2023-09-28, 3, 2023-10-09, two weekend days made up at once",
        "2025-09-26, 5, 2025-10-10, both sides of the National Day week",
        "2023-06-21, 2, 2023-06-26, Dragon Boat with its Sunday",
    })
    void working_days_are_counted_by_the_notices(LocalDate start, int days, LocalDate due, String why) {
        var found = NATIONAL.due(start, Span.workingDays(days));

        assertThat(found.date()).as(why).isEqualTo(due);
        assertThat(found.provisional()).isFalse();
        assertThat(NATIONAL.between(start, due)).isEqualTo(days);
    }

    @ParameterizedTest(name = "{0} + {1} {2} = {3}")
    @CsvSource({
        "2026-03-05, 3, MONTH, 2026-06-05",
        "2026-11-30, 0, MONTH, 2026-11-30",
        "2025-11-30, 3, MONTH, 2026-02-28", // the last day of February, a Saturday that is worked
        "2026-01-31, 1, MONTH, 2026-02-28",
        "2025-09-05, 1, MONTH, 2025-10-09", // 5 October is in the holiday, 9 October the first day after it
        "2026-04-05, 1, MONTH, 2026-05-06",
        "2026-03-05, 30, DAY, 2026-04-07", // 4 April: Qingming to the 6th
        "2026-05-09, 15, DAY, 2026-05-25",
    })
    void days_and_months_end_on_the_next_working_day(LocalDate start, int n, Span.Unit unit, LocalDate due) {
        assertThat(NATIONAL.due(start, new Span(n, unit)).date()).isEqualTo(due);
    }

    @Test
    void a_date_says_how_it_was_found() {
        var found =
                NATIONAL.due(LocalDate.parse("2025-12-30"), Span.workingDays(3)).explanation();

        assertThat(found.start()).isEqualTo("2025-12-30");
        assertThat(found.rule()).isEqualTo("3 个工作日");
        assertThat(found.skipped())
                .containsExactly(day("2026-01-01", "元旦"), day("2026-01-02", "元旦"), day("2026-01-03", "元旦"));
        assertThat(found.madeUp()).containsExactly(day("2026-01-04", "元旦"));
        assertThat(found.missingYears()).isEmpty();
    }

    @Test
    void weekends_are_named_too() {
        var found =
                NATIONAL.due(LocalDate.parse("2026-11-20"), Span.workingDays(1)).explanation();

        assertThat(found.skipped()).containsExactly(day("2026-11-21", "周六"), day("2026-11-22", "周日"));
    }

    @ParameterizedTest(name = "{0} + {1} {2}: provisional {3}")
    @CsvSource({
        "2026-12-30, 1, WORKING_DAY, false",
        "2026-12-30, 2, WORKING_DAY, true", // 1 January 2027 looks like a working day as long as nobody has said
        // otherwise
        "2022-12-30, 3, WORKING_DAY, true",
        "2026-10-08, 3, MONTH, true",
        "2026-09-30, 3, MONTH, false",
        "2022-12-30, 3, MONTH, false", // only the last day matters
    })
    void a_year_without_a_notice_makes_the_date_provisional(
            LocalDate start, int n, Span.Unit unit, boolean provisional) {
        var found = NATIONAL.due(start, new Span(n, unit));

        assertThat(found.provisional()).isEqualTo(provisional);
        assertThat(found.explanation().missingYears()).hasSize(provisional ? 1 : 0);
    }

    @Test
    void a_committees_own_days_come_on_top() {
        var losar = List.of(
                new SpecialDay(LocalDate.parse("2026-02-24"), Kind.HOLIDAY, "藏历新年"),
                new SpecialDay(LocalDate.parse("2026-02-28"), Kind.HOLIDAY, "藏历新年"), // made up elsewhere
                new SpecialDay(LocalDate.parse("2026-03-07"), Kind.MAKE_UP, "藏历新年"));
        var shigatse = new WorkingDays(Notices.ALL.keySet(), Notices.days(), losar);

        assertThat(shigatse.due(LocalDate.parse("2026-02-14"), Span.workingDays(1))
                        .date())
                .isEqualTo("2026-02-25");
        assertThat(shigatse.isWorked(LocalDate.parse("2026-02-28"))).isFalse();
        assertThat(shigatse.isWorked(LocalDate.parse("2026-03-07"))).isTrue();
        assertThat(NATIONAL.isWorked(LocalDate.parse("2026-02-24"))).isTrue();
    }

    @Test
    void each_notice_gives_the_days_it_says() {
        Notices.ALL.forEach((year, notice) -> {
            assertThat(notice.count(Kind.HOLIDAY)).as("days off in %s", year).isEqualTo(notice.daysOff);
            assertThat(notice.count(Kind.MAKE_UP))
                    .as("days made up in %s", year)
                    .isEqualTo(notice.madeUp);
            assertThat(notice.days).allMatch(day -> day.kind() == Kind.HOLIDAY || weekend(day.day()));
            assertThat(notice.days).extracting(SpecialDay::day).doesNotHaveDuplicates();
        });
    }

    /** Eleven public holidays until 2024, thirteen from 2025: whatever else is off has been moved there from a weekend. */
    @ParameterizedTest
    @CsvSource({"2023, 11", "2024, 11", "2025, 13", "2026, 13"})
    void a_notice_gives_the_public_holidays_of_the_law_and_no_day_more(int year, int publicHolidays) {
        var notice = Notices.ALL.get(year);
        var offOnWeekdays = notice.days.stream()
                .filter(day -> day.kind() == Kind.HOLIDAY && !weekend(day.day()))
                .count();

        assertThat(offOnWeekdays - notice.madeUp).isEqualTo(publicHolidays);
    }

    @Property
    void counting_back_gives_the_number_asked_for(
            @ForAll @DateRange(min = "2022-06-01", max = "2027-06-30") LocalDate start,
            @ForAll @IntRange(max = 300) int n) {
        var due = NATIONAL.due(start, Span.workingDays(n)).date();

        assertThat(NATIONAL.between(start, due)).isEqualTo(n);
        assertThat(NATIONAL.between(due, start)).isEqualTo(-n);
        assertThat(n == 0 || NATIONAL.isWorked(due)).isTrue();
    }

    @Property
    void two_spans_in_a_row_are_their_sum(
            @ForAll @DateRange(min = "2022-06-01", max = "2027-06-30") LocalDate start,
            @ForAll @IntRange(max = 60) int first,
            @ForAll @IntRange(max = 60) int second) {
        var inTwoSteps =
                NATIONAL.due(NATIONAL.due(start, Span.workingDays(first)).date(), Span.workingDays(second));

        assertThat(inTwoSteps.date())
                .isEqualTo(NATIONAL.due(start, Span.workingDays(first + second)).date());
    }

    @Property
    void every_day_passed_either_counts_or_is_explained(
            @ForAll @DateRange(min = "2022-06-01", max = "2027-06-30") LocalDate start,
            @ForAll @IntRange(max = 120) int n) {
        var found = NATIONAL.due(start, Span.workingDays(n));

        assertThat(start.datesUntil(found.date()).count())
                .isEqualTo(n + found.explanation().skipped().size());
    }

    @Property
    void months_never_end_early_nor_on_a_day_off(
            @ForAll @DateRange(min = "2022-06-01", max = "2027-06-30") LocalDate start,
            @ForAll @IntRange(max = 12) int n) {
        var due = NATIONAL.due(start, Span.months(n)).date();

        assertThat(due)
                .isAfterOrEqualTo(start.plusMonths(n))
                .isBefore(start.plusMonths(n).plusDays(12));
        assertThat(NATIONAL.isWorked(due)).isTrue();
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static NamedDay day(String day, String name) {
        return new NamedDay(LocalDate.parse(day), name);
    }
}
