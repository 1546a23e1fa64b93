package cn.tongxin.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page ended: the sort key of its last row and the row's id. Opaque to clients. */
public record Cursor(String key, UUID id) {
    public String encode() {
        var text = id + "|" + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The key of a list in the order of days. */
    public LocalDate day() {
        try {
            return LocalDate.parse(key);
        } catch (DateTimeParseException unreadable) {
            throw notOurs();
        }
    }

    /** The key of a list in the order of moments. */
    public Instant moment() {
        try {
            return Instant.parse(key);
        } catch (DateTimeParseException unreadable) {
            throw notOurs();
        }
    }

    /** The key of a list in the order of numbers. */
    public int number() {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException unreadable) {
            throw notOurs();
        }
    }

    /** The cursor in {@code after}, or null where the list starts at its beginning. */
    public static @Nullable Cursor decode(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return null;
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            var bar = text.indexOf('|');
            return new Cursor(text.substring(bar + 1), UUID.fromString(text.substring(0, bar)));
        } catch (RuntimeException unreadable) {
            throw notOurs();
        }
    }

    private static Refusal notOurs() {
        return Refusal.badRequest("page.cursor", "This cursor is not one of ours.")
                .field("after");
    }
}
