package cn.tongxin.storage;

import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file on its way is begun, moved on and given up. What of it has come is known by its row alone. */
@Singleton
class UploadActions {
    private final Uploads uploads;
    private final StoredFiles files;
    private final Clock clock;

    UploadActions(Uploads uploads, StoredFiles files, Clock clock) {
        this.uploads = uploads;
        this.files = files;
        this.clock = clock;
    }

    /** How an upload stands; {@code open} is there until it is a whole file. */
    record Standing(
            UUID id, long size, long received, @Nullable Upload open) {
        static Standing of(Upload upload) {
            return new Standing(upload.id(), upload.size(), upload.received(), upload);
        }

        static Standing of(StoredFile file) {
            return new Standing(file.id(), file.size(), file.size(), null);
        }
    }

    /** A repeat by the same seat answers how far it has come; somebody else's id is taken. */
    @Transactional
    @Unrecorded("a file that is not whole is none yet")
    Standing begin(UUID id, String name, long size, boolean held) {
        var seat = Caller.current().seatId();
        var upload = new Upload(id, seat, name, size, 0, held);
        if (files.find(id).isEmpty() && uploads.insert(upload, clock.instant())) {
            return Standing.of(upload);
        }
        return find(id).filter(there -> there.size() == size)
                .orElseThrow(() -> Refusal.conflict("id.taken", "This id is taken."));
    }

    /** 404 for what another seat sends. */
    @Transactional
    @Unrecorded("a read")
    Standing standing(UUID id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    private Optional<Standing> find(UUID id) {
        var seat = Caller.current().seatId();
        return uploads.find(id)
                .filter(upload -> upload.seatId().equals(seat))
                .map(Standing::of)
                .or(() -> files.find(id).filter(file -> file.isOf(seat)).map(Standing::of));
    }

    /** The piece lies in the store already. False where the upload has moved on meanwhile. */
    @Transactional
    @Unrecorded("a piece of a file is no move")
    boolean advance(UUID id, long offset, long size, String object) {
        return uploads.advance(id, offset, size, object, clock.instant());
    }

    @Transactional
    @Unrecorded("a read")
    List<String> parts(UUID id) {
        return uploads.parts(id);
    }

    @Transactional
    @Unrecorded("what never became a file leaves nothing behind")
    void giveUp(UUID id) {
        uploads.delete(id);
    }
}
