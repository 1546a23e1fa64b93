package cn.tongxin.handling;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_PROMISE;

import cn.tongxin.committee.Calendar;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.annotation.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The list of promises over HTTP: for units their own, for the office everybody's, for proponents those of a reply. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class PromiseController {
    private final Promises promises;
    private final PromiseActions actions;
    private final PromiseViews views;
    private final PromiseKeepers keepers;
    private final Calendar calendar;

    PromiseController(
            Promises promises, PromiseActions actions, PromiseViews views, PromiseKeepers keepers, Calendar calendar) {
        this.promises = promises;
        this.actions = actions;
        this.views = views;
        this.keepers = keepers;
        this.calendar = calendar;
    }

    /**
     * What was promised in replies, the one due first comes first. 403 for who neither works in a unit nor assigns.
     *
     * @param id this one alone
     * @param dueYear the year in which it is due
     * @param overdue open after its day
     */
    @Get("/promises{?id,state,unitId,dueYear,overdue,after,limit}")
    @Transactional(readOnly = true)
    Page<PromiseView> list(
            @Nullable @QueryValue UUID id,
            @Nullable @QueryValue PromiseState state,
            @Nullable @QueryValue UUID unitId,
            @Nullable @QueryValue Integer dueYear,
            @Nullable @QueryValue Boolean overdue,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit) {
        var caller = Caller.current();
        if (!AssignmentPolicy.handles(caller)) {
            throw Refusal.notAllowed();
        }
        var which = keepers.visibleTo(caller)
                .and(id == null ? DSL.noCondition() : HANDLING_PROMISE.ID.eq(id))
                .and(state == null ? DSL.noCondition() : Promises.in(state))
                .and(unitId == null ? DSL.noCondition() : HANDLING_ASSIGNMENT.UNIT_ID.eq(unitId))
                .and(dueYear == null ? DSL.noCondition() : dueIn(dueYear))
                .and(
                        Boolean.TRUE.equals(overdue)
                                ? Promises.in(PromiseState.OPEN).and(HANDLING_PROMISE.DUE_ON.lt(calendar.today()))
                                : DSL.noCondition());
        var size = Page.limit(limit);
        var page = Page.of(
                promises.page(which, Cursor.decode(after), size),
                size,
                row -> new Cursor(row.promise().dueOn().toString(), row.id()));
        return new Page<>(views.of(page.items()), page.next(), null);
    }

    /** What was promised in the replies of one assignment, for whoever sees them. */
    @Get("/assignments/{id}/promises")
    @Transactional(readOnly = true)
    List<PromiseView> ofAssignment(UUID id) {
        return views.of(id);
    }

    /** Says what became of it, and who says so. 403 but for its unit and the office. */
    @Post("/promises/{id}/reports")
    @Status(HttpStatus.CREATED)
    PromiseView report(UUID id, @Body PromiseView.Given given) {
        return actions.report(id, given);
    }

    /** The office urges the unit to keep it. 403 for others; 409 {@code promise.not-open} once it is kept or given up. */
    @Post("/promises/{id}/urgings")
    PromiseView urge(UUID id, @Body AssignmentController.Urging urging) {
        return actions.urge(id, urging.text());
    }

    private static Condition dueIn(int year) {
        if (year < 1949 || year > 9998) {
            return DSL.falseCondition();
        }
        return HANDLING_PROMISE
                .DUE_ON
                .ge(LocalDate.of(year, 1, 1))
                .and(HANDLING_PROMISE.DUE_ON.lt(LocalDate.of(year + 1, 1, 1)));
    }
}
