package cn.tongxin.notification;

import cn.tongxin.history.Unrecorded;
import cn.tongxin.http.Fields;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

/** What a person does with his inbox. */
@Singleton
class InboxActions {
    private final Inbox inbox;

    InboxActions(Inbox inbox) {
        this.inbox = inbox;
    }

    @Transactional
    @Unrecorded("a read mark is private")
    void read(long upTo) {
        new Fields()
                .check("upTo", upTo >= 0, "out-of-range", "A number of the inbox.")
                .orRefuse();
        inbox.mark(Caller.current().seatId(), upTo);
    }
}
