package cn.tongxin.opinion;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two texts are the same but for a few words: most pairs of neighbouring characters stand in both. */
final class SameText {
    private static final double MOSTLY = 0.8;
    private static final int TOO_FEW = 20;
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SameText() {}

    static boolean of(String one, String other) {
        var ours = pairs(one);
        var theirs = pairs(other);
        var fewer = Math.min(ours.size(), theirs.size());
        if (fewer < TOO_FEW) {
            return !ours.isEmpty() && ours.equals(theirs);
        }
        var both = new HashSet<>(ours);
        both.retainAll(theirs);
        return both.size() >= MOSTLY * fewer;
    }

    private static Set<String> pairs(String text) {
        var letters = NO_LETTER.matcher(text).replaceAll("").codePoints().toArray();
        var pairs = new HashSet<String>();
        for (var i = 0; i + 1 < letters.length; i++) {
            pairs.add(new String(letters, i, 2));
        }
        return pairs;
    }
}
