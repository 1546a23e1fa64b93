package cn.tongxin.opinion;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A text to which others are held: the same but for a few words is that most pairs of neighbouring characters stand in both. */
final class SameText {
    private static final double MOSTLY = 0.8;
    private static final int TOO_FEW = 20;
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> ours;

    SameText(String text) {
        ours = pairs(text);
    }

    boolean says(String other) {
        var theirs = pairs(other);
        var fewer = Math.min(ours.size(), theirs.size());
        if (fewer < TOO_FEW) {
            return !ours.isEmpty() && ours.equals(theirs);
        }
        return ours.stream().filter(theirs::contains).count() >= MOSTLY * fewer;
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
