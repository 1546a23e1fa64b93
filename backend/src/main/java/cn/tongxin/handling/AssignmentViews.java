package cn.tongxin.handling;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.Settings;
import cn.tongxin.committee.WorkingDays;
import cn.tongxin.handling.Assignment.Subject;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.unit.HandlingUnit;
import cn.tongxin.unit.Units;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts assignments together with units, replies and ratings, as the reader may see them: a handful of queries for any number. */
@Singleton
public class AssignmentViews {
    private final Assignments assignments;
    private final Matters matters;
    private final Units units;
    private final Calendar calendar;
    private final Settings settings;

    AssignmentViews(Assignments assignments, Matters matters, Units units, Calendar calendar, Settings settings) {
        this.assignments = assignments;
        this.matters = matters;
        this.units = units;
        this.calendar = calendar;
        this.settings = settings;
    }

    /** The assignments of one matter that this reader may see. */
    public List<AssignmentView> of(Subject subject) {
        return views(assignments.of(subject.type(), List.of(subject.id())), false);
    }

    AssignmentView of(Assignment assignment) {
        var views = views(List.of(assignment), true);
        if (views.isEmpty()) {
            throw Refusal.notFound();
        }
        return views.getFirst();
    }

    /** Without texts, replies and ratings. */
    List<AssignmentView> brief(List<Assignment> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var scene = new Scene(matters.of(rows), unitsOf(rows), Map.of(), ratings(rows), false);
        return rows.stream().map(scene::view).toList();
    }

    private List<AssignmentView> views(List<Assignment> rows, boolean withText) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var ids = rows.stream().map(Assignment::id).toList();
        var scene = new Scene(matters.of(rows), unitsOf(rows), assignments.replies(ids), ratings(rows), withText);
        return rows.stream().filter(scene::isVisible).map(scene::view).toList();
    }

    private Map<UUID, HandlingUnit> unitsOf(Collection<Assignment> rows) {
        var ids = rows.stream().map(Assignment::unitId).distinct().toList();
        return Assignments.byId(units.find(ids), HandlingUnit::id);
    }

    private Map<UUID, Rating> ratings(Collection<Assignment> rows) {
        return assignments.ratings(rows.stream().map(Assignment::id).toList());
    }

    /** What is around the rows of one answer. */
    private final class Scene {
        private final Caller caller = Caller.current();
        private final LocalDate today = calendar.today();
        private final WorkingDays days = calendar.workingDays();
        private final boolean silenceAccepts = settings.handlingRules().silenceAccepts();
        private final Map<UUID, Matter> known;
        private final Map<UUID, HandlingUnit> unitsById;
        private final Map<UUID, Reply> replies;
        private final Map<UUID, Rating> ratings;
        private final boolean withText;

        Scene(
                Map<UUID, Matter> known,
                Map<UUID, HandlingUnit> unitsById,
                Map<UUID, Reply> replies,
                Map<UUID, Rating> ratings,
                boolean withText) {
            this.known = known;
            this.unitsById = unitsById;
            this.replies = replies;
            this.ratings = ratings;
            this.withText = withText;
        }

        boolean isVisible(Assignment assignment) {
            return AssignmentPolicy.sees(caller, assignment, matter(assignment));
        }

        AssignmentView view(Assignment a) {
            var matter = matter(a);
            var sending = a.sending();
            var course = a.course();
            var unit = unitsById.get(a.unitId());
            return new AssignmentView(
                    a.id(),
                    a.version(),
                    a.subject().type(),
                    a.subject().id(),
                    matter.number(),
                    matter.title(),
                    matter.lead(),
                    a.unitId(),
                    unit == null ? "" : unit.name(),
                    a.role(),
                    a.status(),
                    sending.on(),
                    sending.acceptBy(),
                    sending.returnBy(),
                    sending.replyBy(),
                    sending.why(),
                    a.isOverdue(today),
                    a.status().isOpen() ? days.between(today, sending.replyBy()) : null,
                    course.acceptedOn(),
                    facts(a).silenceAccepted() && a.status() == AssignmentStatus.SENT,
                    course.returnRequestedOn(),
                    course.returnReason(),
                    course.returnDecision(),
                    course.returnedOn(),
                    course.repliedOn(),
                    course.feedbackBy(),
                    course.cancelledOn(),
                    course.cancelReason(),
                    a.imported(),
                    withText ? matter.situation() : null,
                    withText ? matter.analysis() : null,
                    withText ? matter.suggestions() : null,
                    replies.get(a.id()),
                    rating(a),
                    can(a, matter));
        }

        private Matter matter(Assignment assignment) {
            var matter = known.get(assignment.subject().id());
            if (matter == null) {
                throw new IllegalStateException("An assignment without a matter: " + assignment.id());
            }
            return matter;
        }

        private @Nullable Rating rating(Assignment assignment) {
            var rating = ratings.get(assignment.id());
            if (rating == null || AssignmentPolicy.isOffice(caller)) {
                return rating;
            }
            return new Rating(
                    rating.version(),
                    rating.attitude(),
                    rating.result(),
                    rating.comment(),
                    rating.ratedOn(),
                    rating.ratedAt(),
                    rating.onBehalf(),
                    List.of());
        }

        private List<String> can(Assignment assignment, Matter matter) {
            var can = new ArrayList<String>();
            AssignmentSteps.ALL.forEach((name, move) -> {
                if (AssignmentPolicy.allows(caller, move, assignment) && permits(assignment, move)) {
                    can.add(name);
                }
            });
            if (assignment.status() == AssignmentStatus.REPLIED && AssignmentPolicy.rates(caller, matter)) {
                can.add("rate");
            }
            return can;
        }

        private boolean permits(Assignment assignment, AssignmentMove move) {
            try {
                assignment.status().after(move, facts(assignment));
                return true;
            } catch (Refusal notNow) {
                return false;
            }
        }

        private AssignmentStatus.Facts facts(Assignment assignment) {
            var over = assignment.sending().returnBy().isBefore(today);
            var last = assignment.lastMove();
            var before = last == null || ratings.containsKey(assignment.id()) ? null : last.from();
            return new AssignmentStatus.Facts(over, over && silenceAccepts, before);
        }
    }
}
