package cn.tongxin.indicator;

import cn.tongxin.tenancy.Caller;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure as clients see it: {@code n}, and for a rate the {@code N} it is a part of, never a bare rate. {@code year} is
 * the year in which a session opened. {@code can} holds {@code open} where this seat may list what was counted.
 */
@Serdeable
record FigureView(
        String key,
        String name,
        String unit,
        int version,
        String basis,
        String period,
        int year,
        long n,
        @Nullable @JsonProperty("N") Long whole,
        boolean suppressed,
        @Nullable Instant measuredAt,
        List<String> can) {

    /** One's own. */
    static FigureView own(Figure figure, Instant measuredAt, Caller caller) {
        return of(figure, measuredAt, IndicatorPolicy.can(caller, Indicator.get(figure.indicator())));
    }

    /** Of other committees, or of several together: there is no list behind it here. */
    static FigureView foreign(Figure figure, @Nullable Instant measuredAt) {
        return of(figure, measuredAt, List.of());
    }

    private static FigureView of(Figure figure, @Nullable Instant measuredAt, List<String> can) {
        var indicator = Indicator.get(figure.indicator());
        return new FigureView(
                figure.indicator(),
                indicator.name(),
                indicator.unit(),
                figure.version(),
                figure.basis().word(),
                figure.period(),
                figure.year(),
                figure.n(),
                figure.whole(),
                figure.suppressed(),
                measuredAt,
                can);
    }
}
