package cn.tongxin.handling;

import static java.util.Comparator.naturalOrder;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.DueDate;
import cn.tongxin.committee.Settings;
import cn.tongxin.handling.Assignment.Deadlines;
import cn.tongxin.handling.Assignment.Subject;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.unit.HandlingUnit;
import cn.tongxin.unit.Units;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Handing a matter to units and taking it from them, for the feature whose matter it is, inside its transaction. */
@Singleton
public class Handling {
    private static final int LONGEST_MONTHS = 6;

    private final Assignments assignments;
    private final Units units;
    private final Settings settings;
    private final Calendar calendar;
    private final History history;

    Handling(Assignments assignments, Units units, Settings settings, Calendar calendar, History history) {
        this.assignments = assignments;
        this.units = units;
        this.settings = settings;
        this.calendar = calendar;
        this.history = history;
    }

    /** To which unit, in which role; by when it shall reply, where that is not left to the rules. */
    @Serdeable
    public record Order(
            @Nullable UUID unitId,
            @Nullable AssignmentRole role,
            @Nullable LocalDate replyBy) {}

    /** Who does it, and when; the day is another than the moment's only for what an office brings in from the past. */
    public record Deed(@Nullable UUID by, LocalDate on, Instant at, boolean past) {}

    /**
     * How the handling of a matter stands, over the assignments that were neither returned nor cancelled.
     *
     * @param live all of them
     * @param owed those that owe the proponent a reply of their own
     * @param replied those of them that have replied
     * @param rated those of them whose reply was rated
     * @param untouched no unit has done anything yet
     * @param feedbackOver the time to rate is over for every reply
     */
    public record Standing(int live, int owed, int replied, int rated, boolean untouched, boolean feedbackOver) {
        public static final Standing NONE = new Standing(0, 0, 0, 0, true, false);

        public boolean allReplied() {
            return owed > 0 && replied == owed;
        }

        public boolean allRated() {
            return owed > 0 && rated == owed;
        }
    }

    public Standing standing(Subject subject, LocalDate today) {
        var live = live(subject);
        var replied =
                live.stream().filter(Handling::hasReplied).map(Assignment::id).toList();
        return standing(
                live, replied.isEmpty() ? 0 : assignments.ratings(replied).size(), today);
    }

    private static Standing standing(List<Assignment> live, int rated, LocalDate today) {
        var replied = live.stream().filter(Handling::hasReplied).toList();
        return new Standing(
                live.size(),
                (int) live.stream().filter(a -> a.role().owesReply()).count(),
                replied.size(),
                rated,
                live.stream().allMatch(Assignment::isUntouched),
                !replied.isEmpty()
                        && replied.stream()
                                .allMatch(a -> a.course().feedbackBy() != null
                                        && a.course().feedbackBy().isBefore(today)));
    }

    private static boolean hasReplied(Assignment assignment) {
        return assignment.role().owesReply() && assignment.status() == AssignmentStatus.REPLIED;
    }

    /**
     * The handling of a matter as a list shows it.
     *
     * @param units the names of those that hold it
     * @param dueOn when the next reply is due, or the rating
     */
    public record Brief(List<String> units, @Nullable LocalDate dueOn, boolean overdue, Standing standing) {
        public static final Brief NONE = new Brief(List.of(), null, false, Standing.NONE);
    }

    /** For the rows of one page, in two queries. */
    public Map<UUID, Brief> briefs(String type, Collection<UUID> subjects, LocalDate today) {
        var live = assignments.of(type, subjects).stream()
                .filter(a -> a.status().isLive())
                .toList();
        var names = units.find(live.stream().map(Assignment::unitId).distinct().toList()).stream()
                .collect(Collectors.toMap(HandlingUnit::id, HandlingUnit::name));
        return live.stream()
                .collect(Collectors.groupingBy(
                        a -> a.subject().id(),
                        Collectors.collectingAndThen(Collectors.toList(), of -> brief(of, names, today))));
    }

    private static Brief brief(List<Assignment> live, Map<UUID, String> names, LocalDate today) {
        var open = live.stream().filter(a -> a.status().isOpen()).toList();
        var dueOn = open.isEmpty()
                ? live.stream()
                        .map(a -> a.course().feedbackBy())
                        .filter(Objects::nonNull)
                        .min(naturalOrder())
                : open.stream().map(a -> a.sending().replyBy()).min(naturalOrder());
        return new Brief(
                live.stream().map(a -> names.getOrDefault(a.unitId(), "")).toList(),
                dueOn.orElse(null),
                open.stream().anyMatch(a -> a.isOverdue(today)),
                standing(live, 0, today));
    }

    /** Whether that unit works on the matter now. */
    public boolean isWith(Subject subject, @Nullable UUID unit) {
        return live(subject).stream().anyMatch(a -> a.unitId().equals(unit));
    }

    public List<UUID> ids(Subject subject) {
        return all(subject).stream().map(Assignment::id).toList();
    }

    /** Hands the matter to units; their dates start today. */
    public List<Assignment> assign(
            Subject subject, UUID session, boolean plenary, List<Order> orders, Deed deed, @Nullable UUID replaces) {
        check(orders, deed);
        var sent = new ArrayList<Assignment>();
        var there = new ArrayList<>(live(subject));
        for (var i = 0; i < orders.size(); i++) {
            var order = orders.get(i);
            var unit = units.get(Objects.requireNonNull(order.unitId()));
            var role = Objects.requireNonNull(order.role());
            checkUnit(unit, deed, "units[" + i + "].unitId");
            checkRole(unit, role, there);
            var assignment = new Assignment(
                    Ids.next(),
                    1,
                    subject,
                    session,
                    unit.id(),
                    role,
                    AssignmentStatus.SENT,
                    sending(order, plenary, deed, replaces),
                    Assignment.Course.NONE,
                    null,
                    deed.past(),
                    deed.at(),
                    deed.at());
            assignments.insert(assignment);
            there.add(assignment);
            sent.add(assignment);
            record(
                    deed,
                    Line.of("assignment.sent", "assignment", assignment.id())
                            .moved(null, assignment.status())
                            .with("unitId", unit.id())
                            .with("unit", unit.name())
                            .with("role", role)
                            .with("replyBy", assignment.sending().replyBy()));
        }
        return sent;
    }

    /** Takes the matter from every unit that has not replied. */
    public void cancel(Subject subject, String reason, Deed deed) {
        for (var assignment : live(subject)) {
            if (assignment.status().isOpen()) {
                var cancelled =
                        change(assignment, new AssignmentMove.Cancel(reason), AssignmentStatus.Facts.PAST, deed);
                record(
                        deed,
                        Line.of("assignment.cancelled", "assignment", assignment.id())
                                .moved(assignment.status(), cancelled.status())
                                .with("unitId", assignment.unitId())
                                .with("reason", reason));
            }
        }
    }

    /** Notes that a proponent has let the time pass; refuses while there is time. */
    public void noResponse(Subject subject, Deed deed) {
        var replied = live(subject).stream().filter(Handling::hasReplied).toList();
        var rated = assignments.ratings(replied.stream().map(Assignment::id).toList());
        for (var assignment : replied) {
            if (!rated.containsKey(assignment.id())) {
                var silence = new Rating(
                        1,
                        Satisfaction.NO_RESPONSE,
                        Satisfaction.NO_RESPONSE,
                        null,
                        deed.on(),
                        deed.at(),
                        false,
                        List.of());
                assignments.insertRating(assignment, silence, new Assignments.Rater(null, deed.by(), "SYSTEM", null));
                record(
                        deed,
                        Line.of("assignment.no-response", "assignment", assignment.id())
                                .moved(assignment.status(), assignment.status()));
            }
        }
    }

    /** For what an office brings in: the unit asked for a return, and it was granted. */
    public void returnedThen(Subject subject, UUID unit, String reason, Deed deed) {
        var asked = change(
                open(subject, unit), new AssignmentMove.RequestReturn(null, reason), AssignmentStatus.Facts.PAST, deed);
        change(asked, new AssignmentMove.DecideReturn(null, true, reason, null), AssignmentStatus.Facts.PAST, deed);
    }

    /** For what an office brings in: the unit replied. */
    public void repliedThen(Subject subject, UUID unit, Reply reply, Deed deed) {
        var move = new AssignmentMove.Reply(null, null, null, null, null, null, null, null);
        var replied = change(open(subject, unit), move, AssignmentStatus.Facts.PAST, deed);
        assignments.insertReply(replied, reply, null, null, deed.at());
    }

    /** For what an office brings in: the proponent rated that unit's reply. */
    public void ratedThen(
            Subject subject,
            UUID unit,
            UUID rater,
            Satisfaction attitude,
            Satisfaction result,
            @Nullable String comment,
            Deed deed) {
        var assignment = live(subject).stream()
                .filter(a -> a.unitId().equals(unit))
                .findFirst()
                .orElseThrow(() -> noAssignment("unit"));
        if (assignment.status() != AssignmentStatus.REPLIED) {
            throw Refusal.conflict("assignment.not-replied", "There is no reply to rate yet.")
                    .field("unit");
        }
        var before = assignments.ratings(List.of(assignment.id())).get(assignment.id());
        var rating = new Rating(
                before == null ? 1 : before.version() + 1,
                attitude,
                result,
                comment,
                deed.on(),
                deed.at(),
                false,
                List.of());
        assignments.insertRating(assignment, rating, new Assignments.Rater(rater, deed.by(), "IMPORT", null));
    }

    /** The next version of the row. Whether it may be and what is said about it is the caller's. */
    Assignment change(Assignment assignment, AssignmentMove move, AssignmentStatus.Facts facts, Deed deed) {
        var seen = move.version();
        if (seen != null && !deed.past() && seen != assignment.version()) {
            throw Assignments.outdated();
        }
        var feedbackBy = move instanceof AssignmentMove.Reply
                ? calendar.workingDays()
                        .due(deed.on(), settings.handlingRules().feedbackDue())
                        .date()
                : null;
        var next = assignment.after(move, facts, deed.past() ? null : deed.by(), deed.on(), deed.at(), feedbackBy);
        assignments.update(next);
        return next;
    }

    private List<Assignment> all(Subject subject) {
        return assignments.of(subject.type(), List.of(subject.id()));
    }

    private List<Assignment> live(Subject subject) {
        return all(subject).stream().filter(a -> a.status().isLive()).toList();
    }

    private Assignment open(Subject subject, UUID unit) {
        return live(subject).stream()
                .filter(a -> a.unitId().equals(unit))
                .findFirst()
                .orElseThrow(() -> noAssignment("unit"));
    }

    private static Refusal noAssignment(String field) {
        return Refusal.unprocessable("assignment.none", "It is not assigned to this unit.")
                .field(field);
    }

    private static void check(List<Order> orders, Deed deed) {
        var fields = new Fields().check("units", !orders.isEmpty(), "required", "Name a unit.");
        for (var i = 0; i < orders.size(); i++) {
            var by = orders.get(i).replyBy();
            fields.required("units[" + i + "].unitId", orders.get(i).unitId())
                    .required("units[" + i + "].role", orders.get(i).role())
                    .check(
                            "units[" + i + "].replyBy",
                            by == null
                                    || (by.isAfter(deed.on())
                                            && !by.isAfter(deed.on().plusMonths(LONGEST_MONTHS))),
                            "out-of-range",
                            "After today and within six months.");
        }
        fields.orRefuse();
    }

    private static void checkUnit(HandlingUnit unit, Deed deed, String field) {
        if (!deed.past() && !unit.isValidOn(deed.on())) {
            throw Refusal.unprocessable("unit.ended", "This unit is no more; assign to its successor.")
                    .field(field);
        }
    }

    private static void checkRole(HandlingUnit unit, AssignmentRole role, List<Assignment> there) {
        for (var other : there) {
            if (other.unitId().equals(unit.id())) {
                throw Refusal.unprocessable("assignment.unit-has-it", "This unit has it already.")
                        .field("units");
            }
            if (!role.goesWith(other.role())) {
                throw Refusal.unprocessable(
                                "assignment.roles-clash",
                                "A unit as " + role + " cannot work beside one as " + other.role() + ".")
                        .field("units");
            }
        }
    }

    private Assignment.Sending sending(Order order, boolean plenary, Deed deed, @Nullable UUID replaces) {
        var rules = settings.handlingRules();
        var days = calendar.workingDays();
        var accept = days.due(deed.on(), rules.acceptBy());
        var giveBack = days.due(deed.on(), rules.returnWindow());
        var given = order.replyBy();
        DueDate reply = given != null
                ? null
                : days.due(deed.on(), plenary ? rules.plenaryReplyDue() : rules.intersessionReplyDue());
        return new Assignment.Sending(
                deed.on(),
                deed.by(),
                accept.date(),
                giveBack.date(),
                reply == null ? Objects.requireNonNull(given) : reply.date(),
                new Deadlines(accept, giveBack, reply),
                replaces);
    }

    /** What is brought in from the past is told in one line for the whole batch, by the feature. */
    private void record(Deed deed, Line line) {
        if (!deed.past()) {
            history.record(line);
        }
    }

    Optional<HandlingUnit> unit(UUID id) {
        return units.find(id);
    }
}
