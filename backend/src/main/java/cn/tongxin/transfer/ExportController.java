package cn.tongxin.transfer;

import cn.tongxin.document.Documents;
import cn.tongxin.history.AccessLog;
import cn.tongxin.http.EvenSuspended;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SuspendedAccess;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The administrator takes his committee's own away over HTTP, though it may be suspended. */
@Controller("/api/committee/export")
@ExecuteOn(TaskExecutors.BLOCKING)
class ExportController {
    private final Export export;
    private final Committees committees;
    private final AccessLog log;
    private final Clock clock;

    ExportController(Export export, Committees committees, AccessLog log, Clock clock) {
        this.export = export;
        this.committees = committees;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A zip with rows as NDJSON, files and history, as {@code import} and {@code verify-history} read it. Who took it and why
     * is logged first.
     */
    @EvenSuspended
    @Get("{?reason}")
    @Produces("application/zip")
    HttpResponse<StreamedFile> take(@Nullable @QueryValue String reason) throws IOException {
        var caller = Caller.current();
        if (!caller.has(Role.TENANT_ADMIN)) {
            throw Refusal.notAllowed();
        }
        new Fields().required("reason", reason).maxLength("reason", reason, 200).orRefuse();
        var code = SuspendedAccess.forExport(() -> {
                    log.note("committee.taken", reason);
                    return committees.find(caller.committeeId());
                })
                .orElseThrow(Refusal::notFound)
                .code();
        return Documents.written(
                MediaType.of("application/zip"),
                code + "-" + LocalDate.now(clock) + ".zip",
                out -> export.write(caller.committeeId(), out));
    }
}
