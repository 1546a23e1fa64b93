package cn.tongxin.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A part of a figure.
 *
 * @param name the category, the sector, the unit, or the code of a kind or sex; absent where none is known
 * @param whole of a rate its N
 */
@Serdeable
@Schema(name = "IndicatorPart")
record PartView(
        @Nullable String name,
        long n,
        @JsonProperty("N") @Nullable Long whole) {}
