package cn.tongxin.indicator;

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

/** The review report of a session on paper. */
@Controller("/api/review-report")
@ExecuteOn(TaskExecutors.BLOCKING)
class ReviewReportController {
    private final ReviewReport report;
    private final Documents documents;
    private final Transactions transactions;
    private final AccessLog log;

    ReviewReportController(ReviewReport report, Documents documents, Transactions transactions, AccessLog log) {
        this.report = report;
        this.documents = documents;
        this.transactions = transactions;
        this.log = log;
    }

    /**
     * What came in a session and what became of it, as Word or PDF; the same figures as the indicators of that session,
     * with their parts. For the reviewers and the secretary-general; it is logged.
     *
     * @param session as 14-2; 404 for one that is not there
     */
    @Get("{?session,format}")
    HttpResponse<byte[]> paper(@QueryValue String session, @QueryValue(defaultValue = "DOCX") DocumentFormat format) {
        IndicatorPolicy.checkOpens(Caller.current(), Indicator.get("proposal.received"));
        var filled = transactions.alone(() -> report.of(session));
        log.note("exported", filled.name());
        return documents.make(ReviewReportPaper.KIND, filled.slots(), format, filled.name());
    }
}
