package cn.tongxin.handling;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.DueDate;
import cn.tongxin.committee.Settings;
import cn.tongxin.handling.Assignment.Deadlines;
import cn.tongxin.handling.Assignment.Subject;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Timeline;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Handing a matter to units and taking it from them, for the feature whose matter it is, inside its transaction. */
@Singleton
public class Handling {
    private static final String CLOSED = "已办结";
    private static final Set<String> BETWEEN_OFFICE_AND_UNIT =
            Set.of("assignment.reply-rejected", "assignment.urged", "assignment.promise-urged");

    private static final Set<String> OF_THE_UNIT =
            Set.of("assignment.evaluated", "assignment.attached", "assignment.detached");

    private final Assignments assignments;
    private final Ratings ratings;
    private final Consultations consultations;
    private final Units units;
    private final Settings settings;
    private final Calendar calendar;
    private final History history;

    Handling(
            Assignments assignments,
            Ratings ratings,
            Consultations consultations,
            Units units,
            Settings settings,
            Calendar calendar,
            History history) {
        this.assignments = assignments;
        this.ratings = ratings;
        this.consultations = consultations;
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
    public record Deed(@Nullable UUID by, LocalDate on, Instant at, boolean past) {
        /** What follows from time alone: nobody's deed. */
        public static Deed ofTime(LocalDate on, Instant at) {
            return new Deed(null, on, at, false);
        }
    }

    /** The matters of one kind among them on which that unit works now. */
    public Set<UUID> with(String type, Collection<UUID> subjects, @Nullable UUID unit) {
        return assignments.of(type, subjects).stream()
                .filter(a -> a.status().isLive() && a.unitId().equals(unit))
                .map(a -> a.subject().id())
                .collect(Collectors.toSet());
    }

    /**
     * What a proponent reads of the work between office and units: that a reply was sent back or a unit urged, not with
     * which words, and nothing of what the unit thinks of his text or
     * attaches while it writes.
     */
    public static List<Timeline.Entry> forProponents(List<Timeline.Entry> lines) {
        return lines.stream()
                .filter(line -> !OF_THE_UNIT.contains(line.kind()))
                .map(line -> BETWEEN_OFFICE_AND_UNIT.contains(line.kind()) ? line.withoutReason() : line)
                .toList();
    }

    public List<UUID> ids(Subject subject) {
        return all(subject).stream().map(Assignment::id).toList();
    }

    /** Hands the matter to units; their dates start today. */
    public List<Assignment> assign(
            Subject subject, UUID session, boolean plenary, List<Order> orders, Deed deed, @Nullable UUID replaces) {
        check(orders, deed, settings.handlingRules().longestMonths());
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
                    sending(order, role, plenary, deed, replaces),
                    Course.begun(deed.on()),
                    Assignment.Late.NONE,
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
        checkLead(there, deed);
        return sent;
    }

    /** Takes the matter from every unit that has not replied; from one that has told its opinion too, which is kept. */
    public void cancel(Subject subject, String reason, Deed deed) {
        for (var assignment : live(subject)) {
            if (assignment.status().isOpen() || assignment.status() == AssignmentStatus.OPINION_GIVEN) {
                make(new AssignmentMove.Cancel(reason), assignment, deed);
            }
        }
    }

    /** Notes for every reply that nobody has rated that the proponent let the time pass. It never counts as satisfied. */
    public void noResponse(Subject subject, Deed deed) {
        var released = live(subject).stream().filter(Assignment::isReleased).toList();
        var rated = ratings.present(released);
        released.stream().filter(a -> !rated.containsKey(a.id())).forEach(a -> noResponse(a, deed));
    }

    void noResponse(Assignment assignment, Deed deed) {
        var by = new Ratings.Rater(null, deed.by(), "SYSTEM", null, null);
        ratings.insert(assignment, Rating.Given.SILENCE, by, false, List.of(), deed.on(), deed.at());
        record(
                deed,
                Line.of("assignment.no-response", AssignmentLines.SUBJECT, assignment.id())
                        .moved(assignment.status(), assignment.status()));
    }

    /** Nothing more is expected: an assistant's opinion that never came is not waited for. */
    public void close(Subject subject, Deed deed) {
        noResponse(subject, deed);
        for (var assignment : live(subject)) {
            if (assignment.status().isOpen() && !assignment.role().owesReply()) {
                make(new AssignmentMove.Cancel(CLOSED), assignment, deed);
            }
        }
    }

    /** Sends the matter back to every unit whose reply did not satisfy; with the leader its assistants start again. */
    public void rehandle(Subject subject, Deed deed) {
        var rules = settings.handlingRules();
        var days = calendar.workingDays();
        var live = live(subject);
        var rated = ratings.present(live.stream().filter(Assignment::isReleased).toList());
        var again = live.stream()
                .filter(a -> a.isReleased() && Standings.asksForMore(rated.get(a.id()), rules))
                .toList();
        var withAssistants = again.stream().anyMatch(a -> a.role() == AssignmentRole.LEAD);
        for (var assignment : live) {
            var assists = withAssistants && assignment.status() == AssignmentStatus.OPINION_GIVEN;
            if (assists || again.contains(assignment)) {
                var by = days.due(deed.on(), assists ? rules.opinionDue() : rules.rehandlingDue());
                make(new AssignmentMove.Rehandle(by), inGoodHands(assignment, deed), deed);
            }
        }
    }

    /** The unit that stands for it now, where a reform has ended its own since the last round. */
    private Assignment inGoodHands(Assignment assignment, Deed deed) {
        var now = units.current(assignment.unitId(), deed.on());
        return now.equals(assignment.unitId()) ? assignment : make(new AssignmentMove.HandOn(now), assignment, deed);
    }

    /** The meeting after the last round, with its minutes. */
    public void consult(Subject subject, Consultation held, Deed deed) {
        var round =
                live(subject).stream().mapToInt(a -> a.course().round()).max().orElse(1);
        consultations.insertLast(subject, round, held, Objects.requireNonNull(deed.by()), deed.at());
    }

    public Optional<Consultation> consultation(Subject subject) {
        return consultations.last(subject);
    }

    /** How many days the matter lay with units that gave it back in the end; days that two of them had it count once. */
    public int daysLostToReturn(Subject subject) {
        return (int) all(subject).stream()
                .filter(a ->
                        a.course().giveBack() != null && a.course().giveBack().returnedOn() != null)
                .flatMap(a -> a.sending()
                        .on()
                        .datesUntil(Objects.requireNonNull(
                                Objects.requireNonNull(a.course().giveBack()).returnedOn())))
                .distinct()
                .count();
    }

    /** A move that follows from another or from time, told in history. */
    Assignment make(AssignmentMove move, Assignment assignment, Deed deed) {
        var made = change(assignment, move, AssignmentStatus.Facts.past(assignment.role()), deed, false);
        record(
                deed,
                AssignmentLines.of(
                        move,
                        assignment,
                        made,
                        units.find(assignment.unitId()).orElse(null),
                        assignment.subject().id()));
        return made;
    }

    /**
     * The next version of the row. Whether it may be and what is said about it is the caller's.
     *
     * @param rated somebody is asked what he thinks of a reply that this lets through
     */
    Assignment change(
            Assignment assignment, AssignmentMove move, AssignmentStatus.Facts facts, Deed deed, boolean rated) {
        var seen = move.version();
        if (seen != null && !deed.past() && seen != assignment.version()) {
            throw Assignments.outdated();
        }
        var may = move instanceof AssignmentMove.Reply || move instanceof AssignmentMove.ReviewReply;
        var feedbackBy = may && rated
                ? calendar.workingDays()
                        .due(deed.on(), settings.handlingRules().feedbackDue())
                        .date()
                : null;
        var next = assignment.after(move, facts, deed.past() ? null : deed.by(), deed.on(), deed.at(), feedbackBy);
        assignments.update(next);
        if (!next.late().equals(assignment.late())) {
            assignments.noteOvercome(next.id());
        }
        return next;
    }

    private List<Assignment> all(Subject subject) {
        return assignments.of(subject.type(), List.of(subject.id()));
    }

    private List<Assignment> live(Subject subject) {
        return all(subject).stream().filter(a -> a.status().isLive()).toList();
    }

    private static void check(List<Order> orders, Deed deed, int longest) {
        var fields = new Fields().check("units", !orders.isEmpty(), "required", "Name a unit.");
        for (var i = 0; i < orders.size(); i++) {
            if (orders.get(i) == null) {
                fields.required("units[" + i + "]", null);
                continue;
            }
            var by = orders.get(i).replyBy();
            fields.required("units[" + i + "].unitId", orders.get(i).unitId())
                    .required("units[" + i + "].role", orders.get(i).role())
                    .check(
                            "units[" + i + "].replyBy",
                            by == null
                                    || (by.isAfter(deed.on())
                                            && !by.isAfter(deed.on().plusMonths(longest))),
                            "out-of-range",
                            "After today and within " + longest + " months.");
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

    /** Assistants have one leader to tell their opinions to. What is brought in comes unit by unit. */
    private static void checkLead(List<Assignment> there, Deed deed) {
        var assisted = there.stream().anyMatch(a -> a.role() == AssignmentRole.ASSIST);
        if (assisted && !deed.past() && there.stream().noneMatch(a -> a.role() == AssignmentRole.LEAD)) {
            throw Refusal.unprocessable("assignment.no-lead", "Name the unit that leads.")
                    .field("units");
        }
    }

    private Assignment.Sending sending(
            Order order, AssignmentRole role, boolean plenary, Deed deed, @Nullable UUID replaces) {
        var rules = settings.handlingRules();
        var days = calendar.workingDays();
        var accept = days.due(deed.on(), rules.acceptBy());
        var giveBack = days.due(deed.on(), rules.returnWindow());
        var given = order.replyBy();
        DueDate reply = given != null
                ? null
                : days.due(
                        deed.on(),
                        !role.owesReply()
                                ? rules.opinionDue()
                                : plenary ? rules.plenaryReplyDue() : rules.intersessionReplyDue());
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
