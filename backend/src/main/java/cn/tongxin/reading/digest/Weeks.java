package cn.tongxin.reading.digest;

import cn.tongxin.http.Refusal;
import cn.tongxin.reading.ReadingGroup;
import cn.tongxin.reading.ReadingSession;
import cn.tongxin.reading.ReadingSessions;
import cn.tongxin.reading.Roster;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The weeks that a group has run in, and who hosted each. */
@Singleton
class Weeks {
    private final ReadingSessions sessions;
    private final Clock clock;

    Weeks(ReadingSessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A week with its number in the group, its hosts' seats and names. */
    record Hosted(int no, LocalDate monday, Set<UUID> seats, List<String> names) {}

    /** Oldest first. */
    List<Hosted> of(ReadingGroup group) {
        var mondays = group.weeksRun(LocalDate.now(clock));
        if (mondays.isEmpty()) {
            return List.of();
        }
        var planned = sessions.of(
                List.of(group.id()), mondays.getFirst(), mondays.getLast().plusDays(6));
        return IntStream.range(0, mondays.size())
                .mapToObj(i -> hosted(i + 1, mondays.get(i), planned))
                .toList();
    }

    Set<UUID> hosts(UUID group, LocalDate monday) {
        return hosted(0, monday, sessions.of(List.of(group), monday, monday.plusDays(6)))
                .seats();
    }

    void check(ReadingGroup group, LocalDate monday) {
        if (!group.weeksRun(LocalDate.now(clock)).contains(monday)) {
            throw Refusal.notFound();
        }
    }

    private static Hosted hosted(int no, LocalDate monday, List<ReadingSessions.Found> planned) {
        var here = Roster.in(monday, planned);
        return new Hosted(
                no,
                monday,
                here.stream()
                        .map(ReadingSessions.Found::session)
                        .map(ReadingSession::plan)
                        .map(ReadingSession.Plan::hostId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                here.stream()
                        .map(ReadingSessions.Found::hostName)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }
}
