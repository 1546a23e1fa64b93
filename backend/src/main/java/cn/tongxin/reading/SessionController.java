package cn.tongxin.reading;

import cn.tongxin.http.Fields;
import cn.tongxin.http.ForVisitors;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The roster of a reading group over HTTP: its sessions, its weeks, the swaps between hosts. */
@Controller("/api/reading-groups/{groupId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@ForVisitors
class SessionController {
    private final PostReading reading;
    private final ReadingSessions sessions;
    private final Swaps swaps;
    private final SessionActions actions;
    private final RotationActions rotation;
    private final Rotations rotations;
    private final Hosts hosts;
    private final SwapActions swapping;
    private final Clock clock;

    SessionController(
            PostReading reading,
            ReadingSessions sessions,
            Swaps swaps,
            SessionActions actions,
            RotationActions rotation,
            Rotations rotations,
            Hosts hosts,
            SwapActions swapping,
            Clock clock) {
        this.reading = reading;
        this.sessions = sessions;
        this.swaps = swaps;
        this.actions = actions;
        this.rotation = rotation;
        this.rotations = rotations;
        this.hosts = hosts;
        this.swapping = swapping;
        this.clock = clock;
    }

    /** A session as it is planned: without {@code endsOn} it is one day, without {@code kind} a sharing in rotation. */
    @Serdeable
    record Planned(
            @Nullable UUID id,
            @Nullable Integer version,
            ReadingSession.@Nullable Kind kind,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String topic,
            @Nullable String bookPart,
            @Nullable String materials,
            @Nullable UUID guideId,
            @Nullable UUID hostId) {
        ReadingSession.Plan plan() {
            return new ReadingSession.Plan(
                    kind == null ? ReadingSession.Kind.ROTA_SHARING : kind,
                    startsOn,
                    endsOn == null ? startsOn : endsOn,
                    topic,
                    bookPart == null ? "" : bookPart,
                    materials == null ? "" : materials,
                    guideId,
                    hostId);
        }
    }

    /** Who takes turns, in this order; {@code topic} of each session, by default the group's theme. */
    @Serdeable
    record Turns(@Nullable List<UUID> hostIds, @Nullable String topic) {}

    @Serdeable
    record NewHost(int version, UUID hostId, boolean noShow) {}

    @Serdeable
    record Held(int version, @Nullable LocalDate heldOn) {}

    @Serdeable
    record Reasoned(int version, String reason) {}

    @Serdeable
    record Asked(@Nullable UUID id, UUID to) {}

    /** What the other, the host or whoever runs the group says to a swap: ACCEPT, DECLINE, WITHDRAW or CONFIRM. */
    @Serdeable
    record Settled(Swap.Step step) {}

    /**
     * The sessions of some weeks, the weeks themselves with their gaps, and the swaps that are open. For those who plan: {@code
     * rotation}, the order in which the hosts took turns last, and {@code clashes}, what is to come although its host hosts in
     * another group in the same days.
     */
    @Serdeable
    record RosterView(
            List<Roster.Week> weeks,
            List<SessionView> sessions,
            List<SwapView> swaps,
            List<Rotations.Turn> rotation,
            List<Hosts.Clash> clashes) {}

    /** From a day on, by default the group's first, for so many weeks (1 to 60, by default all of the group's). */
    @Get("/roster{?from,weeks}")
    @Transactional(readOnly = true)
    RosterView roster(UUID groupId, @Nullable @QueryValue LocalDate from, @Nullable @QueryValue Integer weeks) {
        var caller = Caller.current();
        var footing = reading.group(groupId).footing();
        var group = footing.group();
        new Fields()
                .check("from", from == null || ReadingActions.isOfOurTime(from), "out-of-range", "A day of our time.")
                .check("weeks", weeks == null || (weeks >= 1 && weeks <= 60), "out-of-range", "1 to 60.")
                .orRefuse();
        var first = from == null ? group.plan().startsOn() : from;
        var last = weeks == null
                ? group.plan().endsOn()
                : Roster.monday(first).plusWeeks(weeks).minusDays(1);
        var found = sessions.of(List.of(groupId), Roster.monday(first), last);
        var today = LocalDate.now(clock);
        var plans = ReadingPolicy.moderates(caller, footing);
        return new RosterView(
                Roster.weeks(group.plan(), found, first, last, today),
                views(found, footing, caller),
                swaps.ofGroup(groupId).stream()
                        .map(swap -> SwapView.of(swap, footing, caller))
                        .toList(),
                plans ? rotations.of(groupId) : List.of(),
                plans ? hosts.clashes(groupId, today) : List.of());
    }

    /** The hosts take turns: fills whatever has no session yet, from today on, as the group's cadence says. */
    @Put("/rotation")
    RosterView rotate(UUID groupId, @Body Turns body) {
        rotation.fill(groupId, body.hostIds() == null ? List.of() : body.hostIds(), body.topic());
        return roster(groupId, null, null);
    }

    @Get("/sessions/{id}")
    @Transactional(readOnly = true)
    SessionView show(UUID groupId, UUID id) {
        var footing = reading.group(groupId).footing();
        var found = sessions.find(groupId, id).orElseThrow(Refusal::notFound);
        return views(List.of(found), footing, Caller.current()).getFirst();
    }

    private List<SessionView> views(List<ReadingSessions.Found> found, Footing footing, Caller caller) {
        var noShows = ReadingPolicy.runs(caller, footing)
                ? sessions.noShows(
                        found.stream().map(each -> each.session().id()).toList())
                : Map.<UUID, List<ReadingSessions.NoShow>>of();
        return found.stream()
                .map(each -> SessionView.of(
                        each,
                        footing,
                        caller,
                        noShows.getOrDefault(each.session().id(), List.of())))
                .toList();
    }

    @Post("/sessions")
    @Status(HttpStatus.CREATED)
    SessionView plan(UUID groupId, @Body Planned body) {
        return show(groupId, actions.plan(groupId, body.id(), body.plan()));
    }

    @Put("/sessions/{id}")
    SessionView edit(UUID groupId, UUID id, @Body Planned body) {
        actions.edit(groupId, id, body.version() == null ? 0 : body.version(), body.plan());
        return show(groupId, id);
    }

    /** Gives the session to another host. */
    @Put("/sessions/{id}/host")
    SessionView reassign(UUID groupId, UUID id, @Body NewHost body) {
        actions.reassign(groupId, id, body.version(), body.hostId(), body.noShow());
        return show(groupId, id);
    }

    /** It was noted as held by mistake: it is planned again, and the reason stays in the history. */
    @Put("/sessions/{id}/reopening")
    SessionView unlead(UUID groupId, UUID id, @Body Reasoned body) {
        actions.unlead(groupId, id, body.version(), body.reason());
        return show(groupId, id);
    }

    /** It was held; from this day on it counts. */
    @Put("/sessions/{id}/holding")
    SessionView lead(UUID groupId, UUID id, @Body Held body) {
        actions.lead(groupId, id, body.version(), body.heldOn());
        return show(groupId, id);
    }

    @Put("/sessions/{id}/cancellation")
    SessionView cancel(UUID groupId, UUID id, @Body Reasoned body) {
        actions.cancel(groupId, id, body.version(), body.reason());
        return show(groupId, id);
    }

    @Get("/sessions/{id}/swaps")
    @Transactional(readOnly = true)
    List<SwapView> swaps(UUID groupId, UUID id) {
        var footing = reading.group(groupId).footing();
        sessions.get(groupId, id);
        return swaps.ofSession(id).stream()
                .map(swap -> SwapView.of(swap, footing, Caller.current()))
                .toList();
    }

    @Post("/sessions/{id}/swaps")
    @Status(HttpStatus.CREATED)
    List<SwapView> ask(UUID groupId, UUID id, @Body Asked body) {
        swapping.ask(groupId, id, body.id(), body.to());
        return swaps(groupId, id);
    }

    @Put("/sessions/{id}/swaps/{swapId}")
    List<SwapView> settle(UUID groupId, UUID id, UUID swapId, @Body Settled body) {
        swapping.settle(groupId, id, swapId, body.step());
        return swaps(groupId, id);
    }
}
