package cn.tongxin.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.tongxin.reading.ReadingGroup.Cadence;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pause makes of a roster, as a table. March 2026: the 2nd is a Monday. */
class ResumingTest {
    private static final List<UUID> HOSTS =
            IntStream.range(0, 3).mapToObj(_ -> UUID.randomUUID()).toList();

    @ParameterizedTest(name = "{0} from {1} to {2}: {3} days, {5}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # within a week nothing moves: who is on duty goes on
            WEEK  | 2026-03-03 | 2026-03-06 |  0 | 02-08A 09-15B 16-22C | -
            # a whole week from its Monday on
            WEEK  | 2026-03-02 | 2026-03-09 |  7 | 02-08A 09-15B 16-22C | -
            WEEK  | 2026-03-02 | 2026-03-12 |  7 | 02-08A 09-15B 16-22C | -
            # part of a week: he has what remains of the week in which it goes on, and the others come after him
            WEEK  | 2026-03-04 | 2026-03-12 |  7 | 02-08A 09-15B 16-22C | 12-15A
            WEEK  | 2026-03-04 | 2026-03-09 |  7 | 02-08A 09-15B 16-22C | 09-15A
            WEEK  | 2026-03-04 | 2026-03-20 | 14 | 02-08A 09-15B 16-22C | 20-22A
            # he leads on one day of his week, and has done so
            WEEK  | 2026-03-04 | 2026-03-12 |  7 | 03-03A 10-10B 17-17C | 12-15A
            # he leads on one day that was to come: he moves with the others
            WEEK  | 2026-03-04 | 2026-03-12 |  7 | 05-05A 10-10B 17-17C | -
            # a gap before stays a gap
            WEEK  | 2026-03-18 | 2026-03-26 |  7 | 02-08A 23-29B        | -
            # by months
            MONTH | 2026-03-04 | 2026-03-12 |  7 | 01-15A 16-31B        | 16-22A
            MONTH | 2026-03-04 | 2026-03-06 |  0 | 01-15A 16-31B        | -
            # by days each comes later by the days of the pause, and none is left over
            DAY   | 2026-03-04 | 2026-03-07 |  3 | 03-03A 04-04B 05-05C | -
            """)
    void a_pause_moves_later_weeks_whole_and_leaves_no_gap(
            Cadence cadence, LocalDate paused, LocalDate resumed, long days, String roster, String remains) {
        assertThat(Resuming.days(cadence, paused, resumed)).isEqualTo(days);
        assertThat(Resuming.remainder(cadence, roster(roster), paused, resumed)
                        .map(ResumingTest::written)
                        .orElse(null))
                .isEqualTo(remains);
    }

    @Test
    void the_turns_go_on_after_the_last_host() {
        var a = HOSTS.get(0);
        var b = HOSTS.get(1);
        var c = HOSTS.get(2);
        assertThat(RotationActions.turnAfter(List.of(a, b, c), List.of())).isZero();
        assertThat(RotationActions.turnAfter(List.of(a, b, c), List.of(a, b))).isEqualTo(2);
        assertThat(RotationActions.turnAfter(List.of(a, b, c), List.of(a, b, c)))
                .isZero();
        assertThat(RotationActions.turnAfter(List.of(a, b), List.of(a, b, c)))
                .as("the last has gone")
                .isZero();
        assertThat(RotationActions.turnAfter(List.of(a, b, a, c), List.of(a, b, a)))
                .as("the second turn of the first")
                .isEqualTo(3);
        assertThat(RotationActions.turnAfter(List.of(a, b), List.of(c))).isZero();
    }

    private static List<ReadingSession.Plan> roster(String written) {
        return Arrays.stream(written.split(" "))
                .map(each -> new ReadingSession.Plan(
                        ReadingSession.Kind.ROTA_SHARING,
                        day(each.substring(0, 2)),
                        day(each.substring(3, 5)),
                        "轮值",
                        "",
                        "",
                        null,
                        HOSTS.get(each.charAt(5) - 'A')))
                .toList();
    }

    private static String written(ReadingSession.Plan plan) {
        return "%02d-%02d%c"
                .formatted(plan.startsOn().getDayOfMonth(), plan.endsOn().getDayOfMonth(), (char)
                        ('A' + HOSTS.indexOf(plan.hostId())));
    }

    private static LocalDate day(String ofMarch) {
        return LocalDate.of(2026, 3, Integer.parseInt(ofMarch));
    }
}
