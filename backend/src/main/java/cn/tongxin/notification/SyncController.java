package cn.tongxin.notification;

import cn.tongxin.http.ForVisitors;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.annotation.Transactional;
import org.jspecify.annotations.Nullable;

/** One request after which a phone has its lists as they are, however weak the network. */
@Controller("/api/sync")
@ExecuteOn(TaskExecutors.BLOCKING)
@ForVisitors
class SyncController {
    private final Syncs syncs;

    SyncController(Syncs syncs) {
        this.syncs = syncs;
    }

    /**
     * To-do, inbox, one's own proposals and the reading groups in sight, as far as they differ from what {@code cursor} says
     * that the phone has. Everything, with {@code reset}, where there is none, or one of another seat or of a month ago; 400
     * {@code page.cursor} where it cannot be read.
     */
    @Get("{?cursor}")
    @Transactional(readOnly = true)
    Sync sync(@Nullable @QueryValue String cursor) {
        return syncs.since(cursor, Caller.current());
    }
}
