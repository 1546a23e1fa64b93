package cn.tongxin.indicator;

import cn.tongxin.evidence.Evidence;
import cn.tongxin.evidence.EvidenceKind;
import cn.tongxin.evidence.Period;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The figures of each handling unit, and the list behind each. */
@Controller("/api/unit-figures")
@ExecuteOn(TaskExecutors.BLOCKING)
class UnitFigureController {
    private final UnitTable table;
    private final Evidence evidence;

    UnitFigureController(UnitTable table, Evidence evidence) {
        this.table = table;
        this.evidence = evidence;
    }

    /** The table, and whether this seat may {@code open} the list behind a number. */
    @Serdeable
    @Schema(name = "UnitTable")
    record Table(List<UnitTable.Row> rows, List<String> can) {}

    /**
     * A row for each unit of which anything was counted in the period, by name, for whoever reads the committee's figures.
     * {@code basis} is {@code session} (14-2) or {@code year} (2023): of a year each number is of what happened in it.
     */
    @Get("{?basis,period}")
    @Transactional(readOnly = true)
    Table table(@QueryValue String basis, @QueryValue String period) {
        var caller = Caller.current();
        IndicatorPolicy.checkReads(caller);
        return new Table(table.of(period(basis, period)), opens(caller) ? List.of("open") : List.of());
    }

    /** What one number counted, newest first. 403 for who may not open lists of proposals. */
    @Get("/{unitId}/{figure}{?basis,period,after,limit}")
    @Transactional(readOnly = true)
    Page<ItemView> items(
            UUID unitId,
            UnitFigure figure,
            @QueryValue String basis,
            @QueryValue String period,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit) {
        if (!opens(Caller.current())) {
            throw Refusal.notAllowed();
        }
        var size = Page.limit(limit);
        return Page.of(
                        evidence.listOf(unitId, figure.count(), period(basis, period), Cursor.decode(after), size),
                        size,
                        item -> new Cursor(item.happenedOn().toString(), item.sourceId()))
                .map(item -> ItemView.of(item, figure.count().kind().subjectType()));
    }

    private static boolean opens(Caller caller) {
        return IndicatorPolicy.opens(caller, EvidenceKind.PROPOSAL_HANDLING);
    }

    private static Period period(String basis, String period) {
        var on = Period.basis(basis);
        if (on == null) {
            throw Refusal.badRequest("period.basis", "The basis is session or year.")
                    .field("basis");
        }
        return new Period(on, period);
    }
}
