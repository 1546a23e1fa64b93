package cn.tongxin.archive;

import cn.tongxin.document.DocumentFormat;
import cn.tongxin.document.Documents;
import cn.tongxin.history.AccessLog;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Objects;

/** One's own archive, whatever has become of the seat. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class ArchiveController {
    private final Archive archive;
    private final Documents documents;
    private final Transactions transactions;
    private final AccessLog log;

    ArchiveController(Archive archive, Documents documents, Transactions transactions, AccessLog log) {
        this.archive = archive;
        this.documents = documents;
        this.transactions = transactions;
        this.log = log;
    }

    /**
     * What this seat has written, in full, as Word or PDF: proposals with the replies to them, opinion reports, posts and
     * notes of reading. A suspended and an ended seat may take it too (domain §5.3). It is logged.
     */
    @Get("/archive{?format}")
    HttpResponse<byte[]> own(@QueryValue(defaultValue = "DOCX") DocumentFormat format) {
        var caller = Caller.current();
        var slots = transactions.alone(() -> archive.of(caller.seatId()));
        log.note("exported", "本人履职文稿");
        return documents.make(ArchivePaper.KIND, slots, format, Objects.requireNonNullElse(caller.name(), "") + "履职文稿");
    }
}
