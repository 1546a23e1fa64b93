package cn.tongxin.proposal.digest;

import cn.tongxin.document.DocumentFormat;
import cn.tongxin.document.Documents;
import cn.tongxin.history.AccessLog;
import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The proposal digest over HTTP; for the proposal office only. */
@Controller("/api/proposal-digests")
@ExecuteOn(TaskExecutors.BLOCKING)
class DigestController {
    private final Digests digests;
    private final DigestActions actions;
    private final DigestViews views;
    private final Documents documents;
    private final Transactions transactions;
    private final AccessLog log;

    DigestController(
            Digests digests,
            DigestActions actions,
            DigestViews views,
            Documents documents,
            Transactions transactions,
            AccessLog log) {
        this.digests = digests;
        this.actions = actions;
        this.views = views;
        this.documents = documents;
        this.transactions = transactions;
        this.log = log;
    }

    /**
     * A proposal as the issue is to tell it.
     *
     * @param title the proposal's own where absent
     * @param text its situation and suggestions where absent; at most 20000 characters
     */
    @Serdeable
    @Schema(name = "ProposalDigestTold")
    record Told(
            @Nullable UUID proposalId,
            @Nullable String title,
            @Nullable String text) {}

    /** What both a new issue and its autosaves say. */
    interface Contents {
        @Nullable
        String recipients();

        @Nullable
        List<Told> items();
    }

    /** @param recipients to whom it goes, at most 200 characters */
    @Serdeable
    @Schema(name = "ProposalDigestPlan")
    record Plan(
            @Nullable UUID id,
            @Nullable String recipients,
            @Nullable List<Told> items) implements Contents {}

    @Serdeable
    @Schema(name = "ProposalDigestRebuild")
    record Rebuild(
            int version,
            @Nullable String recipients,
            @Nullable List<Told> items) implements Contents {}

    @Serdeable
    @Schema(name = "ProposalDigestIssuing")
    record Issuing(int version) {}

    /** The newest first, with the titles and without the texts. */
    @Get("{?year,after,limit}")
    @Transactional(readOnly = true)
    Page<Digest.Head> list(
            @Nullable @QueryValue Integer year,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit) {
        DigestPolicy.checkReads(Caller.current());
        var size = Page.limit(limit);
        return Page.of(digests.page(year, Cursor.decode(after), size), size, digest -> new Cursor("", digest.id()));
    }

    @Get("/{id}")
    @Transactional(readOnly = true)
    Digest show(UUID id) {
        DigestPolicy.checkReads(Caller.current());
        return views.of(id);
    }

    /** The issue on paper, as Word or PDF; before it is issued, to be read once more. It is logged. */
    @Get("/{id}/paper{?format}")
    HttpResponse<byte[]> paper(UUID id, @QueryValue(defaultValue = "DOCX") DocumentFormat format) {
        DigestPolicy.checkReads(Caller.current());
        var digest = transactions.alone(() -> digests.get(id));
        var name = DigestPaper.name(digest);
        log.note("exported", name);
        return documents.make(DigestPaper.KIND, DigestPaper.slots(digest), format, name);
    }

    /** Begins an issue. 409 {@code digest.not-filed} for a proposal that does not stand as filed. */
    @Post
    @Status(HttpStatus.CREATED)
    Digest build(@Body Plan plan) {
        return views.of(actions.build(plan.id(), plan));
    }

    /** Saves what stands in it, in order. 409 {@code digest.version}, {@code digest.issued}. */
    @Put("/{id}")
    Digest rebuild(UUID id, @Body Rebuild body) {
        return views.of(actions.rebuild(id, body));
    }

    /** Gives up an issue that was not issued. */
    @Delete("/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(UUID id) {
        actions.delete(id);
    }

    /** Issues it with the next number of its year. 409 {@code digest.empty}; 422 without recipients. */
    @Put("/{id}/issuing")
    Digest issue(UUID id, @Body Issuing body) {
        return views.of(actions.issue(id, body.version()));
    }
}
