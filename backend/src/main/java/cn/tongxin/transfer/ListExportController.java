package cn.tongxin.transfer;

import cn.tongxin.history.AccessLog;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A list leaves the console as a table: who took which, how many rows, and why. The client has the rows already. */
@Controller("/api/list-exports")
@ExecuteOn(TaskExecutors.BLOCKING)
class ListExportController {
    private final AccessLog log;

    ListExportController(AccessLog log) {
        this.log = log;
    }

    /**
     * What is about to be saved.
     *
     * @param list the heading of the list and its filters, as the screen shows them; at most 200 characters
     * @param rows how many there are
     * @param reason at most 200 characters
     */
    @Serdeable
    record ListExport(
            @Nullable String list, int rows, @Nullable String reason) {}

    /** Comes before the table is saved. */
    @Post
    @Status(HttpStatus.NO_CONTENT)
    void note(@Body ListExport body) {
        if (!Caller.current().mayWrite()) {
            throw Refusal.notAllowed();
        }
        new Fields()
                .required("list", body.list())
                .maxLength("list", body.list(), 200)
                .check("rows", body.rows() >= 0, "out-of-range", "Not less than 0.")
                .required("reason", body.reason())
                .maxLength("reason", body.reason(), 200)
                .orRefuse();
        log.note("exported", body.list() + " " + body.rows() + " 条：" + body.reason());
    }
}
