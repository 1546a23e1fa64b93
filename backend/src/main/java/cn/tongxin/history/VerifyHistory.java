package cn.tongxin.history;

import static cn.tongxin.db.cell.Tables.CLOCK;
import static cn.tongxin.db.cell.Tables.HISTORY;
import static cn.tongxin.db.cell.Tables.HISTORY_PAYLOAD;

import cn.tongxin.shared.Digests;
import cn.tongxin.tenancy.SuspendedAccess;
import cn.tongxin.tenancy.Transactions;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Walks a committee's history from its first line and names the first one that does not hold. */
@Singleton
public class VerifyHistory {
    private final DSLContext sql;

    private final Transactions transactions;

    VerifyHistory(DSLContext sql, Transactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** The same for any committee, in a transaction of its own, a suspended one included. */
    public Optional<Broken> in(UUID committee) {
        return SuspendedAccess.forExport(() -> transactions.in(committee, this::run));
    }

    /** The first broken line and what is wrong with it. */
    public record Broken(long seq, String why) {}

    /** Empty when every line is there, unchanged, in order, up to the head that the clock shows. */
    public Optional<Broken> run() {
        var head = sql.select(CLOCK.SEQ, CLOCK.HASH)
                .from(CLOCK)
                .fetchOptional(row -> new Head(row.value1(), row.value2()))
                .orElse(Head.NONE);
        var lines = sql.select(HISTORY.fields())
                .select(HISTORY_PAYLOAD.SALT, HISTORY_PAYLOAD.PAYLOAD, HISTORY_PAYLOAD.ERASED_AT)
                .from(HISTORY)
                .leftJoin(HISTORY_PAYLOAD)
                .on(HISTORY_PAYLOAD.HISTORY_ID.eq(HISTORY.ID))
                .orderBy(HISTORY.SEQ)
                .fetchSize(1000);
        try (var cursor = lines.fetchLazy()) {
            return walk(cursor, head);
        }
    }

    /** The last line's number and hash, as the clock shows them. */
    public record Head(long seq, byte[] hash) {
        public static final Head NONE = new Head(0, Digests.sha256(new byte[0]));
    }

    /** The same for lines that come from elsewhere, such as an export: columns of history, each with its payload's. */
    public static Optional<Broken> walk(Iterable<? extends Record> lines, Head head) {
        var expected = 1L;
        var hash = Head.NONE.hash();
        for (var line : lines) {
            var broken = check(line, expected, hash);
            if (broken.isPresent()) {
                return broken;
            }
            expected++;
            hash = line.get(HISTORY.HASH);
        }
        var whole = head.seq() == expected - 1 && Arrays.equals(head.hash(), hash);
        return whole ? Optional.empty() : Optional.of(new Broken(expected, "the tail does not reach the head"));
    }

    private static Optional<Broken> check(Record line, long expected, byte[] previous) {
        var seq = line.get(HISTORY.SEQ);
        if (seq != expected) {
            return Optional.of(new Broken(expected, "the line is missing"));
        }
        var row = new HashMap<String, Object>();
        for (var field : HISTORY.fields()) {
            var value = line.get(field);
            if (value != null) {
                row.put(field.getName(), value);
            }
        }
        if (!(seq + "\n" + History.Canonical.of(row)).equals(line.get(HISTORY.CANONICAL))) {
            return Optional.of(new Broken(seq, "a column was changed"));
        }
        var text = line.get(HISTORY.CANONICAL).getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(line.get(HISTORY.PREV_HASH), previous)
                || !Arrays.equals(line.get(HISTORY.HASH), Digests.sha256(previous, text))) {
            return Optional.of(new Broken(seq, "the chain is broken"));
        }
        return payloadHolds(line) ? Optional.empty() : Optional.of(new Broken(seq, "the payload was changed"));
    }

    private static boolean payloadHolds(Record line) {
        var promised = line.get(HISTORY.PAYLOAD_HASH);
        if (promised == null) {
            return line.get(HISTORY_PAYLOAD.PAYLOAD) == null;
        }
        if (line.get(HISTORY_PAYLOAD.ERASED_AT) != null) {
            return true;
        }
        var payload = line.get(HISTORY_PAYLOAD.PAYLOAD);
        return payload != null
                && promised.equals(HexFormat.of()
                        .formatHex(Digests.sha256(
                                line.get(HISTORY_PAYLOAD.SALT), payload.getBytes(StandardCharsets.UTF_8))));
    }
}
