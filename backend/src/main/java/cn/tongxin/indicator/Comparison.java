package cn.tongxin.indicator;

import cn.tongxin.evidence.Breakdown;
import cn.tongxin.evidence.Dimension;
import cn.tongxin.evidence.Period;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A figure's parts over several periods, side by side. */
@Singleton
class Comparison {
    private final Breakdown breakdown;

    Comparison(Breakdown breakdown) {
        this.breakdown = breakdown;
    }

    /**
     * A part in one period.
     *
     * @param n absent where it is withheld, as is its whole
     * @param whole of a rate its N
     * @param withheld too few people stand behind it, or behind another that it would give away
     */
    @Serdeable
    @Schema(name = "ComparedCell")
    record Cell(
            @Nullable Long n, @JsonProperty("N") @Nullable Long whole, boolean withheld) {}

    /**
     * A part through the periods.
     *
     * @param name the category, the sector, the unit, or the code of a kind or sex; absent where none is known
     */
    @Serdeable
    @Schema(name = "ComparedPart")
    record Row(@Nullable String name, List<Cell> cells) {}

    /**
     * The table; each row has a cell for each period, in their order.
     *
     * @param periods the newest first
     */
    @Serdeable
    @Schema(name = "Comparison")
    record Table(List<String> periods, List<Row> rows) {}

    /** The parts that are the largest in the newest period come first. */
    Table of(Indicator indicator, List<Period> periods, Dimension by, boolean withholding) {
        var columns = periods.stream()
                .map(period -> column(indicator, period, by, withholding))
                .toList();
        var names = new LinkedHashMap<String, List<Cell>>();
        columns.forEach(column -> column.keySet().forEach(name -> names.put(name, new ArrayList<>())));
        var nothing = new Cell(0L, indicator.isRate() ? 0L : null, false);
        names.forEach((name, cells) -> columns.forEach(column -> cells.add(column.getOrDefault(name, nothing))));
        return new Table(
                periods.stream().map(Period::text).toList(),
                names.entrySet().stream()
                        .map(row -> new Row(row.getKey().isEmpty() ? null : row.getKey(), row.getValue()))
                        .toList());
    }

    private Map<String, Cell> column(Indicator indicator, Period period, Dimension by, boolean withholding) {
        var withheld =
                withholding ? SmallCells.withheld(breakdown.persons(indicator.listed(), period, by)) : Set.<String>of();
        var column = new LinkedHashMap<String, Cell>();
        for (var part : breakdown.of(indicator.part(), indicator.whole(), period, by)) {
            var name = Objects.requireNonNullElse(part.name(), "");
            column.put(
                    name, withheld.contains(name) ? new Cell(null, null, true) : new Cell(part.n(), part.of(), false));
        }
        return column;
    }
}
