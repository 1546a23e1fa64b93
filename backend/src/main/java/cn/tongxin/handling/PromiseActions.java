package cn.tongxin.handling;

import cn.tongxin.committee.Calendar;
import cn.tongxin.handling.Promises.Followed;
import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A promise is followed until it is kept, however many years that takes. */
@Singleton
class PromiseActions {
    private final Promises promises;
    private final PromiseViews views;
    private final Matters matters;
    private final PromiseKeepers keepers;
    private final Calendar calendar;
    private final History history;
    private final Clock clock;

    PromiseActions(
            Promises promises,
            PromiseViews views,
            Matters matters,
            PromiseKeepers keepers,
            Calendar calendar,
            History history,
            Clock clock) {
        this.promises = promises;
        this.views = views;
        this.matters = matters;
        this.keepers = keepers;
        this.calendar = calendar;
        this.history = history;
        this.clock = clock;
    }

    /** The unit that promised says what became of it, or the office that looked; the last word stands. */
    @Transactional
    PromiseView report(UUID id, PromiseView.Given given) {
        var followed = visible(id);
        var assignment = followed.assignment();
        var caller = Caller.current();
        if (!keepers.followsUp(caller, assignment)) {
            throw Refusal.notAllowed();
        }
        new Fields()
                .required("state", given.state())
                .required("text", given.text())
                .maxLength("text", given.text(), 500)
                .orRefuse();
        var report = Ids.orNext(given.id());
        var state = Objects.requireNonNull(given.state());
        var text = Objects.requireNonNull(given.text()).strip();
        if (promises.insert(report, id, state, text, caller.seatId(), calendar.today(), clock.instant())) {
            history.record(Line.of("assignment.promise-reported", AssignmentLines.SUBJECT, assignment.id())
                    .moved(assignment.status(), assignment.status())
                    .with("promise", followed.promise().text())
                    .with("state", state)
                    .with("reason", text));
        } else if (!promises.isOf(report, id, caller.seatId())) {
            throw Refusal.conflict("id.taken", "This id is taken.");
        }
        return views.of(promises.get(id));
    }

    /** The office reminds the unit of what it promised. */
    @Transactional
    PromiseView urge(UUID id, @Nullable String text) {
        var followed = visible(id);
        var assignment = followed.assignment();
        if (!AssignmentPolicy.urges(Caller.current(), assignment)) {
            throw Refusal.notAllowed();
        }
        new Fields().required("text", text).maxLength("text", text, 500).orRefuse();
        if (followed.state() != PromiseState.OPEN) {
            throw Refusal.conflict("promise.not-open", "It was said already what became of this promise.")
                    .with("state", followed.state());
        }
        promises.noteUrged(id, calendar.today());
        history.record(Line.of("assignment.promise-urged", AssignmentLines.SUBJECT, assignment.id())
                .moved(assignment.status(), assignment.status())
                .with("promise", followed.promise().text())
                .with("dueOn", followed.promise().dueOn())
                .with("reason", text));
        return views.of(promises.get(id));
    }

    private Followed visible(UUID id) {
        var followed = promises.get(id);
        var assignment = followed.assignment();
        if (!keepers.sees(Caller.current(), assignment, matters.get(assignment.subject()))) {
            throw Refusal.notFound();
        }
        return followed;
    }
}
