package cn.tongxin.notification;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.notification.NotificationController.InboxItem;
import cn.tongxin.notification.NotificationController.InboxPage;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** An inbox as its owner reads it, in sentences. */
@Singleton
class InboxPages {
    private final Inbox inbox;
    private final Words words;

    InboxPages(Inbox inbox, Words words) {
        this.inbox = inbox;
        this.words = words;
    }

    InboxPage page(@Nullable String after, int size) {
        var seat = Caller.current().seatId();
        var read = inbox.readSeq(seat);
        var page = Page.of(
                        inbox.page(seat, seq(Cursor.decode(after)), size),
                        size,
                        item -> new Cursor(Long.toString(item.seq()), item.id()))
                .map(item -> shown(item, read));
        return new InboxPage(page.items(), page.next(), inbox.unread(seat));
    }

    private InboxItem shown(Inbox.Item item, long read) {
        var news = item.news();
        return new InboxItem(
                item.id(),
                item.seq(),
                item.at(),
                news.kind(),
                news.subjectType(),
                news.subjectId(),
                words.title(news),
                words.text(news).orElse(null),
                item.seq() <= read);
    }

    private static @Nullable Long seq(@Nullable Cursor after) {
        try {
            return after == null ? null : Long.valueOf(after.key());
        } catch (NumberFormatException _) {
            throw Refusal.badRequest("page.cursor", "This cursor is not one of ours.")
                    .field("after");
        }
    }
}
