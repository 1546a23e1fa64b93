package cn.tongxin.reading;

import cn.tongxin.document.CatalogueFile;
import cn.tongxin.document.Documents;
import cn.tongxin.history.AccessLog;
import cn.tongxin.http.Fields;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the posts of a reading group out of the system: marked, and logged with the reason. */
@Controller("/api/reading-groups/{groupId}/post-exports")
@ExecuteOn(TaskExecutors.BLOCKING)
class ExportController {
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
    HttpResponse<StreamedFile> take(UUID groupId, @Body Request request) throws IOException {
        var group = transactions.alone(
                () -> admission.load(groupId, new ReadingMove.Export()).group());
        PostActions.checkStorable(new Fields(), "reason", request.reason())
                .required("reason", request.reason())
                .maxLength("reason", request.reason(), REASON_MAX)
                .orRefuse();
        return Documents.written(CatalogueFile.TYPE, "读书群发言.xlsx", out -> {
            var written = export.write(group, out);
            log.note("exported", "读书群发言 " + group.plan().theme() + " " + written + " 条：" + request.reason());
        });
    }
}
