package cn.tongxin.handling;

import cn.tongxin.committee.Calendar;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Proponent and unit met face to face over a matter that is being handled; either the unit or the office notes it. */
@Singleton
class ConsultationActions {
    private final Assignments assignments;
    private final Consultations consultations;
    private final Matters matters;
    private final AssignmentViews views;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    ConsultationActions(
            Assignments assignments,
            Consultations consultations,
            Matters matters,
            AssignmentViews views,
            Calendar calendar,
            History history,
            Clock clock) {
        this.assignments = assignments;
        this.consultations = consultations;
        this.matters = matters;
        this.views = views;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    @Transactional
    AssignmentView hold(UUID id, Consultation.Given given) {
        var caller = Caller.current();
        var assignment = assignments.get(id);
        var matter = matters.get(assignment.subject());
        if (!AssignmentPolicy.sees(caller, assignment, matter)) {
            throw Refusal.notFound();
        }
        if (!AssignmentPolicy.consults(caller, assignment)) {
            throw Refusal.notAllowed();
        }
        if (!isOnTheWay(assignment, matter)) {
            throw Refusal.conflict("assignment.move-not-allowed", "They meet while it is handled.")
                    .with("state", assignment.status());
        }
        Consultation.check(given.on(), given.attendees(), given.minutes(), calendar.today())
                .required("resolved", given.resolved())
                .check(
                        "on",
                        given.on() == null
                                || !given.on().isBefore(assignment.sending().on()),
                        "too-early",
                        "Not before it was sent.")
                .orRefuse();
        var held = new Consultation(
                Ids.orNext(given.id()),
                Objects.requireNonNull(given.on()),
                Objects.requireNonNull(given.attendees()),
                Objects.requireNonNull(given.minutes()),
                Boolean.TRUE.equals(given.resolved()));
        if (consultations.insert(assignment, held, caller.seatId(), clock.instant())) {
            history.record(Line.of("assignment.consulted", AssignmentLines.SUBJECT, id)
                    .moved(assignment.status(), assignment.status())
                    .with("on", held.on())
                    .with("resolved", held.resolved()));
        } else if (consultations.assignmentOf(held.id()).filter(id::equals).isEmpty()) {
            throw Refusal.conflict("id.taken", "This id is taken.");
        }
        return views.of(assignment);
    }

    /** From when it was sent until the case is closed; the meeting after the last round closes it. */
    static boolean isOnTheWay(Assignment assignment, Matter matter) {
        return assignment.status().isLive() && matter.closedOn() == null;
    }
}
