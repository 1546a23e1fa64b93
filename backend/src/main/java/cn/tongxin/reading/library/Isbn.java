package cn.tongxin.reading.library;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The number of a book (ISO 2108; GB/T 5795): ten or thirteen figures, the last of which proves the others. */
final class Isbn {
    private Isbn() {}

    /** Its thirteen figures, whatever hyphens and blanks stand between them; empty where the last one does not fit. */
    static Optional<String> of(@Nullable String written) {
        var plain = written == null ? "" : written.replaceAll("[\\s\\u3000\\u2010-\\u2015-]", "");
        if (plain.matches("[0-9]{9}[0-9Xx]")) {
            return fitsTen(plain) ? Optional.of(withCheck("978" + plain.substring(0, 9))) : Optional.empty();
        }
        return plain.matches("97[89][0-9]{10}")
                        && withCheck(plain.substring(0, 12)).equals(plain)
                ? Optional.of(plain)
                : Optional.empty();
    }

    private static boolean fitsTen(String ten) {
        var sum = 0;
        for (var i = 0; i < 10; i++) {
            var figure = ten.charAt(i);
            sum += (10 - i) * (figure == 'X' || figure == 'x' ? 10 : figure - '0');
        }
        return sum % 11 == 0;
    }

    private static String withCheck(String twelve) {
        var sum = 0;
        for (var i = 0; i < 12; i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return twelve + (10 - sum % 10) % 10;
    }
}
