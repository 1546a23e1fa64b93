package cn.tongxin.evidence;

import java.util.Map;
import java.util.Set;

/** What is counted, and how: a kind, a measure, and which values its detail must have. */
public record Count(EvidenceKind kind, Measure measure, Map<String, Set<String>> filter) {
    public static Count items(EvidenceKind kind) {
        return new Count(kind, Measure.ITEMS, Map.of());
    }

    public static Count amount(EvidenceKind kind) {
        return new Count(kind, Measure.AMOUNT, Map.of());
    }

    public Count where(String detail, String... values) {
        return new Count(kind, measure, Map.of(detail, Set.of(values)));
    }
}
