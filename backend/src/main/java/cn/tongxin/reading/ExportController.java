package cn.tongxin.reading;

import cn.tongxin.document.Documents;
import cn.tongxin.history.AccessLog;
import cn.tongxin.http.Fields;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the posts of a reading group out of the system: marked, and logged with the reason. */
@Controller("/api/reading-groups/{groupId}/post-exports")
@ExecuteOn(TaskExecutors.BLOCKING)
class ExportController {
    private static final MediaType EXCEL =
            MediaType.of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int REASON_MAX = 200;

    private final PostExport export;
    private final Admission admission;
    private final Transactions transactions;
    private final AccessLog log;

    ExportController(PostExport export, Admission admission, Transactions transactions, AccessLog log) {
        this.export = export;
        this.admission = admission;
        this.transactions = transactions;
        this.log = log;
    }

    /** @param reason at most 200 characters; kept in the access log */
    @Serdeable
    @Schema(name = "PostExportRequest")
    record Request(@Nullable String reason) {}

    /** What is seen in a group, as an Excel file, for who runs it. 422 without a reason. */
    @Post
    HttpResponse<byte[]> take(UUID groupId, @Body Request request) {
        var out = new ByteArrayOutputStream();
        var theme = transactions.alone(() -> {
            var group = admission.load(groupId, new ReadingMove.Export()).group();
            new Fields()
                    .required("reason", request.reason())
                    .maxLength("reason", request.reason(), REASON_MAX)
                    .orRefuse();
            var written = write(group, out);
            return group.plan().theme() + " " + written + " 条";
        });
        log.note("exported", "读书群发言 " + theme + "：" + request.reason());
        return Documents.download(out.toByteArray(), EXCEL, "读书群发言.xlsx");
    }

    private int write(ReadingGroup group, ByteArrayOutputStream out) {
        try {
            return export.write(group, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
