package cn.tongxin.demo.bench;

import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;

/**
 * Chinese texts whose words are as unequal as in real ones: of 6,000 words of two characters the n-th is written 1/n as
 * often as the first. Invented, so that nothing in them means anything.
 */
final class Texts {
    private static final int WORDS = 6_000;
    private static final int FIRST = 0x4E00;
    private static final int CHARACTERS = 2_400;

    private final Random random;
    private final String[] words = new String[WORDS];
    private final double[] upTo = new double[WORDS];

    Texts(long seed) {
        this.random = new Random(seed);
        var fixed = new Random(7);
        var sum = 0.0;
        for (var i = 0; i < WORDS; i++) {
            words[i] = "" + (char) (FIRST + fixed.nextInt(CHARACTERS)) + (char) (FIRST + fixed.nextInt(CHARACTERS));
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
    }

    String word() {
        var at = java.util.Arrays.binarySearch(upTo, random.nextDouble() * upTo[WORDS - 1]);
        return words[Math.min(WORDS - 1, at < 0 ? -at - 1 : at)];
    }

    boolean nextBoolean() {
        return random.nextBoolean();
    }

    /** So many characters, with a comma now and then. */
    String text(int characters) {
        var text = new StringBuilder(characters + 1);
        while (text.length() < characters) {
            text.append(word());
            if (random.nextInt(8) == 0) {
                text.append('，');
            }
        }
        return text.substring(0, characters);
    }

    /** The tokens that the service makes of such a text: pairs of neighbours. */
    static Set<String> tokens(String text) {
        var tokens = new LinkedHashSet<String>();
        for (var i = 0; i + 1 < text.length(); i++) {
            if (text.charAt(i) != '，' && text.charAt(i + 1) != '，') {
                tokens.add(text.substring(i, i + 2));
            }
        }
        return tokens;
    }
}
