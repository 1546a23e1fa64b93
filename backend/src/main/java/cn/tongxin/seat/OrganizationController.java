package cn.tongxin.seat;

import cn.tongxin.identity.Callers;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Parties, organisations and special committees that propose as bodies, over HTTP. */
@Controller("/api/organizations")
@ExecuteOn(TaskExecutors.BLOCKING)
class OrganizationController {
    private final Organizations organizations;
    private final OrganizationActions actions;
    private final Callers callers;

    OrganizationController(Organizations organizations, OrganizationActions actions, Callers callers) {
        this.organizations = organizations;
        this.actions = actions;
        this.callers = callers;
    }

    @Serdeable
    record Change(@Nullable OrganizationKind kind, @Nullable List<UUID> clerks) {}

    /** By name; {@code mine} for those that this seat acts for. 403 for guests and units. */
    @Get("{?mine}")
    @Transactional(readOnly = true)
    List<Organization> list(@Nullable @QueryValue Boolean mine) {
        var caller = Caller.current();
        SeatPolicy.check(SeatPolicy.seesList(caller));
        return Boolean.TRUE.equals(mine) ? organizations.of(caller.seatId()) : organizations.all();
    }

    /** Says what body a seat is and who acts for it; 403 but for who keeps the roster. */
    @Put("/{seatId}")
    Organization put(UUID seatId, @Body Change change) {
        var changed = actions.put(seatId, change.kind(), change.clerks());
        callers.forget();
        return changed;
    }
}
