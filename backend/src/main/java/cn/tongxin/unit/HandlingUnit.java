package cn.tongxin.unit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A department that handles proposals.
 *
 * @param validTo the first day on which it is no more
 * @param successor who took over its work; open cases move there, closed ones keep the old name
 */
public record HandlingUnit(
        UUID id,
        int version,
        String name,
        UnitSystem system,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable UUID successor) {

    /** Whether something can be assigned to it on that day. */
    public boolean isValidOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
