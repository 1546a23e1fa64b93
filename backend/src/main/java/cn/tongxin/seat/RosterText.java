package cn.tongxin.seat;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/** How the text of a roster is tidied: what a typist adds goes, what a name needs stays. */
final class RosterText {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\t\\r\\n]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=[\\p{IsHan}·])\\s+(?=[\\p{IsHan}·])");
    private static final Pattern DOTS =
            Pattern.compile("\\s*[·•・‧∙･⋅．●]\\s*|(?<=\\p{IsHan})\\s*[.。]\\s*(?=\\p{IsHan})");
    private static final Set<String> NOTHING = Set.of("无", "-", "--", "—", "——", "－", "/", "暂无", "／", "无。", "没有");

    private RosterText() {}

    /** One line, single spaces, nothing invisible; a dash that stands for nothing becomes nothing. */
    static String tidy(String text) {
        var clean = SPACES.matcher(INVISIBLE.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return NOTHING.contains(clean) ? "" : clean;
    }

    /** "李　强" → "李强", "曲比 • 阿依" → "曲比·阿依"; spaces of other scripts stay. */
    static String name(String text) {
        var dotted = DOTS.matcher(tidy(text)).replaceAll("·");
        return BETWEEN_HAN.matcher(dotted).replaceAll("");
    }

    /** Without spaces and with full-width letters, digits and brackets made plain. */
    static String compact(String text) {
        return Normalizer.normalize(tidy(text), Normalizer.Form.NFKC).replace(" ", "");
    }

    /** What two spellings of one name share: no dots, no spaces, no case. */
    static String nameKey(String name) {
        return name.replaceAll("[\\s\\p{Z}·]", "").toLowerCase(java.util.Locale.ROOT);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
