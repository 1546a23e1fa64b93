package cn.tongxin.document;

import cn.tongxin.http.Refusal;
import cn.tongxin.storage.ObjectStore;
import cn.tongxin.storage.StoredFile;
import cn.tongxin.storage.StoredFiles;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The templates of documents over HTTP, for the office. */
@Controller("/api/document-templates")
@ExecuteOn(TaskExecutors.BLOCKING)
class TemplateController {
    private final List<DocumentKind> kinds;
    private final Templates templates;
    private final TemplateActions actions;
    private final Documents documents;
    private final StoredFiles files;
    private final ObjectStore store;
    private final Transactions transactions;

    TemplateController(
            List<DocumentKind> kinds,
            Templates templates,
            TemplateActions actions,
            Documents documents,
            StoredFiles files,
            ObjectStore store,
            Transactions transactions) {
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(DocumentKind::key)).toList();
        this.templates = templates;
        this.actions = actions;
        this.documents = documents;
        this.files = files;
        this.store = store;
        this.transactions = transactions;
    }

    /**
     * A kind of document and what it is printed from.
     *
     * @param slots what a template of this kind may name, each written {{so}}
     * @param own whether the committee has put its own file in the place of the shipped one
     */
    @Serdeable
    @Schema(name = "DocumentTemplate")
    record TemplateView(
            String kind,
            String title,
            List<String> slots,
            boolean own,
            @Nullable Instant uploadedAt,
            List<String> can) {}

    /** @param fileId a Word file (.docx) that this seat has uploaded */
    @Serdeable
    record Choice(UUID fileId) {}

    /** The kinds that this seat keeps the templates of, with what they are printed from. 403 for whoever keeps none. */
    @Get
    List<TemplateView> list() {
        var kept =
                kinds.stream().filter(kind -> kind.isKeptBy(Caller.current())).toList();
        if (kept.isEmpty()) {
            throw Refusal.notAllowed();
        }
        var own = transactions.alone(templates::all);
        return kept.stream().map(kind -> view(kind, own.get(kind.key()))).toList();
    }

    /** The Word file itself, to look at or to make one's own of. */
    @Get("/{kind}/file")
    HttpResponse<byte[]> file(String kind) {
        var found = find(kind);
        if (!found.isKeptBy(Caller.current())) {
            throw Refusal.notAllowed();
        }
        return Documents.download(
                documents.template(found), DocumentFormat.DOCX.contentType(), found.title() + "（模板）.docx");
    }

    /**
     * Prints from this file from now on. 422 {@code template.unknown-slot} with {@code slots}, {@code template.has-macro},
     * {@code template.fetches}, {@code template.unreadable}; 404 for a file of another seat.
     */
    @Put("/{kind}")
    TemplateView put(String kind, @Body Choice choice) {
        var found = find(kind);
        TemplateActions.check(Caller.current(), found);
        var file = transactions
                .alone(() -> files.find(choice.fileId()))
                .filter(one -> one.isOf(Caller.current().seat()))
                .orElseThrow(Refusal::notFound);
        check(found, file);
        actions.put(found, file);
        return view(found, transactions.alone(() -> templates.find(kind)).orElseThrow());
    }

    /** Back to the shipped template. */
    @Delete("/{kind}")
    TemplateView remove(String kind) {
        var found = find(kind);
        actions.remove(found);
        return view(found, null);
    }

    private void check(DocumentKind kind, StoredFile file) {
        if (!file.contentType().equals(DocumentFormat.DOCX.contentType().toString())) {
            throw Refusal.unprocessable("template.unreadable", "A template is a Word file (.docx).")
                    .field("fileId");
        }
        try (var in = store.open(Caller.current().committeeId(), file.sha256())) {
            WordTemplate.of(in.readAllBytes()).check(kind.slots());
        } catch (TemplateRefused refused) {
            throw Refusal.unprocessable(refused.code(), String.valueOf(refused.getMessage()))
                    .field("fileId")
                    .with("slots", refused.slots().isEmpty() ? null : refused.slots());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private DocumentKind find(String key) {
        return kinds.stream().filter(kind -> kind.key().equals(key)).findFirst().orElseThrow(Refusal::notFound);
    }

    private static TemplateView view(DocumentKind kind, Templates.@Nullable Template own) {
        return new TemplateView(
                kind.key(),
                kind.title(),
                kind.slots().stream().sorted().toList(),
                own != null,
                own == null ? null : own.uploadedAt(),
                TemplateActions.allows(Caller.current(), kind) ? List.of("change") : List.of());
    }
}
