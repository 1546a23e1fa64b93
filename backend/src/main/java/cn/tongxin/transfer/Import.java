package cn.tongxin.transfer;

import static cn.tongxin.db.platform.Tables.ACCOUNT;
import static cn.tongxin.db.platform.Tables.COMMITTEE;
import static cn.tongxin.db.platform.Tables.SEAT_CLAIM;
import static cn.tongxin.db.platform.Tables.SEAT_DIRECTORY;

import cn.tongxin.history.VerifyHistory;
import cn.tongxin.shared.Crypto;
import cn.tongxin.shared.Ids;
import cn.tongxin.storage.ObjectStore;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Client;
import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.SuspendedAccess;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Brings an export into an installation where the committee has no rows. It stays suspended until everything is in and
 * its history holds, so that nobody, reader or person, meets half a committee.
 */
@Singleton
public class Import {
    private static final int ROWS_AT_ONCE = 500;
    private static final String HALF = "import";

    private final DSLContext sql;
    private final Transactions transactions;
    private final Committees committees;
    private final Export export;
    private final CellTables tables;
    private final ObjectStore store;
    private final VerifyHistory verifyHistory;
    private final Crypto crypto;
    private final JsonMapper json;
    private final Clock clock;

    Import(
            DSLContext sql,
            Transactions transactions,
            Committees committees,
            Export export,
            CellTables tables,
            ObjectStore store,
            VerifyHistory verifyHistory,
            Crypto crypto,
            JsonMapper json,
            Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.committees = committees;
        this.export = export;
        this.tables = tables;
        this.store = store;
        this.verifyHistory = verifyHistory;
        this.crypto = crypto;
        this.json = json;
        this.clock = clock;
    }

    /** What came in. */
    public record Imported(String code, long rows, long files, long lines) {}

    public Imported read(Path path) {
        try (var file = ExportFile.open(path, json)) {
            var manifest = file.manifest();
            if (!manifest.keyCheck().equals(Export.keyCheck(crypto))) {
                throw new TransferRefused("The export was sealed with another TONGXIN_DATA_KEY.");
            }
            file.verifyHistory().ifPresent(broken -> {
                throw new TransferRefused("Its history is broken at line " + broken.seq() + ": " + broken.why());
            });
            return SuspendedAccess.forExport(() -> bring(file, manifest));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Imported bring(ExportFile file, Manifest manifest) {
        var known = asService().call(() -> transactions.alone(tables::inOrder));
        checkShape(known, manifest);
        var committee = reserve(manifest.committee(), known);
        for (var part : manifest.files()) {
            store.put(committee, part.name(), file.bytes(part));
        }
        var rows = Export.reader(committee)
                .call(() -> transactions.alone(() -> {
                    var count = known.stream()
                            .filter(table -> !table.byJob())
                            .mapToLong(table -> insert(file, table))
                            .sum();
                    people(file, committee);
                    return count;
                }));
        rows += transactions.in(committee, () -> {
            export.note("committee.imported");
            return known.stream()
                    .filter(CellTable::byJob)
                    .mapToLong(table -> insert(file, table))
                    .sum();
        });
        verifyHistory.in(committee).ifPresent(broken -> {
            throw new IllegalStateException("The history does not hold after the import: " + broken);
        });
        open(committee);
        return new Imported(manifest.committee().code(), rows, manifest.files().size(), manifest.headSeq());
    }

    /** A table or column that only one side knows would be lost without a word. */
    private static void checkShape(List<CellTable> known, Manifest manifest) {
        var here = known.stream().collect(Collectors.toMap(CellTable::name, table -> Set.copyOf(table.columns())));
        for (var part : manifest.tables()) {
            var columns = part.columns() == null ? Set.<String>of() : Set.copyOf(part.columns());
            if (!columns.equals(here.remove(part.name()))) {
                throw new TransferRefused("The export was made by another version: " + part.name() + " differs.");
            }
        }
        if (!here.isEmpty()) {
            throw new TransferRefused("The export was made by another version: it lacks " + here.keySet() + ".");
        }
    }

    /** The committee, known here and closed while its rows come in. */
    private UUID reserve(Manifest.Origin origin, List<CellTable> known) {
        var there = committees.findByCode(origin.code());
        if (there.isPresent()) {
            var id = there.get().id();
            var filled = Export.reader(id)
                    .call(() -> transactions.alone(() -> known.stream()
                            .filter(table -> sql.fetchExists(DSL.selectOne().from(DSL.table(DSL.name(table.name())))))
                            .map(CellTable::name)
                            .toList()));
            if (!filled.isEmpty()) {
                throw new TransferRefused("Committee " + origin.code() + " has rows here already, in " + filled + ".");
            }
            setStatus(id, "SUSPENDED", HALF);
            return id;
        }
        asService()
                .run(() -> transactions.alone(() -> sql.insertInto(COMMITTEE)
                        .set(COMMITTEE.ID, origin.id())
                        .set(COMMITTEE.CODE, origin.code())
                        .set(COMMITTEE.NAME, origin.name())
                        .set(COMMITTEE.LEVEL, origin.level())
                        .set(COMMITTEE.PARENT_CODE, origin.parentCode())
                        .set(COMMITTEE.STATUS, "SUSPENDED")
                        .set(COMMITTEE.SUSPENDED_REASON, HALF)
                        .set(COMMITTEE.CREATED_AT, clock.instant())
                        .execute()));
        return origin.id();
    }

    private void open(UUID committee) {
        setStatus(committee, "ACTIVE", null);
    }

    private void setStatus(UUID committee, String status, @Nullable String reason) {
        asService()
                .run(() -> transactions.alone(() -> sql.update(COMMITTEE)
                        .set(COMMITTEE.STATUS, status)
                        .set(COMMITTEE.SUSPENDED_REASON, reason)
                        .where(COMMITTEE.ID.eq(committee))
                        .execute()));
    }

    /** Rows go in as they came, but for the committee's id; a row that points at another of its table waits for that one. */
    private long insert(ExportFile file, CellTable table) {
        var there = new HashSet<List<Object>>();
        var waiting = new ArrayList<String>();
        var batch = new ArrayList<String>();
        var count = new long[1];
        file.lines(Manifest.table(table.name()), line -> {
            if (isReady(table, line, there)) {
                batch.add(line);
            } else {
                waiting.add(line);
            }
            count[0]++;
            if (batch.size() >= ROWS_AT_ONCE) {
                flush(table, batch);
            }
        });
        flush(table, batch);
        while (!waiting.isEmpty()) {
            waiting.removeIf(line -> isReady(table, line, there) && batch.add(line));
            if (batch.isEmpty()) {
                throw new IllegalStateException("Rows of " + table.name() + " point at rows that are not there.");
            }
            flush(table, batch);
        }
        return count[0];
    }

    private boolean isReady(CellTable table, String line, Set<List<Object>> there) {
        if (table.self().isEmpty()) {
            return true;
        }
        var row = parsed(line);
        for (var pointer : table.self()) {
            var target = pointer.target(row);
            if (target != null && !there.contains(target)) {
                return false;
            }
        }
        table.self().forEach(pointer -> there.add(pointer.own(row)));
        return true;
    }

    private Map<String, Object> parsed(String line) {
        try {
            return json.readValue(line, Argument.mapOf(String.class, Object.class));
        } catch (IOException unreadable) {
            throw new TransferRefused("A row of the export cannot be read.");
        }
    }

    private void flush(CellTable table, List<String> batch) {
        if (batch.isEmpty()) {
            return;
        }
        sql.execute(
                """
                insert into {0}
                select r.*
                  from jsonb_array_elements({1}) as line,
                       jsonb_populate_record(null::{0}, line || jsonb_build_object('tenant_id', current_setting('app.tenant_id'))) as r
                """, DSL.table(DSL.name(table.name())), DSL.val(JSONB.valueOf("[" + String.join(",", batch) + "]")));
        batch.clear();
    }

    /** Accounts are found again by their Keycloak subject, or made anew; a phone never attaches anybody to anything. */
    private void people(ExportFile file, UUID committee) {
        var now = clock.instant();
        file.lines(Manifest.PEOPLE, line -> {
            var person = person(line);
            sql.insertInto(SEAT_DIRECTORY)
                    .set(SEAT_DIRECTORY.SEAT_ID, person.seatId())
                    .set(SEAT_DIRECTORY.COMMITTEE_ID, committee)
                    .set(
                            SEAT_DIRECTORY.ACCOUNT_ID,
                            person.subject() == null ? null : account(person, person.subject(), now))
                    .set(SEAT_DIRECTORY.STATUS, person.status())
                    .execute();
            if (person.claimHash() != null) {
                sql.insertInto(SEAT_CLAIM)
                        .set(SEAT_CLAIM.SEAT_ID, person.seatId())
                        .set(SEAT_CLAIM.PHONE_HASH, person.claimHash())
                        .set(SEAT_CLAIM.CREATED_AT, now)
                        .execute();
            }
        });
    }

    private UUID account(Manifest.Person person, String subject, Instant now) {
        var known = sql.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.KEYCLOAK_SUBJECT.eq(subject))
                .fetchOne(ACCOUNT.ID);
        if (known != null) {
            return known;
        }
        var taken = person.phoneHash() != null
                && sql.fetchExists(DSL.selectOne().from(ACCOUNT).where(ACCOUNT.PHONE_HASH.eq(person.phoneHash())));
        var id = Ids.next();
        sql.insertInto(ACCOUNT)
                .set(ACCOUNT.ID, id)
                .set(ACCOUNT.KEYCLOAK_SUBJECT, subject)
                .set(ACCOUNT.PHONE_HASH, taken ? null : person.phoneHash())
                .set(ACCOUNT.CREATED_AT, now)
                .execute();
        return id;
    }

    private Manifest.Person person(String line) {
        try {
            return json.readValue(line, Argument.of(Manifest.Person.class));
        } catch (IOException unreadable) {
            throw new TransferRefused("A seat of the export cannot be read.");
        }
    }

    /** The serving role outside of any committee: what stands in the directory is not a committee's own. */
    private static Caller asService() {
        return new Caller(null, null, null, null, null, null, Set.of(), null, Set.of(), true, Client.CONSOLE, null);
    }
}
