package cn.tongxin.reading;

import cn.tongxin.http.Fields;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may be put before a session: somebody active of the committee, no guest, who is in the group and hosts nothing else in those days. */
@Singleton
class Hosts {
    private final Participants participants;
    private final ReadingSessions sessions;

    Hosts(Participants participants, ReadingSessions sessions) {
        this.participants = participants;
        this.sessions = sessions;
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
        return fields.check(name, taken.isEmpty(), "host-twice", "Hosts already in these days: " + taken);
    }
}
