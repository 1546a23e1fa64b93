package cn.tongxin.proposal.outstanding;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.PlenarySession;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.ProponentKind;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Outstanding proposals over HTTP. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class OutstandingController {
    private final Outstandings outstandings;
    private final OutstandingActions actions;
    private final ProposalFlow flow;
    private final Calendar calendar;

    OutstandingController(Outstandings outstandings, OutstandingActions actions, ProposalFlow flow, Calendar calendar) {
        this.outstandings = outstandings;
        this.actions = actions;
        this.flow = flow;
        this.calendar = calendar;
    }

    /** @param reason at most 500 characters */
    @Serdeable
    @Schema(name = "OutstandingReason")
    record Why(@Nullable String reason) {}

    /**
     * Those of a session; for the office and the chair council.
     *
     * @param session as 14-2; the present one where absent. 404 for one that is not there
     */
    @Get("/outstanding-proposals{?session}")
    @Transactional(readOnly = true)
    OutstandingList list(@Nullable @QueryValue String session) {
        if (!ProposalPolicy.overseesKeys(Caller.current())) {
            throw Refusal.notAllowed();
        }
        var asked = find(session).orElseThrow(Refusal::notFound);
        var items = outstandings.of(asked.id());
        var collective = items.stream()
                .filter(row -> row.proponentKind() != ProponentKind.MEMBER)
                .count();
        return new OutstandingList(asked.key(), outstandings.filed(asked.id()), items.size(), (int) collective, items);
    }

    /** Whether it was chosen, for whoever sees the proposal. */
    @Get("/proposals/{id}/outstanding")
    @Transactional(readOnly = true)
    Choice show(UUID id) {
        return actions.show(flow.getVisible(id));
    }

    /** Chosen, with the reason (422 without). 409 {@code proposal.not-filed} for what does not stand as filed. */
    @Put("/proposals/{id}/outstanding")
    Choice choose(UUID id, @Body Why body) {
        return actions.choose(id, body.reason());
    }

    /** It is none any more, with a reason (422 without). */
    @Delete("/proposals/{id}/outstanding")
    Choice end(UUID id, @Body Why body) {
        return actions.end(id, body.reason());
    }

    private Optional<PlenarySession> find(@Nullable String key) {
        var periods = calendar.sessionPeriods();
        return key == null ? periods.on(calendar.today()) : periods.find(key);
    }
}
