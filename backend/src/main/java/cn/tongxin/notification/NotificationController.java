package cn.tongxin.notification;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The first page of both clients: what is to be done and what is new. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class NotificationController {
    private final Todos todos;
    private final UnitTodos unitTodos;
    private final Inbox inbox;
    private final InboxActions actions;
    private final Words words;

    NotificationController(Todos todos, UnitTodos unitTodos, Inbox inbox, InboxActions actions, Words words) {
        this.todos = todos;
        this.unitTodos = unitTodos;
        this.inbox = inbox;
        this.actions = actions;
        this.words = words;
    }

    /** {@code title} is a plain sentence, {@code text} what else there is to say, a reason most often. */
    @Serdeable
    record InboxItem(
            UUID id,
            long seq,
            Instant at,
            String kind,
            String subjectType,
            UUID subjectId,
            String title,
            @Nullable String text,
            boolean read) {}

    /** The latest first; {@code unread} counts the whole inbox. */
    @Serdeable
    record InboxPage(List<InboxItem> items, @Nullable String next, int unread) {}

    /** The inbox was read up to this {@code seq}. */
    @Serdeable
    record ReadMark(long upTo) {}

    @Get("/todo")
    @Transactional(readOnly = true)
    Todo todo() {
        return todos.of(Caller.current());
    }

    /** What waits in each of the person's seats at units, whichever committees they are in. 403 from any other seat. */
    @Get("/todo/units")
    List<UnitTodos.SeatTodo> todoOfUnits() {
        return unitTodos.of(Caller.current());
    }

    @Get("/inbox{?after,limit}")
    @Transactional(readOnly = true)
    InboxPage inbox(@Nullable @QueryValue String after, @Nullable @QueryValue Integer limit) {
        var seat = Caller.current().seatId();
        var size = Page.limit(limit);
        var read = inbox.readSeq(seat);
        var page = Page.of(
                        inbox.page(seat, seq(Cursor.decode(after)), size),
                        size,
                        item -> new Cursor(Long.toString(item.seq()), item.id()))
                .map(item -> shown(item, read));
        return new InboxPage(page.items(), page.next(), inbox.unread(seat));
    }

    @Put("/inbox/read")
    @Status(HttpStatus.NO_CONTENT)
    void read(@Body ReadMark mark) {
        actions.read(mark.upTo());
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
