package cn.tongxin.handling;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;

import cn.tongxin.committee.Calendar;
import cn.tongxin.handling.Promises.Followed;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.unit.HandlingUnit;
import cn.tongxin.unit.Units;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Puts promises together with their matters, units and reports: a handful of queries for any number. */
@Singleton
class PromiseViews {
    private final Promises promises;
    private final Assignments assignments;
    private final Matters matters;
    private final Units units;
    private final PromiseKeepers keepers;
    private final Calendar calendar;

    PromiseViews(
            Promises promises,
            Assignments assignments,
            Matters matters,
            Units units,
            PromiseKeepers keepers,
            Calendar calendar) {
        this.promises = promises;
        this.assignments = assignments;
        this.matters = matters;
        this.units = units;
        this.keepers = keepers;
        this.calendar = calendar;
    }

    /** Those of one assignment, for whoever sees it. */
    List<PromiseView> of(UUID id) {
        var assignment = assignments.get(id);
        if (!keepers.sees(Caller.current(), assignment, matters.get(assignment.subject()))) {
            throw Refusal.notFound();
        }
        return of(promises.page(HANDLING_ASSIGNMENT.ID.eq(id), null, Page.MAX_LIMIT));
    }

    PromiseView of(Followed followed) {
        return of(List.of(followed)).getFirst();
    }

    List<PromiseView> of(List<Followed> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var replied = rows.stream().map(Followed::assignment).distinct().toList();
        var known = matters.of(replied);
        var named = Assignments.byId(
                units.find(replied.stream().map(Assignment::unitId).distinct().toList()), HandlingUnit::id);
        var reports = promises.reports(rows.stream().map(Followed::id).toList());
        var today = calendar.today();
        var caller = Caller.current();
        return rows.stream()
                .map(row -> {
                    var assignment = row.assignment();
                    var matter = Objects.requireNonNull(
                            known.get(assignment.subject().id()));
                    var promise = row.promise();
                    return new PromiseView(
                            row.id(),
                            assignment.id(),
                            matter.number(),
                            matter.title(),
                            assignment.unitId(),
                            Objects.requireNonNull(named.get(assignment.unitId()))
                                    .name(),
                            promise.text(),
                            promise.dueOn(),
                            promise.owner(),
                            row.state(),
                            row.state() == PromiseState.OPEN && promise.dueOn().isBefore(today),
                            row.urgedOn(),
                            reports.getOrDefault(row.id(), List.of()),
                            can(caller, row));
                })
                .toList();
    }

    private List<String> can(Caller caller, Followed promise) {
        var can = new ArrayList<String>();
        if (keepers.followsUp(caller, promise.assignment())) {
            can.add("report");
        }
        if (AssignmentPolicy.urges(caller, promise.assignment()) && promise.state() == PromiseState.OPEN) {
            can.add("urge");
        }
        return can;
    }
}
