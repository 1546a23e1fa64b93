package cn.tongxin.committee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import net.jqwik.time.api.constraints.DateRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To which session a day and a proposal belong. */
class SessionPeriodsTest {

    private static final SessionPeriods GANZI = new SessionPeriods(List.of(
            session(14, 3, "2024-01-27", "2024-01-30", null),
            session(14, 2, "2023-01-12", null, "2023-01-13T10:00:00Z"),
            session(15, 1, "2027-01-10", null, null)));

    @ParameterizedTest(name = "{0} lies in {1}")
    @CsvSource({
        "2023-01-12, 14-2",
        "2024-01-26, 14-2",
        "2024-01-27, 14-3",
        "2026-12-31, 14-3",
        "2030-01-01, 15-1",
    })
    void a_day_lies_in_one_period(LocalDate day, String key) {
        assertThat(GANZI.on(day)).get().extracting(PlenarySession::key).isEqualTo(key);
    }

    @Test
    void a_day_before_the_first_plenary_lies_in_none() {
        assertThat(GANZI.on(LocalDate.parse("2023-01-11"))).isEmpty();
    }

    @ParameterizedTest(name = "submitted {0}: {1}, put to the plenary: {2}")
    @CsvSource({
        "2023-01-13T10:00:00Z, 14-2, true", // at the announced cut-off
        "2023-01-13T10:00:01Z, 14-2, false", // a second late
        "2023-10-26T15:59:59Z, 14-2, false", // 26 October in China: three months and a day before 14-3
        "2023-10-26T16:00:00Z, 14-3, true", // 27 October in China
        "2024-01-30T15:59:59Z, 14-3, true", // the last evening of the plenary
        "2024-01-30T16:00:00Z, 14-3, false",
        "2026-10-09T16:00:00Z, 15-1, true", // belongs to the plenary to come
    })
    void a_proposal_belongs_to_a_plenary_or_between_two(Instant at, String key, boolean plenary) {
        var intake = GANZI.intake(at, Span.months(3)).orElseThrow();

        assertThat(intake.session().key()).isEqualTo(key);
        assertThat(intake.plenary()).isEqualTo(plenary);
    }

    @Test
    void sessions_are_named_as_people_write_them() {
        assertThat(session(14, 3, "2024-01-27", null, null).name()).isEqualTo("十四届三次会议");
        assertThat(session(20, 10, "2024-01-27", null, null).name()).isEqualTo("二十届十次会议");
        assertThat(session(2, 1, "2024-01-27", null, null).name()).isEqualTo("二届一次会议");
    }

    @Test
    void a_later_plenary_with_an_earlier_number_is_out_of_order() {
        assertThat(GANZI.areInOrder()).isTrue();
        assertThat(new SessionPeriods(List.of(
                                session(14, 3, "2023-01-01", null, null), session(14, 2, "2024-01-01", null, null)))
                        .areInOrder())
                .isFalse();
    }

    @Property
    void whatever_the_plenaries_no_day_lies_in_two_periods(
            @ForAll @Size(min = 1, max = 6) @UniqueElements
                    List<@DateRange(min = "2020-01-01", max = "2030-12-31") LocalDate> openings,
            @ForAll @DateRange(min = "2019-01-01", max = "2031-12-31") LocalDate day) {
        var periods = new SessionPeriods(openings.stream()
                .map(opening -> session(1, openings.indexOf(opening) + 1, opening.toString(), null, null))
                .toList());
        var last = openings.stream().filter(opening -> !opening.isAfter(day)).max(LocalDate::compareTo);

        assertThat(periods.on(day).map(PlenarySession::opensOn)).isEqualTo(last);
    }

    private static PlenarySession session(
            int termNo, int sessionNo, String opensOn, @Nullable String closesOn, @Nullable String cutoffAt) {
        return new PlenarySession(
                UUID.randomUUID(),
                1,
                termNo,
                sessionNo,
                LocalDate.parse(opensOn),
                closesOn == null ? null : LocalDate.parse(closesOn),
                null,
                cutoffAt == null ? null : Instant.parse(cutoffAt));
    }
}
