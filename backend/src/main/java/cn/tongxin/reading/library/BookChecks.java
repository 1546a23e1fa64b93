package cn.tongxin.reading.library;

import cn.tongxin.http.Fields;
import cn.tongxin.storage.StoredFile;
import cn.tongxin.storage.StoredFiles;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be said of a book, and which files may come with it. */
@Singleton
class BookChecks {
    private static final int TAGS = 10;
    private static final String NOT_KEPT = "It holds a character that cannot be stored.";

    private final StoredFiles files;

    BookChecks(StoredFiles files) {
        this.files = files;
    }

    /**
     * As a person writes it. {@code isbn} has ten or thirteen figures or is left out; {@code fileId}, the whole book, needs
     * {@code licensed} and the name of who allows it, {@code licensor}.
     */
    record Said(
            @Nullable String title,
            @Nullable String author,
            @Nullable String publisher,
            @Nullable String isbn,
            @Nullable String summary,
            @Nullable List<String> tags,
            @Nullable UUID coverId,
            @Nullable String link,
            @Nullable UUID fileId,
            boolean licensed,
            @Nullable String licensor,
            @Nullable String reason) {}

    /** What is kept of it, checked. */
    record Kept(Book.Card card, Book.Source source, String reason) {}

    /** {@code there} is the book as it stands, whose files may stay. */
    Kept check(Caller caller, Said said, @Nullable Book there) {
        var isbn = plain(said.isbn());
        var number = Isbn.of(isbn);
        var tags = said.tags() == null ? List.<String>of() : said.tags();
        var licensor = plain(said.licensor());
        var fields = new Fields().required("title", said.title()).required("reason", said.reason());
        text(fields, "title", said.title(), 100);
        text(fields, "author", said.author(), 60);
        text(fields, "publisher", said.publisher(), 60);
        text(fields, "summary", said.summary(), 1000);
        text(fields, "reason", said.reason(), 500);
        text(fields, "link", said.link(), 500);
        text(fields, "licensor", said.licensor(), 60);
        fields.whole("tags", tags).check("tags", tags.size() <= TAGS, "too-many", "At most " + TAGS + ".");
        for (var tag : tags) {
            text(fields, "tags", tag, 20);
        }
        var link = plain(said.link());
        fields.check("isbn", isbn.isEmpty() || number.isPresent(), "malformed", "Ten or thirteen figures that fit.")
                .check("link", link.isEmpty() || RequiredTitle.isOfTheWeb(link), "not-a-link", "An https address.")
                .check("coverId", isCover(caller, said.coverId(), there), "unknown", "No picture of yours.")
                .check("fileId", isText(caller, said.fileId(), there), "unknown", "No file of yours.")
                .check("licensed", said.fileId() == null || said.licensed(), "required", "Only by licence.")
                .check("licensor", said.fileId() == null || !licensor.isEmpty(), "required", "Whose licence it is.")
                .orRefuse();
        return new Kept(
                new Book.Card(
                        plain(said.title()),
                        plain(said.author()),
                        plain(said.publisher()),
                        number.orElse(""),
                        plain(said.summary()),
                        tags.stream()
                                .map(String::strip)
                                .filter(tag -> !tag.isEmpty())
                                .distinct()
                                .toList(),
                        said.coverId()),
                new Book.Source(link.isEmpty() ? null : link, said.fileId(), said.fileId() == null ? null : licensor),
                plain(said.reason()));
    }

    private boolean isCover(Caller caller, @Nullable UUID id, @Nullable Book there) {
        return id == null || (there != null && id.equals(there.card().coverId())) || own(caller, id, true);
    }

    private boolean isText(Caller caller, @Nullable UUID id, @Nullable Book there) {
        return id == null || (there != null && id.equals(there.source().fileId())) || own(caller, id, false);
    }

    private boolean own(Caller caller, UUID id, boolean picture) {
        return files.find(id)
                .filter(file -> file.isOf(caller.seat()))
                .filter(file -> isOneOf(file, picture))
                .isPresent();
    }

    private static boolean isOneOf(StoredFile file, boolean picture) {
        return file.isPicture() == picture && file.lengthMs() == null;
    }

    static void text(Fields fields, String name, @Nullable String said, int max) {
        fields.maxLength(name, said, max)
                .check(
                        name,
                        said == null || said.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF)),
                        "unreadable",
                        NOT_KEPT);
    }

    private static String plain(@Nullable String said) {
        return Objects.requireNonNullElse(said, "").strip();
    }
}
