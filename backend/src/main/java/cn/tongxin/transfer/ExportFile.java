package cn.tongxin.transfer;

import static cn.tongxin.db.cell.Tables.HISTORY;
import static cn.tongxin.db.cell.Tables.HISTORY_PAYLOAD;

import cn.tongxin.history.VerifyHistory;
import cn.tongxin.history.VerifyHistory.Broken;
import cn.tongxin.history.VerifyHistory.Head;
import cn.tongxin.shared.Digests;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** An export as it lies on the disk. Opening it proves that every part is there and unchanged. */
public final class ExportFile implements AutoCloseable {
    private final ZipFile zip;
    private final JsonMapper json;
    private final Manifest manifest;

    private ExportFile(ZipFile zip, JsonMapper json, Manifest manifest) {
        this.zip = zip;
        this.json = json;
        this.manifest = manifest;
    }

    public static ExportFile open(Path path, JsonMapper json) throws IOException {
        try {
            var zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
            var entry = zip.getEntry(Manifest.ENTRY);
            if (entry == null) {
                zip.close();
                throw new TransferRefused("This is no export: it has no manifest.");
            }
            try (var in = zip.getInputStream(entry)) {
                var file = new ExportFile(zip, json, json.readValue(in, Argument.of(Manifest.class)));
                file.check();
                return file;
            }
        } catch (ZipException broken) {
            throw new TransferRefused("This is no export: it is no zip.");
        }
    }

    Manifest manifest() {
        return manifest;
    }

    public String committeeCode() {
        return manifest.committee().code();
    }

    /** The first line of its history that does not hold. */
    public Optional<Broken> verifyHistory() {
        var payloads = new HashMap<UUID, Map<String, Object>>();
        lines(Manifest.table("history_payload"), line -> {
            var row = parsed(line);
            payloads.put(UUID.fromString(String.valueOf(row.get("history_id"))), row);
        });
        var head = new Head[] {Head.NONE};
        lines(Manifest.table("clock"), line -> {
            var row = parsed(line);
            head[0] = new Head(Long.parseLong(String.valueOf(row.get("seq"))), bytes(row.get("hash")));
        });
        try (var lines = reader(Manifest.table("history"))) {
            Iterator<Record> records =
                    lines.lines().map(line -> record(parsed(line), payloads)).iterator();
            return VerifyHistory.walk(() -> records, head[0]);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void lines(String entry, Consumer<String> each) {
        try (var reader = reader(entry)) {
            reader.lines().forEach(each);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    byte[] bytes(Manifest.Part part) {
        try (var in = stream(part.entry())) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void check() throws IOException {
        if (manifest.format() != Manifest.FORMAT) {
            throw new TransferRefused(
                    "This export has format " + manifest.format() + "; this version reads " + Manifest.FORMAT + ".");
        }
        var parts = Stream.of(manifest.tables(), java.util.List.of(manifest.people()), manifest.files())
                .flatMap(java.util.List::stream)
                .toList();
        for (var part : parts) {
            if (!digest(part.entry()).equals(part.sha256())) {
                throw new TransferRefused(
                        "The export was changed: " + part.entry() + " is not what the manifest says.");
            }
        }
    }

    private String digest(String entry) throws IOException {
        try (var in = new DigestInputStream(stream(entry), MessageDigest.getInstance(Digests.ALGORITHM))) {
            var buffer = new byte[64 * 1024];
            while (in.read(buffer) >= 0) {
                // reading is what counts
            }
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private InputStream stream(String entry) throws IOException {
        var found = zip.getEntry(entry);
        if (found == null) {
            throw new TransferRefused("The export was changed: " + entry + " is missing.");
        }
        return zip.getInputStream(found);
    }

    private BufferedReader reader(String entry) throws IOException {
        return new BufferedReader(new InputStreamReader(stream(entry), StandardCharsets.UTF_8));
    }

    private Map<String, Object> parsed(String line) {
        try {
            return json.readValue(line, Argument.mapOf(String.class, Object.class));
        } catch (IOException unreadable) {
            throw new TransferRefused("A row of the export cannot be read.");
        }
    }

    private static Record record(Map<String, Object> row, Map<UUID, Map<String, Object>> payloads) {
        var fields = Stream.concat(
                        Stream.of(HISTORY.fields()),
                        Stream.of(HISTORY_PAYLOAD.SALT, HISTORY_PAYLOAD.PAYLOAD, HISTORY_PAYLOAD.ERASED_AT))
                .toArray(Field[]::new);
        var payload = payloads.getOrDefault(UUID.fromString(String.valueOf(row.get("id"))), Map.of());
        var record = DSL.using(SQLDialect.POSTGRES).newRecord(fields);
        for (Field<?> field : HISTORY.fields()) {
            set(record, field, row.get(field.getName()));
        }
        set(record, HISTORY_PAYLOAD.SALT, payload.get("salt"));
        set(record, HISTORY_PAYLOAD.PAYLOAD, payload.get("payload"));
        set(record, HISTORY_PAYLOAD.ERASED_AT, payload.get("erased_at"));
        return record;
    }

    private static <T> void set(Record record, Field<T> field, @Nullable Object value) {
        Object typed = value;
        if (value != null && field.getType() == byte[].class) {
            typed = bytes(value);
        } else if (value != null && field.getType() == java.time.Instant.class) {
            typed = OffsetDateTime.parse(String.valueOf(value)).toInstant();
        }
        record.set(field, field.getDataType().convert(typed));
    }

    private static byte[] bytes(@Nullable Object hex) {
        return HexFormat.of().parseHex(String.valueOf(hex).substring(2));
    }
}
