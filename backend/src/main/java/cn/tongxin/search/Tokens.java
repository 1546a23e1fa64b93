package cn.tongxin.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The tokens of a text: bigrams of Chinese, words of other scripts, in small letters. The dot in names, spaces and characters
 * without width do not matter; a character beyond the BMP is one. A case number is one word.
 */
final class Tokens {
    /** A longer word is no word: a pasted address, a key. */
    private static final int LONGEST = 40;

    private Tokens() {}

    static Set<String> of(String text) {
        var tokens = new LinkedHashSet<String>();
        for (var run : runs(text)) {
            if (!run.han) {
                tokens.add(run.text);
            } else if (run.text.codePointCount(0, run.text.length()) == 1) {
                tokens.add(run.text);
            } else {
                addPairs(run.text, tokens);
            }
        }
        return tokens;
    }

    private static void addPairs(String text, Set<String> tokens) {
        var points = text.codePoints().toArray();
        for (var i = 0; i + 1 < points.length; i++) {
            tokens.add(new String(points, i, 2));
        }
    }

    /** What somebody looks for: each token must be there; one Chinese character alone begins a pair. */
    static List<String> wanted(String text) {
        return runs(text).stream()
                .flatMap(run -> run.han && run.text.codePointCount(0, run.text.length()) == 1
                        ? List.of("'" + run.text + "':*").stream()
                        : of(run.text).stream().map(token -> "'" + token + "'"))
                .distinct()
                .toList();
    }

    private record Run(String text, boolean han) {}

    /** Stretches of one kind: Chinese characters, or letters and digits of any other script. */
    private static List<Run> runs(String text) {
        var runs = new ArrayList<Run>();
        var run = new StringBuilder();
        var han = false;
        for (var point : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            if (point == '·' || point == '‧' || point == '•' || Character.getType(point) == Character.FORMAT) {
                continue;
            }
            var isHan = UnicodeScript.of(point) == UnicodeScript.HAN;
            var joins = isHan
                    || Character.isLetterOrDigit(point)
                    || Character.getType(point) == Character.NON_SPACING_MARK
                    || Character.getType(point) == Character.COMBINING_SPACING_MARK
                    || (point == '-' && !run.isEmpty() && !han);
            if (!joins || (isHan != han && !run.isEmpty())) {
                close(run, han, runs);
            }
            if (joins) {
                han = isHan;
                run.appendCodePoint(point);
            }
        }
        close(run, han, runs);
        return runs;
    }

    private static void close(StringBuilder run, boolean han, List<Run> runs) {
        while (!run.isEmpty() && run.charAt(run.length() - 1) == '-') {
            run.setLength(run.length() - 1);
        }
        if (!run.isEmpty() && (han || run.length() <= LONGEST)) {
            runs.add(new Run(run.toString(), han));
        }
        run.setLength(0);
    }
}
