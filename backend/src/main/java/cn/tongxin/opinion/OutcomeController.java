package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.OPINION_OUTCOME;

import cn.tongxin.history.AccessLog;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What came of reports, over HTTP. The words of an instruction are one route of their own. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class OutcomeController {
    private final Outcomes outcomes;
    private final OutcomeActions actions;
    private final OpinionFlow flow;
    private final OpinionViews views;
    private final Transactions transactions;
    private final AccessLog log;

    OutcomeController(
            Outcomes outcomes,
            OutcomeActions actions,
            OpinionFlow flow,
            OpinionViews views,
            Transactions transactions,
            AccessLog log) {
        this.outcomes = outcomes;
        this.actions = actions;
        this.flow = flow;
        this.views = views;
        this.transactions = transactions;
        this.log = log;
    }

    /**
     * An outcome as the office notes it.
     *
     * @param who the leader (needed for an instruction), the paper, the organ
     * @param instruction the words of an instruction, kept under seal
     * @param fileId the evidence, uploaded before
     */
    @Serdeable
    record NewOutcome(
            @Nullable UUID id,
            Outcome.@Nullable Kind kind,
            Outcome.@Nullable Level level,
            @Nullable LocalDate on,
            @Nullable String who,
            @Nullable String note,
            @Nullable String instruction,
            @Nullable UUID fileId) {}

    @Serdeable
    record Removal(@Nullable String reason) {}

    @Serdeable
    record Instruction(String text) {}

    /** The register of outcomes, the latest first; the office only. */
    @Get("/opinion-outcomes{?kind,level,year,after,limit}")
    @Transactional(readOnly = true)
    Page<OutcomeView> register(
            @QueryValue Outcome.@Nullable Kind kind,
            @QueryValue Outcome.@Nullable Level level,
            @Nullable @QueryValue Integer year,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit) {
        OpinionPolicy.checkReadsAll(Caller.current());
        var which = Stream.<Condition>of(
                        kind == null ? DSL.noCondition() : OPINION_OUTCOME.KIND.eq(kind.name()),
                        level == null ? DSL.noCondition() : OPINION_OUTCOME.LEVEL.eq(level.name()),
                        Years.within(OPINION_OUTCOME.HAPPENED_ON, year))
                .reduce(DSL.noCondition(), Condition::and);
        var size = Page.limit(limit);
        return Page.of(
                        outcomes.page(which, Cursor.decode(after), size),
                        size,
                        row -> new Cursor(
                                row.outcome().on().toString(), row.outcome().id()))
                .map(views::outcome);
    }

    /** Notes an outcome. 409 {@code outcome.duplicate}: same leader, same day; 422 {@code outcome.before-issue}. */
    @Post("/opinion-reports/{id}/outcomes")
    @Status(HttpStatus.CREATED)
    OpinionView add(UUID id, @Body NewOutcome body) {
        return actions.add(id, body);
    }

    /** Strikes one out, with a reason (422 without); what the committee above has noted stays. */
    @Delete("/opinion-outcomes/{id}")
    OpinionView remove(UUID id, @Body Removal body) {
        return actions.remove(id, body.reason());
    }

    /** The words of an instruction, for the roles that the committee has listed, and logged; for everybody else there are none (404). */
    @Get("/opinion-outcomes/{id}/instruction")
    Instruction instruction(UUID id) {
        var words = transactions.alone(() -> {
            flow.getVisible(outcomes.get(id).reportId());
            if (!OpinionPolicy.readsInstructions(Caller.current(), flow.rules().instructionReaders())) {
                throw Refusal.notFound();
            }
            return outcomes.instruction(id).orElseThrow(Refusal::notFound);
        });
        log.note("instruction.read", id.toString());
        return new Instruction(words);
    }
}
