package cn.tongxin.identity;

import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.http.Seatless;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpRequest;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The platform operator's work: committees come and go. What is inside them is out of reach here. */
@Seatless
@Controller("/api/operator")
@ExecuteOn(TaskExecutors.BLOCKING)
class OperatorController {
    private final OperatedCommittees committees;
    private final CommitteeActions actions;
    private final Organizations organizations;
    private final Tokens tokens;
    private final Callers callers;
    private final DoorLog log;

    OperatorController(
            OperatedCommittees committees,
            CommitteeActions actions,
            Organizations organizations,
            Tokens tokens,
            Callers callers,
            DoorLog log) {
        this.committees = committees;
        this.actions = actions;
        this.organizations = organizations;
        this.tokens = tokens;
        this.callers = callers;
        this.log = log;
    }

    @Serdeable
    record CommitteeView(
            UUID id, String code, String name, String level, boolean suspended, int activeSeats, Instant createdAt) {}

    @Serdeable
    record DivisionView(
            String code,
            String name,
            String level,
            boolean hasChildren,
            @Nullable CommitteeView committee) {}

    @Serdeable
    record Administrator(@Nullable String name, @Nullable String phone) {}

    @Serdeable
    record NewCommittee(
            @Nullable UUID id,
            @Nullable String code,
            @Nullable String name,
            @Nullable Administrator administrator) {}

    @Serdeable
    record Created(CommitteeView committee, String invitationUrl) {}

    @Serdeable
    record LinkView(String url, Instant expiresAt) {}

    @Serdeable
    record Suspension(@Nullable String reason) {}

    /** The provinces, or what lies directly below a division; each with its committee if it has one. */
    @Get("/divisions{?parent}")
    List<DivisionView> divisions(@Nullable @QueryValue String parent, HttpRequest<?> request) {
        check(request);
        return committees.divisions(parent);
    }

    @Get("/committees")
    List<CommitteeView> list(HttpRequest<?> request) {
        check(request);
        return committees.list();
    }

    @Get("/committees/{id}")
    CommitteeView show(UUID id, HttpRequest<?> request) {
        check(request);
        return committees.get(id);
    }

    /** The committee, its first administrator's seat and his invitation. A repeat with the same id goes on where it stopped. */
    @Post("/committees")
    @Status(HttpStatus.CREATED)
    Created create(@Body NewCommittee body, HttpRequest<?> request) {
        check(request);
        var administrator = body.administrator() == null ? new Administrator(null, null) : body.administrator();
        new Fields()
                .required("code", body.code())
                .maxLength("name", body.name(), 60)
                .required("administrator.name", administrator.name())
                .maxLength("administrator.name", administrator.name(), 40)
                .required("administrator.phone", administrator.phone())
                .orRefuse();
        var committee = actions.create(body.id(), String.valueOf(body.code()), body.name());
        log.note("operator.committee-created", null, committee.id(), committee.code());
        var link = at(
                committee.id(),
                () -> actions.found(String.valueOf(administrator.name()), Phones.read(administrator.phone())));
        organizations.ensureSoon(committee.code(), committee.name());
        return new Created(committees.get(committee.id()), link.url());
    }

    /** While nobody works there yet. Later invitations are the committee's own. */
    @Post("/committees/{id}/invitations")
    @Status(HttpStatus.CREATED)
    LinkView inviteAgain(UUID id, HttpRequest<?> request) {
        check(request);
        committees.get(id);
        log.note("operator.administrator-invited", null, id, null);
        var link = at(id, actions::inviteAgain);
        return new LinkView(link.url(), link.expiresAt());
    }

    @Put("/committees/{id}/suspension")
    CommitteeView suspend(UUID id, @Nullable @Body Suspension body, HttpRequest<?> request) {
        check(request);
        var reason = body == null ? null : body.reason();
        new Fields().maxLength("reason", reason, 200).orRefuse();
        actions.suspend(committees.get(id).id(), reason);
        log.note("operator.committee-suspended", null, id, reason);
        callers.forget();
        return committees.get(id);
    }

    @Delete("/committees/{id}/suspension")
    CommitteeView resume(UUID id, HttpRequest<?> request) {
        check(request);
        actions.resume(committees.get(id).id());
        log.note("operator.committee-resumed", null, id, null);
        callers.forget();
        return committees.get(id);
    }

    private static <T> T at(UUID committee, Supplier<T> work) {
        return Caller.current().at(committee).call(work);
    }

    private void check(HttpRequest<?> request) {
        if (Caller.current().operator()) {
            return;
        }
        if (tokens.verify(TokenFilter.bearer(request), Caller.current().ip()).operator()) {
            throw Refusal.forbidden("auth.step-up-required", "The operator works in the console, with two factors.");
        }
        throw Refusal.notAllowed();
    }
}
