package cn.tongxin.handling;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.HandlingRules;
import cn.tongxin.committee.RehandlingTrigger;
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
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts assignments together with units, replies and ratings, as the reader may see them: a handful of queries for any number. */
@Singleton
public class AssignmentViews {
    private final Assignments assignments;
    private final Replies replies;
    private final Ratings ratings;
    private final Consultations consultations;
    private final Matters matters;
    private final Units units;
    private final Calendar calendar;
    private final Settings settings;

    AssignmentViews(
            Assignments assignments,
            Replies replies,
            Ratings ratings,
            Consultations consultations,
            Matters matters,
            Units units,
            Calendar calendar,
            Settings settings) {
        this.assignments = assignments;
        this.replies = replies;
        this.ratings = ratings;
        this.consultations = consultations;
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

    /** Without texts, replies and talks. */
    List<AssignmentView> brief(List<Assignment> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var scene = new Scene(rows, List.of(), false);
        return rows.stream().map(scene::view).toList();
    }

    private List<AssignmentView> views(List<Assignment> rows, boolean withText) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var subject = rows.getFirst().subject();
        var scene = new Scene(rows, assignments.of(subject.type(), List.of(subject.id())), withText);
        return rows.stream().filter(scene::isVisible).map(scene::view).toList();
    }

    /** What is around the rows of one answer. {@code family} are all units' assignments where the rows are of one matter. */
    private final class Scene {
        private final Caller caller = Caller.current();
        private final LocalDate today = calendar.today();
        private final WorkingDays days = calendar.workingDays();
        private final HandlingRules rules = settings.handlingRules();
        private final AssignmentChecks checks = new AssignmentChecks(rules, days, today);
        private final Map<UUID, Matter> known;
        private final Map<UUID, HandlingUnit> unitsById;
        private final List<Assignment> family;
        private final List<Replies.OfRound> said;
        private final List<Ratings.OfRound> rated;
        private final Map<UUID, List<Contact>> talks;
        private final Map<UUID, List<Consultation>> meetings;
        private final Map<UUID, Opinion> opinions;
        private final Map<UUID, Evaluation> evaluations;
        private final boolean withText;
        private final Behind behind;

        Scene(List<Assignment> rows, List<Assignment> all, boolean withText) {
            var ids = rows.stream().map(Assignment::id).toList();
            var whole = !all.isEmpty();
            this.known = matters.of(rows);
            this.family = all.stream().filter(a -> a.status().isLive()).toList();
            this.unitsById =
                    unitsOf(Stream.concat(rows.stream(), family.stream()).toList());
            this.said = whole ? replies.of(ids) : List.of();
            this.rated = ratings.of(ids);
            this.talks = whole ? ratings.contacts(ids) : Map.of();
            this.meetings = whole ? consultations.of(ids) : Map.of();
            this.opinions = whole && family.stream().anyMatch(a -> !a.role().owesReply())
                    ? replies.opinions(family.stream().map(Assignment::id).toList())
                    : Map.of();
            this.evaluations = whole ? ratings.evaluations(ids) : Map.of();
            this.withText = withText;
            var one = rows.getFirst();
            this.behind = withText && AssignmentPolicy.seesWork(caller, one)
                    ? matters.subject(one.subject()).behind(one.subject().id())
                    : Behind.NOBODY;
        }

        boolean isVisible(Assignment assignment) {
            return AssignmentPolicy.sees(caller, assignment, matter(assignment));
        }

        AssignmentView view(Assignment a) {
            var matter = matter(a);
            var sending = a.sending();
            var course = a.course();
            var giveBack = course.giveBack();
            var works = AssignmentPolicy.seesWork(caller, a);
            var reply = works || a.isReleased() ? reply(a, course.round()) : null;
            return new AssignmentView(
                    a.id(),
                    a.version(),
                    a.subject().type(),
                    a.subject().id(),
                    matter.number(),
                    matter.title(),
                    matter.lead(),
                    a.unitId(),
                    unit(a),
                    a.role(),
                    a.status(),
                    course.round(),
                    sending.on(),
                    sending.acceptBy(),
                    sending.returnBy(),
                    sending.replyBy(),
                    sending.why(),
                    a.isOverdue(today),
                    a.status().isOpen() ? days.between(today, sending.replyBy()) : null,
                    course.acceptedOn(),
                    course.bySilence() || (facts(a).silenceAccepted() && a.status() == AssignmentStatus.SENT),
                    giveBack == null ? null : giveBack.requestedOn(),
                    giveBack == null ? null : giveBack.reason(),
                    giveBack == null ? null : giveBack.decision(),
                    giveBack == null ? null : giveBack.returnedOn(),
                    course.extension(),
                    works && a.status().isOpen() ? checks.longest(a) : null,
                    a.late().since(),
                    a.late().urgedOn(),
                    a.late().escalatedTo(),
                    course.repliedOn(),
                    course.releasedOn(),
                    works ? course.reviewComment() : null,
                    course.feedbackBy(),
                    course.cancelledOn(),
                    course.cancelReason(),
                    a.imported(),
                    withText ? matter.situation() : null,
                    withText ? matter.analysis() : null,
                    withText ? matter.research() : null,
                    withText ? matter.suggestions() : null,
                    works ? matter.wantsContactBy() : null,
                    works ? behind.proponents() : List.of(),
                    works ? behind.joined() : List.of(),
                    works ? others(a) : List.of(),
                    talks.getOrDefault(a.id(), List.of()),
                    meetings.getOrDefault(a.id(), List.of()),
                    works ? opinions(a) : List.of(),
                    works && a.role() == AssignmentRole.LEAD ? opinionsMissing(a) : List.of(),
                    reply,
                    works && reply != null ? rules.secrecyWords().hits(reply.words()) : List.of(),
                    rating(a, course.round()),
                    IntStream.range(1, course.round())
                            .mapToObj(round -> new AssignmentView.Round(round, reply(a, round), rating(a, round)))
                            .toList(),
                    !family.isEmpty() && asksToRate(a, matter) ? rehandling() : null,
                    works ? evaluations.get(a.id()) : null,
                    can(a, matter));
        }

        private AssignmentView.Rehandling rehandling() {
            return new AssignmentView.Rehandling(
                    Standings.round(family) > rules.rehandlings(),
                    rules.rehandlingTrigger() == RehandlingTrigger.RESULT_OR_ATTITUDE);
        }

        private Matter matter(Assignment assignment) {
            var matter = known.get(assignment.subject().id());
            if (matter == null) {
                throw new IllegalStateException("An assignment without a matter: " + assignment.id());
            }
            return matter;
        }

        private String unit(Assignment assignment) {
            var unit = unitsById.get(assignment.unitId());
            return unit == null ? "" : unit.name();
        }

        private List<AssignmentView.Other> others(Assignment assignment) {
            return family.stream()
                    .filter(other -> !other.id().equals(assignment.id()))
                    .map(other -> new AssignmentView.Other(
                            other.id(),
                            unit(other),
                            other.role(),
                            other.status(),
                            other.sending().replyBy()))
                    .toList();
        }

        /** An assistant's own, and for the leader and the office everybody's. */
        private List<Opinion> opinions(Assignment assignment) {
            return family.stream()
                    .filter(other -> assignment.role() == AssignmentRole.LEAD
                            || other.id().equals(assignment.id()))
                    .map(other -> opinions.get(other.id()))
                    .filter(Objects::nonNull)
                    .map(opinion -> opinion.warned(rules.secrecyWords()))
                    .toList();
        }

        private List<String> opinionsMissing(Assignment assignment) {
            return family.stream()
                    .filter(other -> !other.role().owesReply() && other.status().isOpen())
                    .map(this::unit)
                    .toList();
        }

        private @Nullable Reply reply(Assignment assignment, int round) {
            return said.stream()
                    .filter(each -> each.assignment().equals(assignment.id()) && each.round() == round)
                    .map(each -> each.reply().meaning(rules.gradeLetters()))
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable Rating rating(Assignment assignment, int round) {
            return rated.stream()
                    .filter(each -> each.assignment().equals(assignment.id()))
                    .map(Ratings.OfRound::rating)
                    .filter(rating -> rating.round() == round)
                    .map(rating -> AssignmentPolicy.isOffice(caller, assignment) ? rating : rating.withoutFlags())
                    .findFirst()
                    .orElse(null);
        }

        private List<String> can(Assignment assignment, Matter matter) {
            var can = new ArrayList<String>();
            AssignmentSteps.ALL.forEach((name, move) -> {
                if (AssignmentPolicy.allows(caller, move, assignment) && permits(assignment, move)) {
                    can.add(name);
                }
            });
            var open = assignment.status().isOpen();
            if (open && AssignmentPolicy.worksOn(caller, assignment)) {
                can.add("contact");
            }
            if (AssignmentPolicy.consults(caller, assignment) && ConsultationActions.isOnTheWay(assignment, matter)) {
                can.add("hold-consultation");
            }
            if (AssignmentPolicy.talks(caller, assignment, matter)
                    && behind.reachable().findAny().isPresent()) {
                can.add("open-phone");
            }
            if (!open && AssignmentPolicy.worksOn(caller, assignment)) {
                can.add("evaluate");
            }
            if (open && AssignmentPolicy.urges(caller, assignment)) {
                can.add("urge");
            }
            if (asksToRate(assignment, matter)) {
                can.add("rate");
            }
            return can;
        }

        private boolean asksToRate(Assignment assignment, Matter matter) {
            return assignment.isReleased()
                    && matters.subject(assignment.subject()).isRated()
                    && AssignmentPolicy.rates(caller, matter)
                    && AssignmentPolicy.replaces(
                            caller,
                            matter,
                            rating(assignment, assignment.course().round()))
                    && checks.isRatable(assignment, matter);
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
            var given = rating(assignment, assignment.course().round()) != null;
            return AssignmentActions.facts(assignment, rules, today, given);
        }
    }

    private Map<UUID, HandlingUnit> unitsOf(Collection<Assignment> rows) {
        var ids = rows.stream().map(Assignment::unitId).distinct().toList();
        return Assignments.byId(units.find(ids), HandlingUnit::id);
    }
}
