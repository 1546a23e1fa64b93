package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Digests;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings in what an office knows of its earlier reading groups, checked as a clerk's input is checked. */
@Singleton
class ReadingImportActions {
    private final ReadingGroups groups;
    private final Participants participants;
    private final Posts posts;
    private final SessionImport sessions;
    private final History history;
    private final Clock clock;

    ReadingImportActions(
            ReadingGroups groups,
            Participants participants,
            Posts posts,
            SessionImport sessions,
            History history,
            Clock clock) {
        this.groups = groups;
        this.participants = participants;
        this.posts = posts;
        this.sessions = sessions;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    ReadingImport.Report take(@Nullable UUID id, List<ReadingImport.Event> events) {
        ReadingPolicy.checkImports(Caller.current());
        new Fields()
                .check("events", !events.isEmpty(), "required", "This is needed.")
                .check("events", events.size() <= ReadingImport.MAX_EVENTS, "too-many", "At most 200 at a time.")
                .whole("events", events)
                .orRefuse();
        var importId = Ids.orNext(id);
        var seen = new HashMap<String, Integer>();
        var refused = new ArrayList<ReadingImport.Refused>();
        var done = 0;
        for (var index = 0; index < events.size(); index++) {
            var event = events.get(index);
            try {
                done += take(event, seen) ? 1 : 0;
            } catch (Refusal refusal) {
                refused.add(refused(index, event, refusal));
            }
        }
        if (done > 0) {
            history.record(
                    Line.of("reading.imported", "reading_import", importId).with("events", done));
        }
        return new ReadingImport.Report(importId, done, events.size() - done - refused.size(), refused);
    }

    /** False where it is in already. Everything is checked before anything is written. */
    private boolean take(ReadingImport.Event event, Map<String, Integer> seen) {
        var today = LocalDate.now(clock);
        new Fields()
                .required("on", event.on())
                .check("on", event.on() == null || !event.on().isAfter(today), "in-future", "It has not happened yet.")
                .check("on", event.on() == null || event.on().getYear() >= 1949, "too-early", "There was none yet.")
                .maxLength("ref", event.ref(), 100)
                .orRefuse();
        return switch (String.valueOf(event.happening())) {
            case "reading.create_group" -> create(event);
            case "reading.open_group" -> open(event);
            case "reading.close_group" -> close(event);
            case "reading.post" -> post(event, seen);
            case "reading.plan_session" -> sessions.plan(event, known("group", event.group()));
            case "reading.swap_host" -> sessions.swap(event);
            case "reading.hold_session" -> sessions.hold(event);
            case "reading.require" -> sessions.require(event);
            default ->
                throw Refusal.unprocessable("import.event-unknown", "This event is not known here.")
                        .field("do");
        };
    }

    private boolean create(ReadingImport.Event event) {
        new Fields()
                .required("ref", event.ref())
                .required("theme", event.theme())
                .required("book", event.book())
                .required("owner", event.owner())
                .required("from", event.from())
                .required("to", event.to())
                .orRefuse();
        var plan = new ReadingGroup.Plan(
                some(event.theme()),
                some(event.book()),
                "",
                some(event.from()),
                some(event.to()),
                ReadingGroup.Visibility.MEMBERS,
                null,
                null,
                false,
                ReadingGroup.Cadence.WEEK,
                null);
        var owner = some(event.owner());
        ReadingActions.checkPlan(new Fields(), plan)
                .check("owner", participants.isKnown(owner), "unknown", "There is no such seat here.")
                .orRefuse();
        var there = groups.findImported(some(event.ref()));
        if (there.isPresent()) {
            if (!there.get().plan().equals(plan) || !there.get().ownerId().equals(owner)) {
                throw differs();
            }
            return false;
        }
        var now = clock.instant();
        var group = ReadingGroup.planned(
                Ids.next(),
                ReadingGroupStatus.APPROVED,
                plan,
                owner,
                Caller.current().seatId(),
                event.ref(),
                now);
        groups.insert(group);
        participants.join(group.id(), owner, start(some(event.on())));
        history.record(ReadingActions.line("reading.created", group)
                .moved(null, group.status())
                .with("theme", plan.theme())
                .with("on", event.on())
                .with("imported", true));
        return true;
    }

    private boolean open(ReadingImport.Event event) {
        var group = known("ref", event.ref());
        if (group.openedOn() != null) {
            if (!group.openedOn().equals(event.on())) {
                throw differs();
            }
            return false;
        }
        move("reading.opened", group, new ReadingMove.Open(), some(event.on()));
        return true;
    }

    private boolean close(ReadingImport.Event event) {
        var group = known("ref", event.ref());
        if (group.closedOn() != null) {
            if (!group.closedOn().equals(event.on())) {
                throw differs();
            }
            return false;
        }
        checkOpen(group, some(event.on()));
        move("reading.closed", group, new ReadingMove.Close(), some(event.on()));
        return true;
    }

    private void move(String kind, ReadingGroup group, ReadingMove move, LocalDate on) {
        var moved = group.after(move, on, clock.instant());
        groups.update(moved);
        history.record(ReadingActions.line(kind, group)
                .moved(group.status(), moved.status())
                .with("theme", group.plan().theme())
                .with("on", on)
                .with("imported", true));
    }

    private boolean post(ReadingImport.Event event, Map<String, Integer> seen) {
        var text = event.text() == null ? "" : event.text();
        var kind = choice(Post.Kind.class, event.kind());
        PostActions.checkText(new Fields(), text)
                .check("kind", kind.isPresent(), "unknown", "One of " + List.of(Post.Kind.values()) + ".")
                .required("author", event.author())
                .check(
                        "author",
                        event.author() != null && participants.isKnown(event.author()),
                        "unknown",
                        "There is no such seat here.")
                .orRefuse();
        var group = known("group", event.group());
        var on = some(event.on());
        checkOpen(group, on);
        var id = postId(event, seen);
        posts.lock(group.id());
        if (posts.find(id).isPresent()) {
            return false;
        }
        var author = some(event.author());
        participants.join(group.id(), author, start(on));
        var content = new Post.Content(kind.orElseThrow(), "", text, null, List.of(), Post.Enclosed.NOTHING);
        var post = Post.imported(id, group.id(), author, content, on, clock.instant());
        posts.insert(post.at(posts.nextPlace(group.id())));
        return true;
    }

    /** The same post has the same id in every run: by its ref, or by what it says and the how manieth of these it is. */
    private static UUID postId(ReadingImport.Event event, Map<String, Integer> seen) {
        var name = event.ref() != null
                ? "ref\n" + event.ref()
                : String.join(
                        "\n",
                        String.valueOf(event.group()),
                        String.valueOf(event.author()),
                        String.valueOf(event.on()),
                        String.valueOf(event.kind()),
                        String.valueOf(event.text()));
        var count = event.ref() == null ? seen.merge(name, 1, Integer::sum) : 1;
        var bytes = ByteBuffer.wrap(Digests.sha256(
                (Caller.current().committeeId() + "\n" + name + "\n" + count).getBytes(StandardCharsets.UTF_8)));
        return new UUID((bytes.getLong() & ~0xF000L) | 0x8000L, (bytes.getLong() >>> 2) | 0x8000000000000000L);
    }

    private ReadingGroup known(String field, @Nullable String ref) {
        return ref == null ? unknown(field) : groups.findImported(ref).orElseGet(() -> unknown(field));
    }

    private static ReadingGroup unknown(String field) {
        throw Refusal.unprocessable("import.ref-unknown", "No group of this name was brought in.")
                .field(field);
    }

    static void checkOpen(ReadingGroup group, LocalDate on) {
        var open = group.openedOn() != null
                && !on.isBefore(group.openedOn())
                && (group.closedOn() == null || !on.isAfter(group.closedOn()));
        if (!open) {
            throw Refusal.unprocessable("import.not-open-then", "The group was not open on that day.")
                    .field("on");
        }
    }

    static Refusal differs() {
        return Refusal.conflict("import.differs", "It was brought in before, and differently.")
                .field("ref");
    }

    static <E extends Enum<E>> Optional<E> choice(Class<E> type, @Nullable String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst();
    }

    private static ReadingImport.Refused refused(int index, ReadingImport.Event event, Refusal refusal) {
        var fault = refusal.fields().isEmpty() ? null : refusal.fields().getFirst();
        return new ReadingImport.Refused(
                index,
                event.ref(),
                refusal.code(),
                fault == null ? null : fault.name(),
                fault == null || fault.detail() == null ? String.valueOf(refusal.getMessage()) : fault.detail());
    }

    private java.time.Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    /** What was checked to be there. */
    private static <T> T some(@Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }
}
