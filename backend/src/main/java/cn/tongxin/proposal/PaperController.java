package cn.tongxin.proposal;

import cn.tongxin.document.CatalogueFile;
import cn.tongxin.document.DocumentFormat;
import cn.tongxin.document.Documents;
import cn.tongxin.history.AccessLog;
import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proposals on paper and in tables. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class PaperController {
    private static final int REASON_MAX = 200;

    private final ProposalPaper papers;
    private final ProposalCatalogue catalogue;
    private final Documents documents;
    private final Transactions transactions;
    private final AccessLog log;
    private final Clock clock;

    PaperController(
            ProposalPaper papers,
            ProposalCatalogue catalogue,
            Documents documents,
            Transactions transactions,
            AccessLog log,
            Clock clock) {
        this.papers = papers;
        this.catalogue = catalogue;
        this.documents = documents;
        this.transactions = transactions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What the catalogue is made of, and why: it carries names out of the system.
     *
     * @param reason at most 200 characters; kept in the access log
     */
    @Serdeable
    @Schema(name = "CatalogueRequest")
    record CatalogueRequest(
            @Nullable String reason, @Nullable ProposalFilter filter) {}

    /** The proposal form, as Word or PDF, for whoever sees the proposal. */
    @Get("/proposals/{id}/form{?format}")
    HttpResponse<byte[]> form(UUID id, @QueryValue(defaultValue = "DOCX") DocumentFormat format) {
        var filled = transactions.alone(() -> papers.form(id));
        return documents.make(ProposalPapers.FORM, filled.slots(), format, filled.name());
    }

    /**
     * What was handed over in a session, unit by unit, for the assignment meeting. Office only; it is logged.
     *
     * @param session as 14-2; 404 for one that is not there
     */
    @Get("/hand-over-list{?session,unitId,format}")
    HttpResponse<byte[]> handOverList(
            @QueryValue String session,
            @Nullable @QueryValue UUID unitId,
            @QueryValue(defaultValue = "DOCX") DocumentFormat format) {
        checkOffice();
        var filled = transactions.alone(() -> papers.handOverList(session, unitId));
        log.note("exported", "交办清单 " + session);
        return documents.make(ProposalPapers.HAND_OVER_LIST, filled.slots(), format, filled.name());
    }

    /**
     * The catalogue of exactly what the filter lists, as an Excel file, phones masked. Office only. 422 without a
     * reason; who took how many and why stands in the access log.
     */
    @Post("/proposal-catalogues")
    HttpResponse<StreamedFile> catalogue(@Body CatalogueRequest request) throws IOException {
        checkOffice();
        new Fields()
                .required("reason", request.reason())
                .maxLength("reason", request.reason(), REASON_MAX)
                .orRefuse();
        var filter = Objects.requireNonNullElse(request.filter(), ProposalFilter.ALL);
        return Documents.written(CatalogueFile.TYPE, "提案目录" + LocalDate.now(clock) + ".xlsx", out -> {
            var written = catalogue.write(filter, out);
            log.note("exported", "提案目录 " + written + " 件：" + request.reason());
        });
    }

    private static void checkOffice() {
        if (!ProposalPolicy.isOffice(Caller.current())) {
            throw Refusal.notAllowed();
        }
    }
}
