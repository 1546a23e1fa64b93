package cn.tongxin.reading;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.ForVisitors;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Committees;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Visits of people from other committees to a reading group: the office's side, and the visitor's own. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class VisitController {
    private final VisitActions actions;
    private final Visits visits;
    private final Admission admission;
    private final ReadingGroups groups;
    private final Committees committees;

    VisitController(
            VisitActions actions, Visits visits, Admission admission, ReadingGroups groups, Committees committees) {
        this.actions = actions;
        this.visits = visits;
        this.admission = admission;
        this.groups = groups;
        this.committees = committees;
    }

    /** @param name whom the invitation is for, at most 20 characters */
    @Serdeable
    record VisitRequest(@Nullable UUID id, @Nullable String name) {}

    /** @param url an address to hand to one person; it is shown once, works once, and until {@code expiresAt} */
    @Serdeable
    record InvitedVisitor(UUID id, String url, Instant expiresAt) {}

    /**
     * What the visitor shows of himself.
     *
     * @param name at most 20 characters
     * @param committee his own, at most 28 characters
     */
    @Serdeable
    record Introduction(@Nullable String name, @Nullable String committee) {}

    /** The visitor's own visit: to whom he is invited, and what he shows; {@code name} and {@code committee} once he has said so. */
    @Serdeable
    record OwnVisit(
            UUID groupId,
            String host,
            String theme,
            String book,
            LocalDate startsOn,
            LocalDate endsOn,
            String invited,
            @Nullable String name,
            @Nullable String committee,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt) {}

    /** Invites somebody of another committee to this group alone. A repeat with the same id gives a new address. */
    @Post("/reading-groups/{groupId}/visits")
    @Status(HttpStatus.CREATED)
    InvitedVisitor invite(UUID groupId, @Body VisitRequest body) {
        var invited = actions.invite(groupId, body.id(), body.name());
        return new InvitedVisitor(
                invited.id(), invited.link().url(), invited.link().expiresAt());
    }

    /** For those who keep the group; the ones that are over too. */
    @Get("/reading-groups/{groupId}/visits{?after,limit}")
    @Transactional(readOnly = true)
    Page<Visit> list(UUID groupId, @Nullable @QueryValue String after, @Nullable @QueryValue Integer limit) {
        var footing = admission.see(groupId);
        if (!ReadingPolicy.moderates(Caller.current(), footing)) {
            throw Refusal.notAllowed();
        }
        var size = Page.limit(limit);
        return Page.of(visits.page(groupId, Cursor.decode(after), size), size, visit -> new Cursor("", visit.id()));
    }

    /** The visit ends, or the invitation is taken back. */
    @Delete("/reading-groups/{groupId}/visits/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void dismiss(UUID groupId, UUID id) {
        actions.dismiss(groupId, id);
    }

    /** 404 for whoever is no visitor. */
    @Get("/reading-visit")
    @ForVisitors
    @Transactional(readOnly = true)
    OwnVisit own() {
        var caller = Caller.current();
        var visit = visits.findBySeat(caller.seat()).orElseThrow(Refusal::notFound);
        var plan = groups.get(visit.groupId()).plan();
        var host = committees.find(caller.committeeId()).orElseThrow(Refusal::notFound);
        return new OwnVisit(
                visit.groupId(),
                host.name(),
                plan.theme(),
                plan.book(),
                plan.startsOn(),
                plan.endsOn(),
                visit.invited(),
                visit.name(),
                visit.committee(),
                visit.begunAt(),
                visit.endedAt());
    }

    /** He reads along from now on, under this name and as of this committee. */
    @Put("/reading-visit")
    @ForVisitors
    OwnVisit begin(@Body Introduction body) {
        actions.begin(body.name(), body.committee());
        return own();
    }

    /** He leaves for good; what he wrote stays with the name that he showed. */
    @Delete("/reading-visit")
    @ForVisitors
    @Status(HttpStatus.NO_CONTENT)
    void leave() {
        actions.leave();
    }
}
