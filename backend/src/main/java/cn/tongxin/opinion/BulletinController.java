package cn.tongxin.opinion;

import static cn.tongxin.db.cell.Tables.BULLETIN_ISSUE;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Bulletins and their issues over HTTP; for the information office only. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
class BulletinController {
    private final Bulletins bulletins;
    private final BulletinActions actions;
    private final BulletinViews views;
    private final Documents documents;
    private final Transactions transactions;
    private final AccessLog log;

    BulletinController(
            Bulletins bulletins,
            BulletinActions actions,
            BulletinViews views,
            Documents documents,
            Transactions transactions,
            AccessLog log) {
        this.bulletins = bulletins;
        this.actions = actions;
        this.views = views;
        this.documents = documents;
        this.transactions = transactions;
        this.log = log;
    }

    @Serdeable
    record NewBulletin(@Nullable UUID id, @Nullable String name) {}

    @Serdeable
    record ChangedBulletin(
            int version, @Nullable String name, @Nullable Boolean active) {}

    @Serdeable
    record NewIssue(
            @Nullable UUID id,
            @Nullable UUID bulletinId,
            @Nullable List<BulletinIssue.Plan> items) {}

    @Serdeable
    record ChangedIssue(int version, @Nullable List<BulletinIssue.Plan> items) {}

    @Serdeable
    record Issuing(int version) {}

    @Get("/bulletins")
    @Transactional(readOnly = true)
    List<Bulletins.Bulletin> list() {
        OpinionPolicy.checkReadsAll(Caller.current());
        return bulletins.list();
    }

    /** Founds a bulletin. 409 {@code bulletin.name-taken}. */
    @Post("/bulletins")
    @Status(HttpStatus.CREATED)
    Bulletins.Bulletin found(@Body NewBulletin body) {
        return actions.found(body.id(), body.name());
    }

    /** Renames a bulletin, or ends it: an ended one takes no new issues. */
    @Put("/bulletins/{id}")
    Bulletins.Bulletin change(UUID id, @Body ChangedBulletin body) {
        return actions.change(id, body.version(), body.name(), !Boolean.FALSE.equals(body.active()));
    }

    /** What is being built first, then the latest. */
    @Get("/bulletin-issues{?bulletinId,year,after,limit}")
    @Transactional(readOnly = true)
    Page<BulletinIssue> issues(
            @Nullable @QueryValue UUID bulletinId,
            @Nullable @QueryValue Integer year,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit) {
        OpinionPolicy.checkReadsAll(Caller.current());
        var which = (bulletinId == null ? DSL.noCondition() : BULLETIN_ISSUE.BULLETIN_ID.eq(bulletinId))
                .and(year == null ? DSL.noCondition() : BULLETIN_ISSUE.YEAR.eq(year));
        var size = Page.limit(limit);
        return views.of(Page.of(
                bulletins.issues(which, Cursor.decode(after), size),
                size,
                issue -> new Cursor(
                        Objects.requireNonNullElse(issue.issuedOn(), LocalDate.of(9999, 12, 31))
                                .toString(),
                        issue.id())));
    }

    @Get("/bulletin-issues/{id}")
    @Transactional(readOnly = true)
    BulletinIssue show(UUID id) {
        OpinionPolicy.checkReadsAll(Caller.current());
        return views.of(bulletins.getIssue(id));
    }

    /** The issue on paper, as Word or PDF; before it is issued, to be read by the approver. It is logged. */
    @Get("/bulletin-issues/{id}/paper{?format}")
    HttpResponse<byte[]> paper(UUID id, @QueryValue(defaultValue = "DOCX") DocumentFormat format) {
        OpinionPolicy.checkReadsAll(Caller.current());
        var issue = transactions.alone(() -> bulletins.getIssue(id));
        var name = BulletinPaper.name(issue);
        log.note("exported", name);
        return documents.make(BulletinPaper.KIND, BulletinPaper.slots(issue), format, name);
    }

    /**
     * Begins an issue from reports that are being edited or approved. 409 {@code bulletin.not-ready},
     * {@code bulletin.report-taken}; 422 {@code bulletin.ended}.
     */
    @Post("/bulletin-issues")
    @Status(HttpStatus.CREATED)
    BulletinIssue build(@Body NewIssue body) {
        return views.of(actions.build(body.id(), body.bulletinId(), body.items()));
    }

    /** Saves what stands in it, in order. 409 {@code bulletin.version}, {@code bulletin.issued}. */
    @Put("/bulletin-issues/{id}")
    BulletinIssue rebuild(UUID id, @Body ChangedIssue body) {
        return views.of(actions.rebuild(id, body.version(), body.items()));
    }

    /** Gives up an issue that was not issued; its reports stay where they are. */
    @Delete("/bulletin-issues/{id}")
    @Status(HttpStatus.NO_CONTENT)
    void delete(UUID id) {
        actions.delete(id);
    }

    /** The approver issues it with the next number of its year. 409 {@code bulletin.not-ready}, {@code bulletin.empty}. */
    @Put("/bulletin-issues/{id}/issuing")
    BulletinIssue issue(UUID id, @Body Issuing body) {
        return views.of(actions.issue(id, body.version()));
    }
}
