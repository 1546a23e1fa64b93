package cn.tongxin.indicator;

import cn.tongxin.evidence.Basis;
import cn.tongxin.evidence.Period;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table of a committee and those below it: own, children, together, and who is missing. */
@Controller("/api/rollup")
@ExecuteOn(TaskExecutors.BLOCKING)
class RollupController {
    private final Measured measured;
    private final Figures figures;
    private final Clock clock;

    RollupController(Measured measured, Figures figures, Clock clock) {
        this.measured = measured;
        this.figures = figures;
        this.clock = clock;
    }

    /**
     * {@code basis} is {@code session} or {@code year}; {@code period} a year (for sessions: in which they opened) or a
     * session's number. Without them, everything.
     */
    @Get("{?basis,period}")
    @Transactional(readOnly = true)
    RollupView show(@Nullable @QueryValue String basis, @Nullable @QueryValue String period) {
        var caller = Caller.current();
        IndicatorPolicy.checkRollup(caller);
        var on = Period.basis(basis);
        if (period != null && !period.matches("\\d{4}|\\d{1,2}-\\d{1,2}")) {
            throw Refusal.badRequest("period.malformed", "A period is a year such as 2023 or a session such as 14-2.")
                    .field("period");
        }
        var self = figures.self();
        var places = figures.below(self.code());
        var reported = figures.reported();
        var own = own(on, period);
        var sent = figures.sent(on, period);
        var now = clock.instant();
        var children = places.stream()
                .filter(place -> reported.contains(place.committee()))
                .map(place -> child(place, sent))
                .toList();
        var missing = places.stream()
                .filter(place -> place.committee() == null || !reported.contains(place.committee()))
                .map(place -> new RollupView.Place(place.code(), place.name()))
                .toList();
        var all = new ArrayList<>(own);
        sent.forEach(each -> all.add(each.figure()));
        return new RollupView(
                basis,
                period,
                view(self),
                own.stream().map(figure -> FigureView.own(figure, now, caller)).toList(),
                children,
                foreign(Together.of(all)),
                children.size(),
                places.size(),
                missing);
    }

    private List<Figure> own(@Nullable Basis basis, @Nullable String period) {
        return (basis == null ? measured.all() : measured.of(basis))
                .stream()
                        .filter(figure -> period == null
                                || period.equals(figure.period())
                                || period.equals(String.valueOf(figure.year())))
                        .toList();
    }

    private static RollupView.Child child(Figures.Place place, List<Figures.Sent> sent) {
        var theirs = sent.stream()
                .filter(each -> each.child().equals(place.committee()))
                .toList();
        var own = theirs.stream()
                .filter(each -> each.figure().scope() == Figure.Scope.OWN)
                .map(each -> FigureView.foreign(each.figure(), each.measuredAt()))
                .toList();
        var below = theirs.stream()
                .filter(each -> each.figure().scope() == Figure.Scope.BELOW)
                .toList();
        return new RollupView.Child(view(place), own, below.isEmpty() ? null : below(below));
    }

    private static RollupView.Below below(List<Figures.Sent> sent) {
        return new RollupView.Below(
                sent.stream()
                        .map(each -> each.figure().reported())
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0),
                sent.stream()
                        .map(each -> each.figure().expected())
                        .filter(Objects::nonNull)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0),
                sent.stream()
                        .map(each -> FigureView.foreign(each.figure(), each.measuredAt()))
                        .toList());
    }

    private static List<FigureView> foreign(List<Figure> figures) {
        return figures.stream().map(figure -> FigureView.foreign(figure, null)).toList();
    }

    private static RollupView.CommitteeView view(Figures.Place place) {
        return new RollupView.CommitteeView(place.code(), place.name(), place.level());
    }
}
