package cn.tongxin.history;

import cn.tongxin.tenancy.Client;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line as it was written. An erased payload reads as an empty one. */
public record HistoryLine(
        long seq,
        UUID id,
        Instant at,
        @Nullable UUID seatId,
        @Nullable String role,
        Client client,
        String kind,
        String subjectType,
        UUID subjectId,
        @Nullable String fromState,
        @Nullable String toState,
        Map<String, Object> payload) {}
