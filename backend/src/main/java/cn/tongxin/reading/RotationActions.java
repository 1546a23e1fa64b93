package cn.tongxin.reading;

import cn.tongxin.history.History;
import cn.tongxin.http.Fields;
import cn.tongxin.shared.Ids;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fills the roster of a group by a rule: the hosts take turns, each for a day, a week or a month as the group's cadence says. */
@Singleton
class RotationActions {
    static final int HOSTS = 100;

    /** A year of days; whoever wants more fills again. */
    private static final int STRETCHES = 366;

    private final Admission admission;
    private final ReadingSessions sessions;
    private final Rotations rotations;
    private final Participants participants;
    private final Posts posts;
    private final History history;
    private final Clock clock;

    RotationActions(
            Admission admission,
            ReadingSessions sessions,
            Rotations rotations,
            Participants participants,
            Posts posts,
            History history,
            Clock clock) {
        this.admission = admission;
        this.sessions = sessions;
        this.rotations = rotations;
        this.participants = participants;
        this.posts = posts;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Fills what has no session yet, from today or the group's first day on. Whoever hosts elsewhere in those days is passed
     * over; where nobody is left the gap stays, and the roster shows it. The turns go on after whoever hosts last before them.
     */
    @Transactional
    void fill(UUID groupId, List<UUID> hosts, @Nullable String topic) {
        posts.lock(groupId); // one fills at a time
        var group = admission.load(groupId, new ReadingMove.Plan()).group();
        var named = topic == null || topic.isBlank() ? group.plan().theme() : topic;
        check(groupId, hosts, named);
        rotations.keep(groupId, hosts);
        var planned = planned(group);
        var filled = 0;
        var first = new LinkedHashMap<UUID, LocalDate>();
        for (var stretch : open(group, planned)) {
            var before = planned.stream()
                    .filter(there -> there.startsOn().isBefore(stretch.from()))
                    .map(ReadingSession.Plan::hostId)
                    .filter(Objects::nonNull)
                    .toList();
            var host = next(hosts, turnAfter(hosts, before), stretch);
            if (host >= 0) {
                filled++;
                var whose = hosts.get(host % hosts.size());
                first.putIfAbsent(whose, stretch.from());
                var plan = new ReadingSession.Plan(
                        ReadingSession.Kind.ROTA_SHARING, stretch.from(), stretch.to(), named, "", "", null, whose);
                sessions.insert(ReadingSession.planned(Ids.next(), groupId, plan, null, clock.instant()));
                planned.add(plan);
                planned.sort(Comparator.comparing(ReadingSession.Plan::startsOn));
            }
        }
        history.record(ReadingActions.line("reading.rotation-filled", group)
                .with("theme", group.plan().theme())
                .with("sessions", filled));
        first.forEach((whose, on) -> history.record(ReadingActions.line("reading.turn-given", group)
                .with("theme", group.plan().theme())
                .with("seat", whose)
                .with("on", on)));
    }

    /** Days that one host is on duty. */
    record Stretch(LocalDate from, LocalDate to) {}

    private void check(UUID group, List<UUID> hosts, String topic) {
        var fields = PostActions.checkStorable(new Fields(), "topic", topic)
                .maxLength("topic", topic, 60)
                .whole("hostIds", hosts)
                .check("hostIds", !hosts.isEmpty(), "required", "Somebody must host.")
                .check("hostIds", hosts.size() <= HOSTS, "too-many", "At most " + HOSTS + ".");
        fields.orRefuse();
        var there = participants.countIn(group, List.copyOf(new java.util.HashSet<>(hosts)));
        fields.check(
                        "hostIds",
                        there == new java.util.HashSet<>(hosts).size(),
                        "not-in-group",
                        "Only who is in the group hosts.")
                .check(
                        "hostIds",
                        hosts.stream().allMatch(participants::isActiveHost),
                        "reads-only",
                        "Guests and visitors read along and do not host.")
                .orRefuse();
    }

    /** What is planned in a group and was not called off, in its order. */
    private List<ReadingSession.Plan> planned(ReadingGroup group) {
        return new ArrayList<>(sessions
                .of(List.of(group.id()), group.plan().startsOn(), group.plan().endsOn())
                .stream()
                .map(ReadingSessions.Found::session)
                .filter(session -> session.status() != ReadingSession.Status.CANCELLED)
                .map(ReadingSession::plan)
                .toList());
    }

    /** The stretches between today and the end of the group in which nothing is planned. */
    private List<Stretch> open(ReadingGroup group, List<ReadingSession.Plan> planned) {
        var plan = group.plan();
        var today = LocalDate.now(clock);
        var from = plan.startsOn().isBefore(today) ? today : plan.startsOn();
        return stretches(plan, from).stream()
                .filter(stretch -> planned.stream()
                        .noneMatch(there -> !there.startsOn().isAfter(stretch.to())
                                && !there.endsOn().isBefore(stretch.from())))
                .toList();
    }

    /**
     * Whose turn it is, as a place in the order: the one after the last host before who takes turns. Where somebody stands in
     * the order more than once, it is after that place whose forerunners have hosted, too.
     */
    static int turnAfter(List<UUID> order, List<UUID> before) {
        for (var at = before.size(); at > 0; at--) {
            var hosted = before.subList(0, at);
            var place = IntStream.range(0, order.size())
                    .filter(each -> order.get(each).equals(hosted.getLast()))
                    .boxed()
                    .max(Comparator.<Integer>comparingInt(each -> alike(order, each, hosted))
                            .thenComparing(Comparator.reverseOrder()));
            if (place.isPresent()) {
                return (place.get() + 1) % order.size();
            }
        }
        return 0;
    }

    /** How many, counted back from this place, have hosted in the same order. */
    private static int alike(List<UUID> order, int place, List<UUID> hosted) {
        var most = Math.min(order.size(), hosted.size());
        return IntStream.range(0, most)
                .filter(back -> !order.get(Math.floorMod(place - back, order.size()))
                        .equals(hosted.get(hosted.size() - 1 - back)))
                .findFirst()
                .orElse(most);
    }

    static List<Stretch> stretches(ReadingGroup.Plan plan, LocalDate from) {
        var all = new ArrayList<Stretch>();
        for (var day = from;
                !day.isAfter(plan.endsOn()) && all.size() < STRETCHES;
                day = all.getLast().to().plusDays(1)) {
            var end = switch (plan.cadence()) {
                case DAY -> day;
                case WEEK -> Roster.monday(day).plusDays(6);
                case MONTH -> day.withDayOfMonth(day.lengthOfMonth());
            };
            all.add(new Stretch(day, end.isAfter(plan.endsOn()) ? plan.endsOn() : end));
        }
        return all;
    }

    /** Whose turn it is, counted from {@code turn} on; -1 where all of them host elsewhere. */
    private int next(List<UUID> hosts, int turn, Stretch stretch) {
        return IntStream.range(turn, turn + hosts.size())
                .filter(at -> sessions.elsewhere(hosts.get(at % hosts.size()), Ids.next(), stretch.from(), stretch.to())
                        .isEmpty())
                .findFirst()
                .orElse(-1);
    }
}
