package cn.tongxin.history;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One move, as an action records it. {@code payload} says it in the terms of the feature (a reason in free text, a case
 * number); it lives beside the chain and can be erased.
 */
public record Line(
        String kind,
        String subjectType,
        UUID subjectId,
        @Nullable String fromState,
        @Nullable String toState,
        Map<String, Object> payload) {

    public static Line of(String kind, String subjectType, UUID subjectId) {
        return new Line(kind, subjectType, subjectId, null, null, Map.of());
    }

    public Line moved(@Nullable Enum<?> from, @Nullable Enum<?> to) {
        return new Line(
                kind,
                subjectType,
                subjectId,
                from == null ? null : from.name(),
                to == null ? null : to.name(),
                payload);
    }

    /** Adds a value (text, number, boolean) to what the line says; nothing for a null. */
    public Line with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new LinkedHashMap<>(payload);
        more.put(name, value instanceof Number || value instanceof Boolean ? value : storable(value.toString()));
        return new Line(kind, subjectType, subjectId, fromState, toState, more);
    }

    /** Without what no text of the database holds, NUL and half a character: readers of the line keep it as JSON. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "");
    }
}
