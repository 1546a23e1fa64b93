package cn.tongxin.history;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.annotation.Transactional;
import org.jspecify.annotations.Nullable;

/** The security log of a committee, which its auditor alone reads and nobody changes. */
@Controller("/api/access-log")
@ExecuteOn(TaskExecutors.BLOCKING)
class AccessLogController {
    private final AccessLog log;

    AccessLogController(AccessLog log) {
        this.log = log;
    }

    /** The newest first; {@code kind} narrows. */
    @Get("{?kind,after,limit}")
    @Transactional(readOnly = true)
    Page<AccessLog.Line> list(
            @Nullable @QueryValue String kind,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit) {
        if (!Caller.current().has(Role.AUDITOR)) {
            throw Refusal.notAllowed();
        }
        var size = Page.limit(limit);
        return Page.of(log.page(kind, Cursor.decode(after), size), size, line -> new Cursor("", line.id()));
    }
}
