package cn.tongxin.opinion;

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
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commissions over HTTP: the office sees all of them, a member those that ask him. */
@Controller("/api/opinion-commissions")
@ExecuteOn(TaskExecutors.BLOCKING)
class CommissionController {
    private final Commissions commissions;
    private final CommissionActions actions;
    private final Calendar calendar;

    CommissionController(Commissions commissions, CommissionActions actions, Calendar calendar) {
        this.commissions = commissions;
        this.actions = actions;
        this.calendar = calendar;
    }

    @Serdeable
    @Schema(name = "OpinionCommissionDraft")
    record NewCommission(
            @Nullable UUID id,
            @Nullable String topic,
            @Nullable String brief,
            @Nullable LocalDate dueOn,
            @Nullable List<UUID> seatIds) {}

    @Serdeable
    @Schema(name = "OpinionCommissionClosing")
    record Closing(int version) {}

    /** The latest due first; with {@code open} only those that are not closed. */
    @Get("{?open,after,limit}")
    @Transactional(readOnly = true)
    Page<Commission> list(
            @Nullable @QueryValue Boolean open,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit) {
        var caller = Caller.current();
        if (!OpinionPolicy.lists(caller)) {
            throw Refusal.notAllowed();
        }
        var size = Page.limit(limit);
        return Page.of(
                commissions.page(caller, Boolean.TRUE.equals(open), Cursor.decode(after), size, calendar.today()),
                size,
                commission -> new Cursor(commission.dueOn().toString(), commission.id()));
    }

    /** 404 for whom it does not ask. */
    @Get("/{id}")
    @Transactional(readOnly = true)
    Commission show(UUID id) {
        var caller = Caller.current();
        if (!OpinionPolicy.lists(caller)) {
            throw Refusal.notFound();
        }
        return commissions.get(id, caller, calendar.today());
    }

    /** Asks chosen members to write; each is told. 422 names a seat that is not active here. */
    @Post
    @Status(HttpStatus.CREATED)
    Commission commission(@Body NewCommission body) {
        return actions.commission(body);
    }

    /** Nobody need write any more. 409 {@code commission.version}. */
    @Put("/{id}/closing")
    Commission close(UUID id, @Body Closing body) {
        return actions.close(id, body.version());
    }
}
