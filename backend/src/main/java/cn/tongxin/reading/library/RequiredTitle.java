package cn.tongxin.reading.library;

import cn.tongxin.http.Fields;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A title that all members are asked to read: a name and where to find it, never the book itself. */
public record RequiredTitle(
        UUID id,
        String title,
        String author,
        @Nullable String link,
        LocalDate requiredOn,
        @Nullable LocalDate withdrawnOn) {

    /** {@code link} is an address of the web, if any. */
    public static Fields check(Fields fields, @Nullable String category, RequiredTitle title) {
        fields.required("category", category).required("title", title.title());
        BookChecks.text(fields, "category", category, 40);
        BookChecks.text(fields, "title", title.title(), 100);
        BookChecks.text(fields, "author", title.author(), 60);
        BookChecks.text(fields, "link", title.link(), 500);
        return fields.check(
                "link", title.link() == null || isOfTheWeb(title.link()), "not-a-link", "An https address.");
    }

    static boolean isOfTheWeb(String link) {
        try {
            var address = new URI(link);
            return ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
