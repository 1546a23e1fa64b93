package cn.tongxin.notification;

import cn.tongxin.proposal.ProposalBrief;
import cn.tongxin.reading.ReadingGroupView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a phone has to change so that it has the first page of each of its lists as they are now.
 *
 * @param cursor to be sent the next time; opaque, and good for this seat alone
 * @param reset what the phone has of this seat is to be thrown away first: its cursor was too old, or none
 * @param more not all went into this answer; ask again
 * @param unread how much of the inbox is
 * @param next where the pages behind the first ones begin
 */
@Serdeable
record Sync(String cursor, boolean reset, boolean more, int unread, Changed changed, Gone gone, Next next) {
    /** New or different since the cursor, each as its own list shows it; {@code todo} is absent where it is the same. */
    @Serdeable
    record Changed(
            @Nullable Todo todo,
            List<NotificationController.InboxItem> inbox,
            List<ProposalBrief> proposals,
            List<ReadingGroupView> groups) {}

    /** No longer on the first page, or no longer for these eyes. */
    @Serdeable
    record Gone(List<UUID> inbox, List<UUID> proposals, List<UUID> groups) {}

    /** Cursors for {@code after} of the lists themselves; absent where there is no second page. */
    @Serdeable
    record Next(
            @Nullable String inbox,
            @Nullable String proposals,
            @Nullable String groups) {}
}
