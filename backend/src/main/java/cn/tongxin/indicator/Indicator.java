package cn.tongxin.indicator;

import cn.tongxin.evidence.Basis;
import cn.tongxin.evidence.Count;
import cn.tongxin.http.Refusal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A figure's definition. A rate has a {@code whole}, of which {@code part} is counted; any other figure has none. */
record Indicator(
        String key,
        String name,
        String unit,
        int version,
        Set<Basis> bases,
        Count part,
        @Nullable Count whole) {

    static Indicator get(String key) {
        return IndicatorSet.ALL.stream()
                .filter(indicator -> indicator.key.equals(key))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    boolean isRate() {
        return whole != null;
    }

    /** What its list shows: of a rate everything that it is a part of. */
    Count listed() {
        return whole == null ? part : whole;
    }
}
