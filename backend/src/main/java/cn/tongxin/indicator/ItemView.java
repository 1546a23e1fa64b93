package cn.tongxin.indicator;

import cn.tongxin.evidence.Evidence;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a figure counted: {@code id} names it, {@code subjectType} says what it is. Of a rate's list
 * {@code inN} says whether it is among the n. One that no longer counts says why: {@code merged:<id>}, {@code unfiled},
 * {@code returned}, {@code cancelled}, {@code withdrawn}, {@code left}, {@code not-approved},
 * {@code ended}, {@code not-yet}.
 */
@Serdeable
record ItemView(
        UUID id,
        String subjectType,
        String role,
        LocalDate happenedOn,
        @Nullable Boolean inN,
        boolean counts,
        @Nullable String whyNot,
        boolean estimate,
        Map<String, String> detail) {

    static ItemView of(Evidence.Item item, String subjectType) {
        return new ItemView(
                item.sourceId(),
                subjectType,
                item.role(),
                item.happenedOn(),
                item.inPart(),
                item.counts(),
                item.whyNot(),
                item.estimate(),
                item.detail());
    }
}
