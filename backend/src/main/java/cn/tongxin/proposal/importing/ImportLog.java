package cn.tongxin.proposal.importing;

import static cn.tongxin.db.cell.Tables.PROPOSAL_IMPORT_LINE;

import cn.tongxin.shared.Digests;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Which rows the import has taken, by digest, so that a second run changes nothing. The same words told again in one request
 * are another row: filed, un-filed and filed on one day.
 */
final class ImportLog {
    private final DSLContext sql;
    private final List<Told> rows;
    private final Set<String> known;
    private final List<String> taken = new ArrayList<>();

    private ImportLog(DSLContext sql, List<Told> rows) {
        this.sql = sql;
        this.rows = rows;
        this.known = sql.select(PROPOSAL_IMPORT_LINE.DIGEST)
                .from(PROPOSAL_IMPORT_LINE)
                .where(PROPOSAL_IMPORT_LINE.DIGEST.in(
                        rows.stream().map(Told::digest).toList()))
                .fetchSet(PROPOSAL_IMPORT_LINE.DIGEST);
    }

    /** A row by its digest, and the how manieth it is of those that say the same. */
    private record Told(String digest, int time) {}

    /** @param said how often the request has said each row before these; counted on */
    static ImportLog read(DSLContext sql, JsonMapper json, Map<ImportEvent, Integer> said, List<ImportEvent> events) {
        return new ImportLog(
                sql,
                events.stream()
                        .map(event -> told(json, event, said.merge(event, 1, Integer::sum)))
                        .toList());
    }

    private static Told told(JsonMapper json, ImportEvent event, int time) {
        try {
            var text = json.writeValueAsString(event);
            return new Told(Digests.sha256Hex(time == 1 ? text : text + "\n" + time), time);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    boolean knows(int row) {
        return known.contains(rows.get(row).digest);
    }

    boolean isToldAgain(int row) {
        return rows.get(row).time > 1;
    }

    void take(int row) {
        taken.add(rows.get(row).digest);
    }

    void write(UUID importId, Instant at) {
        var insert = sql.insertInto(
                PROPOSAL_IMPORT_LINE,
                PROPOSAL_IMPORT_LINE.DIGEST,
                PROPOSAL_IMPORT_LINE.IMPORT_ID,
                PROPOSAL_IMPORT_LINE.IMPORTED_AT);
        for (var digest : taken) {
            insert = insert.values(digest, importId, at);
        }
        if (!taken.isEmpty()) {
            insert.execute();
        }
    }
}
