package cn.tongxin.shared;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people wrote into a box, as people see it: spaces and marks that show nothing are nothing. */
public final class Words {
    private static final Pattern NOTHING = Pattern.compile("[\\p{Z}\\p{Cf}\\s]+");

    private Words() {}

    /** Only the characters that show something. */
    public static String said(@Nullable String text) {
        return text == null ? "" : NOTHING.matcher(text).replaceAll("");
    }

    /** A name as it was given, without the room around it; null where nothing stands there. */
    public static @Nullable String named(@Nullable String name) {
        return name == null || said(name).isEmpty() ? null : name.strip();
    }
}
