package cn.tongxin.proposal.key;

import static cn.tongxin.db.cell.Tables.PROPOSAL;

import cn.tongxin.committee.Calendar;
import cn.tongxin.committee.PlenarySession;
import cn.tongxin.committee.Settings;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.ProposalFlow;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Key proposals over HTTP. 404 for a proposal that the seat may not see, 409 {@code proposal.not-key} for any other kind. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class KeyProposalController {
    private final KeyProposals keys;
    private final KeyProposalActions actions;
    private final ProposalFlow flow;
    private final Settings settings;
    private final Calendar calendar;

    KeyProposalController(
            KeyProposals keys, KeyProposalActions actions, ProposalFlow flow, Settings settings, Calendar calendar) {
        this.keys = keys;
        this.actions = actions;
        this.flow = flow;
        this.settings = settings;
        this.calendar = calendar;
    }

    /**
     * What the chair council has decided.
     *
     * @param version the proposal's, as it was on screen
     * @param leader name and office; the seat's name where only {@code leaderId} is given, at most 60 characters
     */
    @Serdeable
    @Schema(name = "KeyProposalChoice")
    record Chosen(
            @Nullable Integer version,
            @Nullable String leader,
            @Nullable UUID leaderId,
            @Nullable UUID specialCommitteeId,
            @Nullable LocalDate plannedOn) {}

    @Serdeable
    @Schema(name = "KeyProposalUnmark")
    record Unmark(@Nullable String reason) {}

    /**
     * The notice or a meeting as it took place.
     *
     * @param note the minutes, at most 2000 characters
     */
    @Serdeable
    @Schema(name = "KeyProposalHeld")
    record Held(
            @Nullable LocalDate on,
            @Nullable String note,
            @Nullable UUID fileId) {}

    /**
     * The next meeting.
     *
     * @param on not before today; absent where none is planned any more
     * @param place at most 100 characters
     */
    @Serdeable
    @Schema(name = "KeyProposalPlanned")
    record Planned(@Nullable LocalDate on, @Nullable String place) {}

    /** The board, newest first; for the office and the chair council. */
    @Get("/key-proposals{?sessionId,after,limit}")
    @Transactional(readOnly = true)
    Page<KeyProposal> board(
            @Nullable @QueryValue UUID sessionId,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit) {
        if (!ProposalPolicy.overseesKeys(Caller.current())) {
            throw Refusal.notAllowed();
        }
        return page(sessionId == null ? DSL.noCondition() : PROPOSAL.SESSION_ID.eq(sessionId), after, limit);
    }

    /**
     * How many the present session has, and how many it should have (domain, Appendix A: key proposals).
     *
     * @param session absent before the first session
     * @param chosen that stand filed now
     */
    @Serdeable
    @Schema(name = "KeyProposalCount")
    record Numbers(@Nullable String session, int chosen, int atLeast, int atMost) {}

    /** The number of key proposals of the present session, beside what the committee's settings say; for the office and the chair council. */
    @Get("/key-proposal-count")
    @Transactional(readOnly = true)
    Numbers count() {
        if (!ProposalPolicy.overseesKeys(Caller.current())) {
            throw Refusal.notAllowed();
        }
        var numbers = settings.keyNumbers();
        var session = calendar.sessionPeriods().on(calendar.today());
        return new Numbers(
                session.map(PlenarySession::name).orElse(null),
                session.map(each -> keys.count(each.id())).orElse(0),
                numbers.atLeast(),
                numbers.atMost());
    }

    /** Those that the seat leads, newest first. */
    @Get("/led-proposals{?after,limit}")
    @Transactional(readOnly = true)
    Page<KeyProposal> led(@Nullable @QueryValue String after, @Nullable @QueryValue Integer limit) {
        var caller = Caller.current();
        if (!caller.isMember()) {
            throw Refusal.notAllowed();
        }
        return page(PROPOSAL.KEY_LED_BY.in(caller.seats()), after, limit);
    }

    /** Who leads it and what was done, for whoever sees the proposal. */
    @Get("/proposals/{id}/key")
    @Transactional(readOnly = true)
    KeyProposal show(UUID id) {
        flow.getVisible(id);
        return keys.find(id, calendar.today())
                .orElseThrow(() -> Refusal.conflict("proposal.not-key", "It is no key proposal."));
    }

    /** Marks a filed proposal as a key one, or changes who leads it. 422 without a leader. */
    @Put("/proposals/{id}/key")
    KeyProposal mark(UUID id, @Body Chosen chosen) {
        return actions.mark(id, chosen);
    }

    /** It is none any more, with a reason (422 without). */
    @Delete("/proposals/{id}/key")
    @Status(HttpStatus.NO_CONTENT)
    void unmark(UUID id, @Body Unmark body) {
        actions.unmark(id, body.reason());
    }

    /** Says when and where one meets next. 422 for a day that is over. */
    @Put("/proposals/{id}/key/meeting")
    KeyProposal planMeeting(UUID id, @Body Planned planned) {
        return actions.planMeeting(id, planned);
    }

    /** Notes the notice or a meeting; again to correct it. */
    @Put("/proposals/{id}/key/steps/{step}")
    KeyProposal putStep(UUID id, KeyStep step, @Body Held held) {
        return actions.putStep(id, step, held);
    }

    private Page<KeyProposal> page(Condition which, @Nullable String after, @Nullable Integer limit) {
        var size = Page.limit(limit);
        return Page.of(
                keys.page(which, Cursor.decode(after), size, calendar.today()), size, key -> new Cursor("", key.id()));
    }
}
