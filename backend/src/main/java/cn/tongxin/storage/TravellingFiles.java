package cn.tongxin.storage;

import cn.tongxin.shared.Ids;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.context.BeanProvider;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Files that come along with what one committee sends another. The recipient gets rows and bytes of its own: what the sender
 * does with his later is nothing to them.
 */
@Singleton
public class TravellingFiles {
    /** Asked for late: it knows the features, and one of them sends. */
    private final BeanProvider<Attachments> attachments;

    private final StoredFiles files;
    private final ObjectStore store;
    private final Transactions transactions;

    TravellingFiles(
            BeanProvider<Attachments> attachments, StoredFiles files, ObjectStore store, Transactions transactions) {
        this.attachments = attachments;
        this.files = files;
        this.store = store;
        this.transactions = transactions;
    }

    /** A file as a letter names it, by the digest of its bytes. */
    @Serdeable
    public record Enclosure(
            String name,
            String contentType,
            long size,
            String sha256,
            @Nullable Integer lengthMs) {}

    /** What hangs on a matter and goes with it; who sends it was checked. */
    public List<Enclosure> of(String type, UUID subject) {
        return attachments.get().of(type, subject).stream()
                .map(file ->
                        new Enclosure(file.name(), file.contentType(), file.size(), file.sha256(), file.lengthMs()))
                .toList();
    }

    /** The bytes go over, outside of any transaction, and as often as one likes. The sender must have a file of them. */
    public void carry(UUID from, UUID to, List<Enclosure> enclosures) {
        for (var enclosure : enclosures) {
            if (!transactions.in(from, () -> files.hasBytes(enclosure.sha256()))) {
                throw new IllegalStateException("The sender has no such file: " + enclosure.sha256());
            }
            store.copy(from, to, enclosure.sha256());
        }
    }

    /** Hangs what came on the recipient's own matter, in his transaction. */
    public void hang(String type, UUID subject, List<Enclosure> enclosures, Instant now) {
        for (var came : enclosures) {
            files.lock(came.sha256());
            var file = new StoredFile(
                    Ids.next(),
                    came.name(),
                    came.contentType(),
                    came.size(),
                    came.sha256(),
                    null,
                    now,
                    came.lengthMs());
            files.insert(file, false);
            attachments.get().insert(type, subject, file.id(), null, now);
        }
    }
}
