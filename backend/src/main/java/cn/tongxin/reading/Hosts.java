package cn.tongxin.reading;

import cn.tongxin.http.Fields;
import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may be put before a session: somebody active of the committee, no guest, who is in the group and hosts nothing else in those days. */
@Singleton
class Hosts {
    private final Participants participants;
    private final ReadingSessions sessions;
    private final ReadingGroups groups;

    Hosts(Participants participants, ReadingSessions sessions, ReadingGroups groups) {
        this.participants = participants;
        this.sessions = sessions;
        this.groups = groups;
    }

    /** One who guides or hosts. */
    Fields check(Fields fields, UUID group, String name, @Nullable UUID seat) {
        var in = participants.isIn(group, seat);
        return fields.check(name, in, "not-in-group", "He is not in the group.")
                .check(
                        name,
                        !in || seat == null || participants.isActiveHost(seat),
                        "reads-only",
                        "A guest or a visitor reads along and does not host.");
    }

    /** One who hosts this session in these days. */
    Fields checkFree(Fields fields, String name, ReadingSession session, @Nullable UUID host) {
        return checkFree(fields, name, session.id(), session.plan(), host);
    }

    Fields checkFree(Fields fields, String name, UUID session, ReadingSession.Plan plan, @Nullable UUID host) {
        if (host == null) {
            return fields;
        }
        var taken = sessions.elsewhere(host, session, plan.startsOn(), plan.endsOn());
        return taken.isEmpty()
                ? fields
                : fields.check(name, false, "host-twice", "Hosts already in these days: " + names(taken));
    }

    /** A session whose host hosts in other groups in its days: by their themes, as far as the caller sees them. */
    @Serdeable
    record Clash(UUID sessionId, List<String> themes, int others) {}

    /** What of a group's roster from a day on cannot be, because somebody hosts twice. */
    List<Clash> clashes(UUID group, LocalDate from) {
        var found = sessions.clashes(group, from);
        var seen = seen(found.values().stream().flatMap(List::stream).toList());
        return found.entrySet().stream()
                .map(each -> {
                    var themes = each.getValue().stream()
                            .filter(seen::contains)
                            .map(ReadingSessions.Elsewhere::theme)
                            .distinct()
                            .toList();
                    var others = each.getValue().stream()
                            .filter(there -> !seen.contains(there))
                            .distinct()
                            .count();
                    return new Clash(each.getKey(), themes, (int) others);
                })
                .toList();
    }

    /** A group that is not for the caller's eyes has no name. */
    private String names(List<ReadingSessions.Elsewhere> taken) {
        var seen = seen(taken);
        return taken.stream()
                .map(there -> seen.contains(there) ? there.theme() : "another group")
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Set<ReadingSessions.Elsewhere> seen(List<ReadingSessions.Elsewhere> taken) {
        var caller = Caller.current();
        var footings = groups.footings(
                taken.stream().map(ReadingSessions.Elsewhere::groupId).collect(Collectors.toSet()), caller.seat());
        return taken.stream()
                .filter(there -> {
                    var footing = footings.get(there.groupId());
                    return footing != null && ReadingPolicy.sees(caller, footing);
                })
                .collect(Collectors.toSet());
    }
}
