package cn.tongxin.indicator;

import cn.tongxin.evidence.Basis;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A value of an indicator, as it is measured, sent and received. {@code year} is the calendar year of the period; for a
 * session period, the year in which the session opened. A figure of the committees BELOW says how many of them reported.
 */
@Serdeable
record Figure(
        String indicator,
        int version,
        Basis basis,
        String period,
        int year,
        Scope scope,
        long n,
        @Nullable Long whole,
        @Nullable Integer reported,
        @Nullable Integer expected,
        boolean suppressed) {

    enum Scope {
        OWN,
        BELOW
    }

    /** Which value it is, whatever the value. */
    record Key(String indicator, Basis basis, String period, Scope scope) {}

    static Figure own(Indicator indicator, Basis basis, String period, int year, long n, @Nullable Long whole) {
        return new Figure(
                indicator.key(), indicator.version(), basis, period, year, Scope.OWN, n, whole, null, null, false);
    }

    Key key() {
        return new Key(indicator, basis, period, scope);
    }

    /** The same value when nothing counts towards it any more. */
    Figure emptied() {
        return new Figure(
                indicator,
                version,
                basis,
                period,
                year,
                scope,
                0,
                whole == null ? null : 0L,
                reported,
                expected,
                suppressed);
    }

    /** As a part of a sum over several committees, whose sessions differ in number. */
    Figure joined() {
        return new Figure(
                indicator, version, basis, String.valueOf(year), year, Scope.BELOW, n, whole, null, null, suppressed);
    }

    Figure plus(Figure other) {
        return new Figure(
                indicator,
                Math.max(version, other.version),
                basis,
                period,
                year,
                scope,
                n + other.n,
                whole == null || other.whole == null ? null : Long.valueOf(whole + other.whole),
                null,
                null,
                suppressed || other.suppressed);
    }

    Figure reportedBy(int some, int ofAll) {
        return new Figure(indicator, version, basis, period, year, scope, n, whole, some, ofAll, suppressed);
    }
}
