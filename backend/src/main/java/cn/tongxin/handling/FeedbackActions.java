package cn.tongxin.handling;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.Settings;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What proponent, unit and office tell each other besides the moves: talks, ratings, evaluations, urgings. */
@Singleton
class FeedbackActions {
    private final Assignments assignments;
    private final Replies replies;
    private final Ratings ratings;
    private final AssignmentViews views;
    private final Matters matters;
    private final Settings settings;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    FeedbackActions(
            Assignments assignments,
            Replies replies,
            Ratings ratings,
            AssignmentViews views,
            Matters matters,
            Settings settings,
            Calendar calendar,
            History history,
            Clock clock) {
        this.assignments = assignments;
        this.replies = replies;
        this.ratings = ratings;
        this.views = views;
        this.matters = matters;
        this.settings = settings;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /** Attitude and result apart; a later rating replaces the earlier one, which is kept. */
    @Transactional
    AssignmentView rate(UUID id, Rating.Given given, @Nullable String device) {
        var assignment = assignments.get(id);
        var matter = matters.get(assignment.subject());
        var caller = Caller.current();
        if (!AssignmentPolicy.sees(caller, assignment, matter)) {
            throw Refusal.notFound();
        }
        if (!AssignmentPolicy.rates(caller, matter)) {
            throw Refusal.notAllowed();
        }
        assignments.lock(id);
        if (!AssignmentPolicy.replaces(
                caller, matter, ratings.present(List.of(assignment)).get(id))) {
            throw Refusal.conflict(
                    "rating.given-by-proponent", "The proponent has rated himself; he alone changes it.");
        }
        var today = calendar.today();
        var onBehalf = !AssignmentPolicy.isRater(caller, matter);
        check(given, onBehalf, assignment, matter, today);
        var rater = new Ratings.Rater(
                matter.rater(),
                onBehalf ? caller.seatId() : null,
                caller.client().name(),
                caller.ip(),
                device);
        var flags = onBehalf ? List.<String>of() : flags(assignment, caller, device);
        var rating = ratings.insert(assignment, given, rater, onBehalf, flags, today, clock.instant());
        history.record(Line.of("assignment.rated", AssignmentLines.SUBJECT, id)
                .moved(assignment.status(), assignment.status())
                .with("attitude", rating.attitude())
                .with("result", rating.result())
                .with("round", rating.round() > 1 ? rating.round() : null)
                .with("version", rating.version())
                .with("onBehalfOf", onBehalf ? matter.rater() : null)
                .with("toldHow", rating.toldHow())
                .with("flags", flags.isEmpty() ? null : String.join(",", flags)));
        matters.subject(assignment.subject()).rated(matter.id());
        return views.of(assignment);
    }

    /** A talk with the proponent; there may be many. A repeat with the same id is the same talk. */
    @Transactional
    AssignmentView contacted(UUID id, Contact.Given contact) {
        var assignment = worked(id);
        if (!assignment.status().isOpen()) {
            throw Refusal.conflict("assignment.move-not-allowed", "Talks go before the reply.")
                    .with("state", assignment.status());
        }
        var today = calendar.today();
        new AssignmentChecks(settings.handlingRules(), calendar.workingDays(), today)
                .contact("", contact, new Fields())
                .orRefuse();
        var contactId = Ids.orNext(contact.id());
        if (ratings.insertContact(
                assignment, contactId, contact, Caller.current().seatId(), clock.instant())) {
            history.record(Line.of("assignment.contacted", AssignmentLines.SUBJECT, id)
                    .moved(assignment.status(), assignment.status())
                    .with("mode", contact.mode())
                    .with("on", contact.on()));
        } else if (ratings.assignmentOfContact(contactId).filter(id::equals).isEmpty()) {
            throw Refusal.conflict("id.taken", "This id is taken.");
        }
        return views.of(assignment);
    }

    /** What the unit thinks of the text; a later evaluation replaces an earlier one. */
    @Transactional
    AssignmentView evaluate(UUID id, Evaluation.Given given) {
        var assignment = worked(id);
        if (assignment.status().isOpen()) {
            throw Refusal.conflict("assignment.not-replied", "The text is evaluated with or after the reply.")
                    .with("state", assignment.status());
        }
        new Fields()
                .required("quality", given.quality())
                .maxLength("comment", given.comment(), 500)
                .orRefuse();
        var evaluation = new Evaluation(Objects.requireNonNull(given.quality()), given.comment(), calendar.today());
        ratings.putEvaluation(id, evaluation, Caller.current().seatId());
        history.record(Line.of("assignment.evaluated", AssignmentLines.SUBJECT, id)
                .moved(assignment.status(), assignment.status())
                .with("quality", evaluation.quality()));
        return views.of(assignment);
    }

    /** The office urges a unit that has not replied yet. */
    @Transactional
    AssignmentView urge(UUID id, @Nullable String text) {
        var assignment = assignments.get(id);
        var caller = Caller.current();
        if (!AssignmentPolicy.sees(caller, assignment, matters.get(assignment.subject()))) {
            throw Refusal.notFound();
        }
        if (!AssignmentPolicy.urges(caller, assignment)) {
            throw Refusal.notAllowed();
        }
        new Fields().required("text", text).maxLength("text", text, 500).orRefuse();
        if (!assignment.status().isOpen()) {
            throw Refusal.conflict("assignment.move-not-allowed", "Nothing is expected of the unit.")
                    .with("state", assignment.status());
        }
        var late = assignment.late();
        assignments.noteLate(id, new Assignment.Late(late.since(), calendar.today(), late.escalatedTo()));
        history.record(Line.of("assignment.urged", AssignmentLines.SUBJECT, id)
                .moved(assignment.status(), assignment.status())
                .with("reason", text));
        return views.of(assignments.get(id));
    }

    private Assignment worked(UUID id) {
        var assignment = assignments.get(id);
        var caller = Caller.current();
        if (!AssignmentPolicy.sees(caller, assignment, matters.get(assignment.subject()))) {
            throw Refusal.notFound();
        }
        if (!AssignmentPolicy.worksOn(caller, assignment)) {
            throw Refusal.notAllowed();
        }
        return assignment;
    }

    private void check(Rating.Given given, boolean onBehalf, Assignment assignment, Matter matter, LocalDate today) {
        if (!assignment.isReleased() || !matters.subject(assignment.subject()).isRated()) {
            throw Refusal.conflict("assignment.not-replied", "There is no reply to rate yet.")
                    .with("state", assignment.status());
        }
        var checks = new AssignmentChecks(settings.handlingRules(), calendar.workingDays(), today);
        if (!checks.isRatable(assignment, matter)) {
            throw Refusal.conflict("assignment.rating-window-over", "The time to rate this reply is over.")
                    .with("until", String.valueOf(checks.ratableUntil(assignment, matter)));
        }
        var fields = new Fields()
                .required("attitude", given.attitude())
                .check("attitude", given.attitude() != Satisfaction.NO_RESPONSE, "not-allowed", "Silence is not given.")
                .required("result", given.result())
                .check("result", given.result() != Satisfaction.NO_RESPONSE, "not-allowed", "Silence is not given.")
                .maxLength("comment", given.comment(), 1000);
        if (onBehalf) {
            fields.required("toldHow", given.toldHow()).maxLength("toldHow", given.toldHow(), 200);
        }
        fields.orRefuse();
    }

    /** Odd ratings are accepted and marked for the auditor (domain §3.1). */
    private List<String> flags(Assignment assignment, Caller caller, @Nullable String device) {
        var flags = new ArrayList<String>();
        if (assignments.worksFor(caller.accountId(), assignment.unitId())) {
            flags.add("UNIT_CLERK");
        }
        replies.sent(assignment).ifPresent(sent -> {
            if (device != null && device.equals(sent.origin().device())) {
                flags.add("SAME_DEVICE");
            }
            if (caller.ip() != null && caller.ip().equals(sent.origin().ip())) {
                flags.add("SAME_ADDRESS");
            }
            if (Duration.between(sent.at(), clock.instant()).compareTo(Duration.ofMinutes(1)) < 0) {
                flags.add("WITHIN_A_MINUTE");
            }
        });
        return flags;
    }
}
