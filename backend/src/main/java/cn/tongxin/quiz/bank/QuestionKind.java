package cn.tongxin.quiz.bank;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What one does with a question: choose one option, choose several, say true or false, fill in. */
public enum QuestionKind {
    SINGLE,
    MULTIPLE,
    TRUE_FALSE,
    FILL;

    public static final int MOST_OPTIONS = 8;
    private static final int MOST_SPELLINGS = 10;
    private static final int LONGEST_FILL = 200;
    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+|[。.，,；;]+$");

    public boolean hasOptions() {
        return this == SINGLE || this == MULTIPLE;
    }

    /**
     * Whether this can be the key: the letter of the option, the letters of all right options, TRUE or FALSE, or every
     * spelling that is right.
     */
    public boolean takesKey(List<String> key, int options) {
        return switch (this) {
            case SINGLE, MULTIPLE, TRUE_FALSE -> !key.isEmpty() && takes(key, options);
            case FILL ->
                !key.isEmpty()
                        && key.size() <= MOST_SPELLINGS
                        && key.stream().allMatch(spelling -> !plain(spelling).isEmpty() && isShort(spelling));
        };
    }

    /** Whether this can be an answer; an empty one takes back what was answered. */
    public boolean takes(List<String> answer, int options) {
        return answer.isEmpty()
                || switch (this) {
                    case SINGLE -> answer.size() == 1 && isLetter(answer.getFirst(), options);
                    case MULTIPLE ->
                        answer.stream().allMatch(letter -> isLetter(letter, options))
                                && answer.stream().distinct().count() == answer.size();
                    case TRUE_FALSE ->
                        answer.size() == 1 && List.of("TRUE", "FALSE").contains(answer.getFirst());
                    case FILL -> answer.size() == 1 && isShort(answer.getFirst());
                };
    }

    /** What two spellings of a filled-in answer share: width, case, blanks and a full stop make no difference. */
    public static String plain(String text) {
        return IGNORED.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isLetter(String text, int options) {
        return text.length() == 1 && text.charAt(0) >= 'A' && text.charAt(0) < 'A' + options;
    }

    private static boolean isShort(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_FILL;
    }
}
