package cn.tongxin.reading;

import cn.tongxin.tenancy.Caller;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients see of a session: its days, its topic, who leads it, and what the caller may do with it. {@code noShows} only for those who run the group. */
@Serdeable
record SessionView(
        UUID id,
        int version,
        UUID groupId,
        ReadingSession.Kind kind,
        ReadingSession.Status status,
        LocalDate startsOn,
        LocalDate endsOn,
        String topic,
        String bookPart,
        String materials,
        @Nullable UUID guideId,
        @Nullable String guideName,
        @Nullable UUID hostId,
        @Nullable String hostName,
        @Nullable LocalDate heldOn,
        @Nullable String cancelReason,
        boolean imported,
        List<ReadingSessions.NoShow> noShows,
        List<String> can) {

    static SessionView of(
            ReadingSessions.Found found, Footing footing, Caller caller, List<ReadingSessions.NoShow> noShows) {
        var session = found.session();
        var plan = session.plan();
        return new SessionView(
                session.id(),
                session.version(),
                session.groupId(),
                plan.kind(),
                session.status(),
                plan.startsOn(),
                plan.endsOn(),
                plan.topic(),
                plan.bookPart(),
                plan.materials(),
                plan.guideId(),
                found.guideName(),
                found.hostName() == null ? null : plan.hostId(),
                found.hostName(),
                session.heldOn(),
                session.cancelReason(),
                session.importRef() != null,
                noShows,
                SessionPolicy.can(caller, session, footing));
    }
}
