package cn.tongxin.storage;

import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Digests;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** Takes a whole file in: its name, its content, the scanners; then its bytes go into the store and its row is written. */
@Singleton
class FileIntake {
    private final FileActions actions;
    private final ObjectStore store;
    private final List<FileScan> scans;
    private final Clock clock;

    FileIntake(FileActions actions, ObjectStore store, List<FileScan> scans, Clock clock) {
        this.actions = actions;
        this.store = store;
        this.scans = scans;
        this.clock = clock;
    }

    /** Writes the bytes of a file. */
    interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    /** 422 for a name or content that is not taken. A repeat of the same answers the file that is there. */
    StoredFile take(UUID id, String name, Bytes bytes, boolean held) {
        try {
            var whole = Files.createTempFile("tongxin-upload", null);
            try {
                return take(id, name, whole, digest(whole, bytes), held);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private StoredFile take(UUID id, String name, Path whole, String sha256, boolean held) throws IOException {
        var caller = Caller.current();
        var type = FileType.of(name, whole);
        scan(name, whole);
        var file = new StoredFile(
                id,
                name,
                type.contentType(),
                Files.size(whole),
                sha256,
                caller.seatId(),
                clock.instant(),
                type.length(whole)
                        .map(length -> Math.clamp(length.toMillis(), 1, Integer.MAX_VALUE))
                        .orElse(null));
        store.put(caller.committeeId(), sha256, whole);
        var entered = actions.enter(file, held);
        // Once more, if an orphan with these very bytes was removed between the two.
        store.put(caller.committeeId(), sha256, whole);
        return entered;
    }

    private void scan(String name, Path whole) throws IOException {
        for (var scan : scans) {
            try (var in = Files.newInputStream(whole)) {
                if (!scan.isClean(name, in)) {
                    throw Refusal.unprocessable("file.infected", "The scanner does not let this file through.")
                            .field("name");
                }
            }
        }
    }

    private static String digest(Path file, Bytes bytes) throws IOException {
        var digest = Digests.sha256();
        try (var out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            bytes.writeTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Without folders and control characters, as a name in a list; 422 for one that is missing or too long. */
    static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("\\p{Cntrl}", "").strip();
        new Fields().required("name", plain).maxLength("name", plain, 120).orRefuse();
        return plain;
    }
}
