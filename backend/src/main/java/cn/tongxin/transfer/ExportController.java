package cn.tongxin.transfer;

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
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        var file = Files.createTempFile("tongxin-export", ".zip");
        try {
            write(file);
            var size = Files.size(file);
            var bytes = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            return HttpResponse.ok(new StreamedFile(bytes, MediaType.of("application/zip"), clock.millis(), size))
                    .header("Content-Disposition", "attachment; filename=" + code + "-" + LocalDate.now(clock) + ".zip")
                    .header("Cache-Control", "private, no-store");
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    private void write(Path file) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            export.write(Caller.current().committeeId(), out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
