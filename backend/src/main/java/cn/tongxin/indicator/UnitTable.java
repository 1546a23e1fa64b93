package cn.tongxin.indicator;

import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;

import cn.tongxin.evidence.Evidence;
import cn.tongxin.evidence.Period;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;

/** One table that says how each unit handled what it was given, from the evidence that the figures count. */
@Singleton
class UnitTable {
    private final Evidence evidence;
    private final DSLContext sql;

    UnitTable(Evidence evidence, DSLContext sql) {
        this.evidence = evidence;
        this.sql = sql;
    }

    /**
     * One unit's figures of a period. A unit that a reform has renamed keeps under its old name what it did under it.
     *
     * @param figures by the name of the figure; each is there
     */
    @Serdeable
    @Schema(name = "UnitFigures")
    record Row(UUID unitId, String unit, Map<String, Long> figures) {}

    /** By name. */
    List<Row> of(Period period) {
        var counted = evidence.byUnit(UnitFigure.counts(), period);
        return sql.select(HANDLING_UNIT.ID, HANDLING_UNIT.NAME)
                .from(HANDLING_UNIT)
                .where(HANDLING_UNIT.ID.in(counted.keySet()))
                .orderBy(HANDLING_UNIT.NAME, HANDLING_UNIT.ID)
                .fetch(row -> new Row(
                        row.value1(), row.value2(), figures(Objects.requireNonNull(counted.get(row.value1())))));
    }

    private static Map<String, Long> figures(List<Long> numbers) {
        var figures = new LinkedHashMap<String, Long>();
        for (var figure : UnitFigure.values()) {
            figures.put(figure.name(), numbers.get(figure.ordinal()));
        }
        return figures;
    }
}
