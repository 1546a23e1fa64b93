package cn.tongxin.storage;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is no longer needed of files is found and removed, as the service itself. */
@Singleton
class OrphanActions {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 1000;

    private final StoredFiles files;
    private final Uploads uploads;
    private final Attachments attachments;
    private final List<FileReaders> readers;
    private final ObjectStore store;
    private final History history;
    private final Clock clock;

    OrphanActions(
            StoredFiles files,
            Uploads uploads,
            Attachments attachments,
            List<FileReaders> readers,
            ObjectStore store,
            History history,
            Clock clock) {
        this.files = files;
        this.uploads = uploads;
        this.attachments = attachments;
        this.readers = readers;
        this.store = store;
        this.history = history;
        this.clock = clock;
    }

    /** The orphans among a thousand files, and the last file looked at while there may be more. */
    record Look(List<UUID> orphans, @Nullable UUID last) {}

    @Transactional
    @Unrecorded("a read")
    Look findOrphans(@Nullable UUID after) {
        var old = files.findUnheld(clock.instant().minus(KEPT), after, AT_ONCE);
        return new Look(unnamed(old), old.size() < AT_ONCE ? null : old.getLast());
    }

    private List<UUID> unnamed(Collection<UUID> candidates) {
        var named = new HashSet<UUID>();
        readers.forEach(reader -> named.addAll(reader.named(candidates)));
        return candidates.stream().filter(id -> !named.contains(id)).toList();
    }

    /** The row goes; the digest of its bytes is answered. Nothing where somebody has found a use for it meanwhile. */
    @Transactional
    Optional<String> removeFile(UUID id) {
        var file = files.find(id);
        if (file.isEmpty() || unnamed(List.of(id)).isEmpty()) {
            return Optional.empty();
        }
        attachments.deleteOf(id); // what it hung on is gone
        if (!files.deleteUnheld(id)) {
            return Optional.empty();
        }
        history.record(
                Line.of("file.removed", "file", id).with("name", file.get().name()));
        return Optional.of(file.get().sha256());
    }

    /** The bytes go, under the lock that {@code enter} takes, unless a file has them: the one case of store work inside. */
    @Transactional
    @Unrecorded("its file's removal was recorded")
    void removeBytes(String sha256) {
        files.lock(sha256);
        if (!files.hasBytes(sha256)) {
            store.delete(Caller.current().committeeId(), sha256);
        }
    }

    @Transactional
    @Unrecorded("a read")
    List<UUID> findSilentUploads() {
        return uploads.findSilentSince(clock.instant().minus(KEPT), AT_ONCE);
    }

    /** The objects that it leaves behind. */
    @Transactional
    @Unrecorded("what never became a file leaves nothing behind")
    List<String> removeUpload(UUID id) {
        var parts = uploads.parts(id);
        uploads.delete(id);
        return parts;
    }
}
