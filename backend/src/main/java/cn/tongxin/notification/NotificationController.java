package cn.tongxin.notification;

import cn.tongxin.http.ForVisitors;
import cn.tongxin.http.Page;
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
@ForVisitors
class NotificationController {
    private final Todos todos;
    private final UnitTodos unitTodos;
    private final InboxPages pages;
    private final InboxActions actions;

    NotificationController(Todos todos, UnitTodos unitTodos, InboxPages pages, InboxActions actions) {
        this.todos = todos;
        this.unitTodos = unitTodos;
        this.pages = pages;
        this.actions = actions;
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
        return pages.page(after, Page.limit(limit));
    }

    @Put("/inbox/read")
    @Status(HttpStatus.NO_CONTENT)
    void read(@Body ReadMark mark) {
        actions.read(mark.upTo());
    }
}
