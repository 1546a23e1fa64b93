package cn.tongxin.opinion;

import cn.tongxin.http.Fields;
import java.time.LocalDate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What happened in a calendar year. */
final class Years {
    private Years() {}

    static Condition within(Field<LocalDate> day, @Nullable Integer year) {
        if (year == null) {
            return DSL.noCondition();
        }
        new Fields()
                .check("year", year >= 1949 && year < 2200, "out-of-range", "A year of ours.")
                .orRefuse();
        return day.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
