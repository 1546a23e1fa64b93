package cn.tongxin.document;

import cn.tongxin.storage.ObjectStore;
import cn.tongxin.storage.StoredFiles;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.Transactions;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Fills the committee's template, or the shipped one, and answers the Word file or its print as PDF. */
@Singleton
public class Documents {
    private final Templates templates;
    private final StoredFiles files;
    private final ObjectStore store;
    private final Pdfs pdfs;
    private final Committees committees;
    private final Transactions transactions;

    Documents(
            Templates templates,
            StoredFiles files,
            ObjectStore store,
            Pdfs pdfs,
            Committees committees,
            Transactions transactions) {
        this.templates = templates;
        this.files = files;
        this.store = store;
        this.pdfs = pdfs;
        this.committees = committees;
        this.transactions = transactions;
    }

    /**
     * The file under a name that says what it is; 委员会 is filled by itself. Called outside a transaction: printing takes a
     * while.
     */
    public HttpResponse<byte[]> make(DocumentKind kind, Slots slots, DocumentFormat format, String name) {
        var word = WordTemplate.of(template(kind)).fill(slots.text("委员会", committee()));
        return switch (format) {
            case DOCX -> download(word, format.contentType(), name + ".docx");
            case PDF -> download(pdfs.print(word, name), format.contentType(), name + ".pdf");
        };
    }

    private String committee() {
        return committees
                .find(Caller.current().committeeId())
                .map(Committees.Entry::name)
                .orElse("");
    }

    /** The Word file that is filled for this kind now. */
    byte[] template(DocumentKind kind) {
        return transactions
                .alone(() -> templates.find(kind.key()).flatMap(template -> files.find(template.fileId())))
                .map(file -> {
                    try (var in = store.open(Caller.current().committeeId(), file.sha256())) {
                        return in.readAllBytes();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                })
                .orElseGet(() -> kind.standard().get().word());
    }

    /** Writes what may be long, and answers it; the file goes when it has been sent. Called outside a transaction. */
    public static HttpResponse<StreamedFile> written(MediaType type, String name, Writing writing) throws IOException {
        var file = Files.createTempFile("tongxin-written", null);
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
                writing.write(out);
            }
            var size = Files.size(file);
            var at = Files.getLastModifiedTime(file).toMillis();
            var bytes = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            return download(new StreamedFile(bytes, type, at, size), type, name);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    /** Puts a file's bytes out as they come. */
    @FunctionalInterface
    public interface Writing {
        void write(OutputStream out) throws IOException;
    }

    /** Never shown in place, never kept by what stands between. */
    public static <T> HttpResponse<T> download(T body, MediaType type, String name) {
        var encoded = URLEncoder.encode(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"), StandardCharsets.UTF_8)
                .replace("+", "%20");
        return HttpResponse.ok(body)
                .contentType(type)
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded)
                .header("Cache-Control", "private, no-store");
    }
}
