package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.reading.library.RequiredTitle;
import cn.tongxin.reading.library.RequiredTitles;
import cn.tongxin.shared.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sessions that earlier groups held and the titles that were required in those years, as a clerk knows them. */
@Singleton
class SessionImport {
    private final ReadingSessions sessions;
    private final ReadingGroups groups;
    private final Participants participants;
    private final RequiredTitles titles;
    private final History history;
    private final Clock clock;

    SessionImport(
            ReadingSessions sessions,
            ReadingGroups groups,
            Participants participants,
            RequiredTitles titles,
            History history,
            Clock clock) {
        this.sessions = sessions;
        this.groups = groups;
        this.participants = participants;
        this.titles = titles;
        this.history = history;
        this.clock = clock;
    }

    /** False where it is in already, as for each of these. */
    boolean plan(ReadingImport.Event event, ReadingGroup group) {
        var kind = ReadingImportActions.choice(ReadingSession.Kind.class, event.kind());
        new Fields()
                .required("ref", event.ref())
                .check("kind", kind.isPresent(), "unknown", "One of " + List.of(ReadingSession.Kind.values()) + ".")
                .check("host", event.host() == null || participants.isKnown(event.host()), "unknown", "No such seat.")
                .orRefuse();
        var on = Objects.requireNonNull(event.on());
        var plan = new ReadingSession.Plan(
                kind.orElseThrow(), on, on, Objects.requireNonNullElse(event.topic(), ""), "", "", null, event.host());
        SessionActions.checkTexts(new Fields(), plan).orRefuse();
        var there = sessions.findImported(Objects.requireNonNull(event.ref()));
        if (there.isPresent()) {
            var same = there.get().groupId().equals(group.id())
                    && there.get().plan().startsOn().equals(on)
                    && there.get().plan().kind() == plan.kind();
            if (!same) {
                throw ReadingImportActions.differs();
            }
            return false;
        }
        if (event.host() != null) {
            participants.join(
                    group.id(), event.host(), on.atStartOfDay(clock.getZone()).toInstant());
        }
        var session = ReadingSession.planned(Ids.next(), group.id(), plan, event.ref(), clock.instant());
        sessions.insert(session);
        record("reading.session-planned", null, session, group);
        return true;
    }

    boolean swap(ReadingImport.Event event) {
        var session = known(event.ref());
        var host = host(event);
        if (session.status() != ReadingSession.Status.PLANNED
                || host.equals(session.plan().hostId())) {
            return false;
        }
        change("reading.session-reassigned", session, new ReadingSession.Move.Reassign(host));
        return true;
    }

    boolean hold(ReadingImport.Event event) {
        var session = known(event.ref());
        var on = Objects.requireNonNull(event.on());
        if (session.status().isHeld()) {
            if (!on.equals(session.heldOn())) {
                throw ReadingImportActions.differs();
            }
            return false;
        }
        ReadingImportActions.checkOpen(groups.get(session.groupId()), on);
        var host = event.host() == null ? session.plan().hostId() : host(event);
        new Fields().required("host", host).orRefuse();
        var hosted = Objects.requireNonNull(host).equals(session.plan().hostId())
                ? session
                : change("reading.session-reassigned", session, new ReadingSession.Move.Reassign(host));
        change("reading.session-held", hosted, new ReadingSession.Move.Lead(on));
        return true;
    }

    /** A title of the required reading of that year. */
    boolean require(ReadingImport.Event event) {
        var on = Objects.requireNonNull(event.on());
        var title = new RequiredTitle(
                Ids.next(), Objects.requireNonNullElse(event.title(), "").strip(), "", null, on, null);
        RequiredTitle.check(new Fields(), event.category(), title).orRefuse();
        var category = Objects.requireNonNull(event.category()).strip();
        return titles.insert(titles.category(on.getYear(), category, clock.instant()), title, true, clock.instant());
    }

    private ReadingSession known(@Nullable String ref) {
        return Optional.ofNullable(ref)
                .flatMap(sessions::findImported)
                .orElseThrow(
                        () -> Refusal.unprocessable("import.ref-unknown", "No session of this name was brought in.")
                                .field("ref"));
    }

    private UUID host(ReadingImport.Event event) {
        new Fields()
                .check("host", event.host() != null && participants.isKnown(event.host()), "unknown", "No such seat.")
                .orRefuse();
        return Objects.requireNonNull(event.host());
    }

    private ReadingSession change(String kind, ReadingSession session, ReadingSession.Move move) {
        var next = session.after(move, clock.instant());
        sessions.update(next);
        record(kind, session.status(), next, groups.get(session.groupId()));
        return next;
    }

    private void record(
            String kind, ReadingSession.@Nullable Status before, ReadingSession session, ReadingGroup group) {
        history.record(SessionActions.line(kind, session, group)
                .moved(before, session.status())
                .with("imported", true));
    }
}
