package cn.tongxin.handling;

import cn.tongxin.storage.Attachments;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a unit has attached while it writes goes out with its reply or opinion, and comes back with it. */
@Singleton
class DraftFiles {
    private final Attachments attachments;

    DraftFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    void sent(Assignment assignment, String type, UUID as, Instant now) {
        attachments.move(AssignmentFiles.TYPE, assignment.id(), type, as, now);
    }

    /** What was said keeps its files; the unit writes on with the same. */
    void back(Assignment assignment, String type, Optional<UUID> was, Instant now) {
        was.ifPresent(id -> attachments.hangToo(type, id, AssignmentFiles.TYPE, assignment.id(), now));
    }
}
