package cn.tongxin.indicator;

import cn.tongxin.committee.Calendar;
import cn.tongxin.document.CatalogueFile;
import cn.tongxin.document.DocumentFormat;
import cn.tongxin.document.Documents;
import cn.tongxin.evidence.EvidenceKind;
import cn.tongxin.evidence.Period;
import cn.tongxin.history.AccessLog;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.annotation.Transactional;
import java.io.IOException;

/**
 * The notice of use by organisation, on the screen and on paper, for who may open the lists of opinion reports. {@code basis} is
 * {@code session} (14-2) or {@code year} (2023).
 */
@Controller("/api/usage-notice")
@ExecuteOn(TaskExecutors.BLOCKING)
class UsageNoticeController {
    private final UsageNotice notice;
    private final Calendar calendar;
    private final Documents documents;
    private final Transactions transactions;
    private final AccessLog log;

    UsageNoticeController(
            UsageNotice notice, Calendar calendar, Documents documents, Transactions transactions, AccessLog log) {
        this.notice = notice;
        this.calendar = calendar;
        this.documents = documents;
        this.transactions = transactions;
        this.log = log;
    }

    /** What is told, and of which time, in words. */
    private record Told(UsageNotice.Table table, String period) {}

    /**
     * A line for each organisation that sent reports in or had some used, in the committee's order and never by the figures; one
     * for all members together, and for informants and stations where there are any. No member is named.
     */
    @Get("{?basis,period}")
    @Transactional(readOnly = true)
    UsageNotice.Table table(@QueryValue String basis, @QueryValue String period) {
        check();
        return notice.of(period(basis, period));
    }

    /** The same as Word or PDF. 404 for a session that is not there; it is logged. */
    @Get("/paper{?basis,period,format}")
    HttpResponse<byte[]> paper(
            @QueryValue String basis,
            @QueryValue String period,
            @QueryValue(defaultValue = "DOCX") DocumentFormat format) {
        check();
        var told = read(period(basis, period));
        var name = UsageNoticePaper.name(told.period());
        log.note("exported", name);
        return documents.make(
                UsageNoticePaper.KIND,
                UsageNoticePaper.slots(told.table(), told.period(), calendar.today()),
                format,
                name);
    }

    /** The same as an Excel file. 404 for a session that is not there; it is logged. */
    @Get("/sheet{?basis,period}")
    HttpResponse<StreamedFile> sheet(@QueryValue String basis, @QueryValue String period) throws IOException {
        check();
        var told = read(period(basis, period));
        var name = UsageNoticePaper.name(told.period());
        log.note("exported", name);
        return Documents.written(
                CatalogueFile.TYPE, name + ".xlsx", out -> UsageNoticePaper.write(told.table(), name, out));
    }

    private Told read(Period period) {
        return transactions.alone(() -> new Told(notice.of(period), UsageNoticePaper.inWords(period, calendar)));
    }

    private static void check() {
        if (!IndicatorPolicy.opens(Caller.current(), EvidenceKind.OPINION_SUBMITTED)) {
            throw Refusal.notAllowed();
        }
    }

    private static Period period(String basis, String period) {
        var on = Period.basis(basis);
        if (on == null) {
            throw Refusal.badRequest("period.basis", "The basis is session or year.")
                    .field("basis");
        }
        return new Period(on, period);
    }
}
