package cn.tongxin.storage;

import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes, each night, what nobody needs: files that no feature names 30 days after they came, and uploads that were silent
 * as long. A file that a phone's outbox names is never one of them, however long the phone is away: its client says so when
 * it uploads ({@code hold}) and lets go when the line was sent or thrown away (DELETE {@code /api/files/{id}/hold}). The
 * hold ends by itself only with the seat. The phone keeps its own copy until then, so nothing hangs on this promise alone.
 */
@Singleton
class Orphans {
    private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

    private final OrphanActions actions;
    private final ObjectStore store;
    private final Committees committees;
    private final Transactions transactions;

    Orphans(OrphanActions actions, ObjectStore store, Committees committees, Transactions transactions) {
        this.actions = actions;
        this.store = store;
        this.committees = committees;
        this.transactions = transactions;
    }

    @Scheduled(cron = "${tongxin.files.sweep:0 30 3 * * *}", zoneId = "Asia/Shanghai")
    void sweepEverything() {
        for (var committee : committees.list()) {
            if (committee.isActive()) {
                try {
                    sweep(committee.id());
                } catch (RuntimeException failure) {
                    LOG.warn("The orphans of committee {} wait for the next night.", committee.id(), failure);
                }
            }
        }
    }

    void sweep(UUID committee) {
        @Nullable UUID last = null;
        do {
            last = sweepAfter(committee, last);
        } while (last != null);
        for (var id : transactions.in(committee, actions::findSilentUploads)) {
            transactions.in(committee, () -> actions.removeUpload(id)).forEach(part -> store.delete(committee, part));
        }
    }

    private @Nullable UUID sweepAfter(UUID committee, @Nullable UUID last) {
        var look = transactions.in(committee, () -> actions.findOrphans(last));
        for (var id : look.orphans()) {
            transactions
                    .in(committee, () -> actions.removeFile(id))
                    .ifPresent(digest -> removeBytes(committee, digest));
        }
        return look.last();
    }

    private void removeBytes(UUID committee, String digest) {
        transactions.<@Nullable Void>in(committee, () -> {
            actions.removeBytes(digest);
            return null;
        });
    }
}
