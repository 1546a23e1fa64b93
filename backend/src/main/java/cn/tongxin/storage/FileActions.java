package cn.tongxin.storage;

import cn.tongxin.history.History;
import cn.tongxin.history.Line;
import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Refusal;
import cn.tongxin.shared.Digests;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Files are entered, held and let go, and tickets for them given out and used up. */
@Singleton
class FileActions {
    static final Duration TICKET_LASTS = Duration.ofSeconds(60);

    private final StoredFiles files;
    private final Uploads uploads;
    private final List<FileReaders> readers;
    private final FileLimits limits;
    private final History history;
    private final Clock clock;

    FileActions(
            StoredFiles files,
            Uploads uploads,
            List<FileReaders> readers,
            FileLimits limits,
            History history,
            Clock clock) {
        this.files = files;
        this.uploads = uploads;
        this.readers = readers;
        this.limits = limits;
        this.history = history;
        this.clock = clock;
    }

    /** Guests bring nothing; nobody brings more than the committee takes. 413 with {@code maxBytes}. */
    @Transactional
    @Unrecorded("only looks")
    void checkBrings(long bytes) {
        if (Caller.current().isOnlyGuest()) {
            throw Refusal.notAllowed();
        }
        if (bytes > limits.maxBytes()) {
            throw Refusal.tooLarge("file.too-large", "The committee takes no file as large as this.")
                    .with("maxBytes", limits.maxBytes());
        }
    }

    /** The bytes are in the store already. A repeat by the same seat answers the row that is there. */
    @Transactional
    StoredFile enter(StoredFile file, boolean held) {
        files.lock(file.sha256());
        if (!files.insert(file, held)) {
            return files.find(file.id())
                    .filter(there -> there.isOf(file.seatId()) && there.sha256().equals(file.sha256()))
                    .orElseThrow(() -> Refusal.conflict("id.taken", "This id is taken."));
        }
        uploads.delete(file.id());
        history.record(Line.of("file.uploaded", "file", file.id())
                .with("name", file.name())
                .with("size", file.size())
                .with("sha256", file.sha256()));
        return file;
    }

    /** A file that this seat may read: its own, or one that a feature shows it. Any other is not there. */
    StoredFile get(UUID id) {
        var caller = Caller.current();
        return files.find(id)
                .filter(file ->
                        file.isOf(caller.seat()) || readers.stream().anyMatch(reader -> reader.mayRead(caller, id)))
                .orElseThrow(Refusal::notFound);
    }

    /** Only the owner's client says whether its outbox still names the file, whole or on its way. */
    @Transactional
    @Unrecorded("what a phone has yet to send is no move")
    void hold(UUID id, boolean held) {
        var seat = Caller.current().seatId();
        if (!files.hold(id, seat, held) && !uploads.hold(id, seat, held, clock.instant())) {
            throw Refusal.notFound();
        }
    }

    /** The secret half of a ticket; only its digest is kept. */
    @Transactional
    @Unrecorded("a ticket only carries a right that the seat has, for a minute")
    String giveTicket(UUID id) {
        var file = get(id);
        var now = clock.instant();
        var token = Digests.randomToken();
        files.deleteTicketsBefore(now);
        files.insertTicket(token, Caller.current().seatId(), file.id(), "GET", now.plus(TICKET_LASTS));
        return token;
    }

    @Transactional
    @Unrecorded("a read; the ticket is gone with it")
    StoredFile useTicket(UUID id, String token) {
        if (!files.useTicket(token, id, "GET", clock.instant())) {
            throw Refusal.notFound();
        }
        return files.find(id).orElseThrow(Refusal::notFound);
    }
}
