package cn.tongxin.evidence;

import cn.tongxin.http.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A session period such as {@code 14-2} (second session of the fourteenth term), or a year such as {@code 2023}. */
public record Period(Basis basis, String text) {
    private static final Pattern SESSION = Pattern.compile("[1-9]\\d?-[1-9]\\d?");
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");

    public Period {
        var shape = basis == Basis.SESSION ? SESSION : YEAR;
        if (!shape.matcher(text).matches()) {
            throw Refusal.badRequest(
                            "period.malformed",
                            "A session period is written 14-2, a year 2023; basis says which is meant.")
                    .field("period");
        }
    }

    /** The basis as a client words it; null where it left that open. */
    public static @Nullable Basis basis(@Nullable String word) {
        if (word == null) {
            return null;
        }
        for (var basis : Basis.values()) {
            if (basis.word().equals(word)) {
                return basis;
            }
        }
        throw Refusal.badRequest("period.basis", "The basis is session or year.")
                .field("basis");
    }

    public int year() {
        return Integer.parseInt(text);
    }

    public int term() {
        return Integer.parseInt(text.substring(0, text.indexOf('-')));
    }

    public int session() {
        return Integer.parseInt(text.substring(text.indexOf('-') + 1));
    }
}
