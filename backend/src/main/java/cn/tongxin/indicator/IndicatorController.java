package cn.tongxin.indicator;

import cn.tongxin.evidence.Basis;
import cn.tongxin.evidence.Breakdown;
import cn.tongxin.evidence.Dimension;
import cn.tongxin.evidence.Evidence;
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
import io.micronaut.transaction.annotation.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The committee's own figures, and the list behind each. */
@Controller("/api/indicators")
@ExecuteOn(TaskExecutors.BLOCKING)
class IndicatorController {
    /** The one figure that is told by sex and ethnicity to who may not open its list. */
    private static final String OF_PERSONS = "proposal.received";

    private static final int COMPARED = 5;

    private final Measured measured;
    private final Figures figures;
    private final Evidence evidence;
    private final Breakdown breakdown;
    private final Comparison comparison;
    private final Clock clock;

    IndicatorController(
            Measured measured,
            Figures figures,
            Evidence evidence,
            Breakdown breakdown,
            Comparison comparison,
            Clock clock) {
        this.measured = measured;
        this.figures = figures;
        this.evidence = evidence;
        this.breakdown = breakdown;
        this.comparison = comparison;
        this.clock = clock;
    }

    /** All periods that have figures, or one; {@code basis} is {@code session} (14-2) or {@code year} (2023). */
    @Get("{?basis,period}")
    @Transactional(readOnly = true)
    List<FigureView> list(@Nullable @QueryValue String basis, @Nullable @QueryValue String period) {
        var caller = Caller.current();
        IndicatorPolicy.checkReads(caller);
        var now = clock.instant();
        return measure(Period.basis(basis), period).stream()
                .map(figure -> FigureView.own(figure, now, caller))
                .toList();
    }

    /** What a figure counted, newest first; for a rate its whole N. {@code excluded=true} shows what no longer counts. */
    @Get("/{key}/items{?basis,period,excluded,after,limit}")
    @Transactional(readOnly = true)
    Page<ItemView> items(
            String key,
            @QueryValue String basis,
            @QueryValue String period,
            @Nullable @QueryValue Boolean excluded,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit) {
        var indicator = Indicator.get(key);
        IndicatorPolicy.checkOpens(Caller.current(), indicator);
        var on = on(indicator, basis);
        var size = Page.limit(limit);
        var items = evidence.list(
                indicator.listed(),
                indicator.isRate() ? indicator.part() : null,
                new Period(on, period),
                !Boolean.TRUE.equals(excluded),
                Cursor.decode(after),
                size);
        return Page.of(items, size, item -> new Cursor(item.happenedOn().toString(), item.sourceId()))
                .map(item -> ItemView.of(item, indicator.listed().kind().subjectType()));
    }

    /**
     * A figure of one period by what the proposals are or who proposes them, the largest part first. The parts make the
     * whole. 403 for who may not open its list; 422 {@code indicator.no-breakdown} where it cannot be broken down so.
     */
    @Get("/{key}/breakdown{?basis,period,by}")
    @Transactional(readOnly = true)
    List<PartView> breakdown(
            String key, @QueryValue String basis, @QueryValue String period, @QueryValue Dimension by) {
        var indicator = Indicator.get(key);
        IndicatorPolicy.checkOpens(Caller.current(), indicator);
        var asked = new Period(on(indicator, basis), period);
        if (!Breakdown.knows(indicator.listed().kind(), by)) {
            throw Refusal.unprocessable("indicator.no-breakdown", "This figure is not broken down so.")
                    .field("by");
        }
        return breakdown.of(indicator.part(), indicator.whole(), asked, by).stream()
                .map(part -> new PartView(part.name(), part.n(), part.of()))
                .toList();
    }

    /**
     * A figure's parts over the last periods that have any, five at most, side by side, for whoever reads figures. By sex and
     * ethnicity, who may not open its list reads {@code proposal.received} by session alone, without parts behind which stand
     * fewer than three people: 403 {@code indicator.persons-withheld} for any other, so that no two figures differ by one person.
     */
    @Get("/{key}/comparison{?basis,by}")
    @Transactional(readOnly = true)
    Comparison.Table comparison(String key, @QueryValue String basis, @QueryValue Dimension by) {
        var caller = Caller.current();
        IndicatorPolicy.checkReads(caller);
        var indicator = Indicator.get(key);
        var on = on(indicator, basis);
        if (!Breakdown.knows(indicator.listed().kind(), by)) {
            throw Refusal.unprocessable("indicator.no-breakdown", "This figure is not broken down so.")
                    .field("by");
        }
        var withholding = by.isOfPersons()
                && !IndicatorPolicy.opens(caller, indicator.listed().kind());
        if (withholding && !(key.equals(OF_PERSONS) && on == Basis.SESSION)) {
            throw Refusal.forbidden(
                    "indicator.persons-withheld",
                    "Who may not open the list reads what was received by session alone.");
        }
        var periods = measured.of(on).stream()
                .filter(figure -> figure.indicator().equals(key))
                .sorted(Comparator.comparingInt(Figure::year)
                        .thenComparing(Figure::period)
                        .reversed())
                .limit(COMPARED)
                .map(figure -> new Period(on, figure.period()))
                .toList();
        return comparison.of(indicator, periods, by, withholding);
    }

    private static Basis on(Indicator indicator, String basis) {
        var on = Period.basis(basis);
        if (on == null || !indicator.bases().contains(on)) {
            throw Refusal.badRequest("period.basis", "This figure is not counted on that basis.")
                    .field("basis");
        }
        return on;
    }

    private List<Figure> measure(@Nullable Basis basis, @Nullable String period) {
        if (basis == null) {
            if (period != null) {
                throw Refusal.badRequest("period.basis", "A period needs its basis: session or year.")
                        .field("basis");
            }
            return measured.all();
        }
        if (period == null) {
            return measured.of(basis);
        }
        var one = new Period(basis, period);
        return figures.findYear(one).map(year -> measured.of(one, year)).orElseGet(List::of);
    }
}
