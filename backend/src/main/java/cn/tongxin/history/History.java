package cn.tongxin.history;

import cn.tongxin.shared.Digests;
import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.support.TransactionSynchronization;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines of a transaction and writes them as its last statement: numbered from the committee's clock without a
 * gap and chained by hash, while the clock's row is locked for one flush only.
 */
@Singleton
public class History {
    private final TransactionOperations<Connection> transactions;
    private final DSLContext sql;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher<Moved> wake;
    private final ThreadLocal<@Nullable Buffer> open = new ThreadLocal<>();

    History(
            TransactionOperations<Connection> transactions,
            DSLContext sql,
            JsonMapper json,
            Clock clock,
            ApplicationEventPublisher<Moved> wake) {
        this.transactions = transactions;
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.wake = wake;
    }

    /** Told after commit: this committee's history has moved, its readers may look. */
    public record Moved(UUID committee) {}

    /** Adds a line to what this transaction will write. */
    public void record(Line line) {
        var buffer = open.get();
        if (buffer == null) {
            buffer = new Buffer(Caller.current().committeeId());
            open.set(buffer);
            transactions
                    .findTransactionStatus()
                    .orElseThrow(() -> new IllegalStateException("A move is recorded inside its transaction."))
                    .registerSynchronization(buffer);
        }
        buffer.lines.add(written(line));
    }

    /** The last number of the committee's history; 0 where nothing has happened yet. */
    public long head() {
        var seq = sql.select(DSL.field("seq", Long.class))
                .from(DSL.table("clock"))
                .fetchOne(0, Long.class);
        return seq == null ? 0 : seq;
    }

    private Map<String, Object> written(Line line) {
        var caller = Caller.current();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = Ids.next();
        var row = new LinkedHashMap<String, Object>();
        put(row, "id", id);
        put(row, "at", at);
        put(row, "seat_id", caller.seat());
        put(row, "role", roles(caller));
        put(row, "client", caller.client());
        put(row, "ip", caller.ip());
        put(row, "kind", line.kind());
        put(row, "subject_type", line.subjectType());
        put(row, "subject_id", line.subjectId());
        put(row, "from_state", line.fromState());
        put(row, "to_state", line.toState());
        if (!line.payload().isEmpty()) {
            var salt = Digests.randomBytes(16);
            var payload = text(line.payload());
            put(
                    row,
                    "payload_hash",
                    HexFormat.of().formatHex(Digests.sha256(salt, payload.getBytes(StandardCharsets.UTF_8))));
            row.put("canonical", Canonical.of(row));
            put(row, "salt", HexFormat.of().formatHex(salt));
            put(row, "payload", payload);
        } else {
            row.put("canonical", Canonical.of(row));
        }
        return row;
    }

    private static @Nullable String roles(Caller caller) {
        return caller.roles().isEmpty()
                ? null
                : caller.roles().stream()
                        .sorted(Comparator.naturalOrder())
                        .map(Role::name)
                        .collect(Collectors.joining(","));
    }

    private static void put(Map<String, Object> row, String name, @Nullable Object value) {
        if (value != null) {
            row.put(
                    name,
                    value instanceof Instant || value instanceof UUID || value instanceof Enum<?>
                            ? value.toString()
                            : value);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The lines of one transaction. */
    private final class Buffer implements TransactionSynchronization {
        private final UUID committee;
        private final List<Map<String, Object>> lines = new ArrayList<>();

        Buffer(UUID committee) {
            this.committee = committee;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            sql.select(DSL.function("append_history", Long.class, DSL.val(JSONB.valueOf(text(lines)))))
                    .fetch();
        }

        @Override
        public void afterCommit() {
            wake.publishEventAsync(new Moved(committee));
        }

        @Override
        public void afterCompletion(Status status) {
            open.remove();
        }
    }

    /** The text that the chain covers, made in the same way when a line is written and when it is verified. */
    static final class Canonical {
        private static final List<String> COLUMNS = Stream.of(
                        "id",
                        "at",
                        "seat_id",
                        "role",
                        "client",
                        "ip",
                        "kind",
                        "subject_type",
                        "subject_id",
                        "from_state",
                        "to_state",
                        "reason_id",
                        "payload_hash")
                .toList();

        private Canonical() {}

        static String of(Map<String, ?> row) {
            return COLUMNS.stream()
                    .map(column ->
                            column + "=" + (row.get(column) == null ? "" : escaped(String.valueOf(row.get(column)))))
                    .collect(Collectors.joining("\n"));
        }

        private static String escaped(String value) {
            return value.replace("\\", "\\\\").replace("\n", "\\n");
        }
    }
}
