package cn.tongxin.committee;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sector or a special committee.
 *
 * @param retiredOn since when nobody new joins it
 */
public record Section(
        UUID id,
        int version,
        String name,
        int position,
        @Nullable LocalDate retiredOn) {

    /** Whether a name means this one: spaces do not count, nor does the 界 after a sector's name. */
    boolean isCalled(String written) {
        return plain(name).equals(plain(written));
    }

    private static String plain(String text) {
        var bare = text.replaceAll("[\\s\\u00a0\\u200b\\u3000]", "");
        return bare.length() > 1 && bare.endsWith("界") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
