package cn.tongxin.transfer;

import static cn.tongxin.db.cell.Tables.ACCESS_LOG;
import static cn.tongxin.db.cell.Tables.CLOCK;
import static cn.tongxin.db.cell.Tables.STORED_FILE;
import static cn.tongxin.db.platform.Tables.ACCOUNT;
import static cn.tongxin.db.platform.Tables.SEAT_CLAIM;
import static cn.tongxin.db.platform.Tables.SEAT_DIRECTORY;

import cn.tongxin.shared.Crypto;
import cn.tongxin.shared.Digests;
import cn.tongxin.shared.Ids;
import cn.tongxin.storage.ObjectStore;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Client;
import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.SuspendedAccess;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Writes everything that is a committee's own into one zip, as of one moment: rows, files, history, who sits where. */
@Singleton
public class Export {
    private static final int ROWS_AT_ONCE = 500;

    private final DSLContext sql;
    private final Transactions transactions;
    private final Committees committees;
    private final CellTables tables;
    private final ObjectStore store;
    private final Crypto crypto;
    private final JsonMapper json;
    private final Clock clock;

    Export(
            DSLContext sql,
            Transactions transactions,
            Committees committees,
            CellTables tables,
            ObjectStore store,
            Crypto crypto,
            JsonMapper json,
            Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.committees = committees;
        this.tables = tables;
        this.store = store;
        this.crypto = crypto;
        this.json = json;
        this.clock = clock;
    }

    /** A suspended committee can be taken away too; the rows are read by a role that row-level security binds. */
    public void write(UUID committee, OutputStream out) {
        SuspendedAccess.forExport(() -> reader(committee).call(() -> {
            var origin =
                    committees.find(committee).orElseThrow(() -> new TransferRefused("There is no such committee."));
            transactions.snapshot(() -> {
                zip(origin, out);
                return true;
            });
            return transactions.alone(() -> note("committee.exported"));
        }));
    }

    static Caller reader(UUID committee) {
        return new Caller(
                null, null, committee, null, null, null, Set.of(), null, Set.of(), false, Client.CONSOLE, null);
    }

    static String keyCheck(Crypto crypto) {
        return crypto.keyedHash("may open what was exported");
    }

    /** That a committee left or arrived is no move, but must be known. */
    boolean note(String kind) {
        return sql.insertInto(ACCESS_LOG)
                        .set(ACCESS_LOG.ID, Ids.next())
                        .set(ACCESS_LOG.AT, clock.instant())
                        .set(ACCESS_LOG.KIND, kind)
                        .set(ACCESS_LOG.CLIENT, Caller.current().client().name())
                        .execute()
                == 1;
    }

    private void zip(Committees.Entry origin, OutputStream out) {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            var parts = new ArrayList<Manifest.Part>();
            for (var table : tables.inOrder()) {
                parts.add(table(zip, table));
            }
            var people = people(zip);
            var files = new ArrayList<Manifest.Part>();
            var digests = sql.selectDistinct(STORED_FILE.SHA256, STORED_FILE.SIZE)
                    .from(STORED_FILE)
                    .orderBy(STORED_FILE.SHA256)
                    .fetch();
            for (var file : digests) {
                files.add(file(zip, origin.id(), file.value1()));
            }
            var head =
                    sql.select(CLOCK.SEQ).from(CLOCK).fetchOptional(CLOCK.SEQ).orElse(0L);
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    clock.instant(),
                    keyCheck(crypto),
                    new Manifest.Origin(origin.id(), origin.code(), origin.name(), origin.level(), origin.parentCode()),
                    head,
                    parts,
                    people,
                    files);
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(json.writeValueAsBytes(manifest));
            zip.closeEntry();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Manifest.Part table(ZipOutputStream zip, CellTable table) throws IOException {
        var entry = new Entry(zip, Manifest.table(table.name()));
        var rows = sql.resultQuery(
                        "select row_to_json(t)::text from {0} t order by {1}",
                        DSL.table(DSL.name(table.name())),
                        DSL.list(table.key().stream()
                                .map(column -> DSL.field(DSL.name(column)))
                                .toList()))
                .fetchSize(ROWS_AT_ONCE);
        try (var cursor = rows.fetchLazy()) {
            for (var row : cursor) {
                entry.line(String.valueOf(row.get(0, String.class)));
            }
        }
        return entry.part(table.name(), table.columns());
    }

    private Manifest.Part people(ZipOutputStream zip) throws IOException {
        var entry = new Entry(zip, Manifest.PEOPLE);
        var seats = sql.select(
                        SEAT_DIRECTORY.SEAT_ID,
                        SEAT_DIRECTORY.STATUS,
                        ACCOUNT.KEYCLOAK_SUBJECT,
                        ACCOUNT.PHONE_HASH,
                        SEAT_CLAIM.PHONE_HASH)
                .from(SEAT_DIRECTORY)
                .leftJoin(ACCOUNT)
                .on(ACCOUNT.ID.eq(SEAT_DIRECTORY.ACCOUNT_ID))
                .leftJoin(SEAT_CLAIM)
                .on(SEAT_CLAIM.SEAT_ID.eq(SEAT_DIRECTORY.SEAT_ID))
                .where(SEAT_DIRECTORY.COMMITTEE_ID.eq(Caller.current().committeeId()))
                .orderBy(SEAT_DIRECTORY.SEAT_ID)
                .fetch();
        for (var seat : seats) {
            entry.line(json.writeValueAsString(
                    new Manifest.Person(seat.value1(), seat.value2(), seat.value3(), seat.value4(), seat.value5())));
        }
        return entry.part(Manifest.PEOPLE, List.of());
    }

    private Manifest.Part file(ZipOutputStream zip, UUID committee, String sha256) throws IOException {
        var entry = new Entry(zip, Manifest.file(sha256));
        try (var bytes = store.open(committee, sha256)) {
            entry.bytes(bytes.readAllBytes());
        }
        return entry.part(sha256, List.of());
    }

    /** One entry of the zip while it is written. */
    private static final class Entry {
        private final ZipOutputStream zip;
        private final String name;
        private final DigestOutputStream out;
        private long count;

        Entry(ZipOutputStream zip, String name) throws IOException {
            this.zip = zip;
            this.name = name;
            zip.putNextEntry(new ZipEntry(name));
            try {
                out = new DigestOutputStream(zip, MessageDigest.getInstance(Digests.ALGORITHM));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        void line(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
            count++;
        }

        void bytes(byte[] bytes) throws IOException {
            out.write(bytes);
            count += bytes.length;
        }

        Manifest.Part part(String what, List<String> columns) throws IOException {
            zip.closeEntry();
            var digest = HexFormat.of().formatHex(out.getMessageDigest().digest());
            return new Manifest.Part(what, name, count, digest, columns.isEmpty() ? null : columns);
        }
    }
}
