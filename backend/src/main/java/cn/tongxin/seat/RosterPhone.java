package cn.tongxin.seat;

import cn.tongxin.document.Cell;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A mobile number in the forms that rosters hold: a number, 199-0001-0001, +86 199 0001 0001. */
final class RosterPhone {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d+");
    private static final Pattern LABEL = Pattern.compile("^(手机号码|手机号|手机|电话|联系电话|tel|TEL|Tel)[:：]?|\\([^)\\d]*\\)$");

    private RosterPhone() {}

    /** Thrown for what is not one mobile number. */
    static final class Unclear extends Exception {
        final RosterProblem problem;

        Unclear(RosterProblem problem) {
            this.problem = problem;
        }
    }

    /** Eleven digits, or "" for an empty cell. */
    static String read(Cell cell) throws Unclear {
        var text =
                LABEL.matcher(RosterText.compact(cell.shown())).replaceAll("").replaceFirst("(?<=\\d{11})\\.0$", "");
        if (text.isEmpty()) {
            return "";
        }
        if (SCIENTIFIC.matcher(text).matches()) {
            var value = new BigDecimal(text);
            if (value.precision() != 11 || value.scale() > 0) {
                throw new Unclear(RosterProblem.PHONE_ROUNDED);
            }
            text = value.toPlainString();
        }
        var digits = digits(text);
        if (MOBILE.matcher(digits).matches() && text.matches("[+\\d\\p{Pd}−.()'’]*")) {
            return digits;
        }
        var parts = Arrays.stream(RosterText.tidy(cell.shown()).split("[/、，,；;\\s|]+"))
                .map(RosterPhone::digits)
                .filter(part -> part.length() >= 7)
                .count();
        throw new Unclear(parts > 1 ? RosterProblem.PHONE_SEVERAL : RosterProblem.PHONE_INVALID);
    }

    private static String digits(String text) {
        var digits = text.replaceAll("\\D", "");
        return digits.replaceFirst("^(0086|86)(?=1\\d{10}$)", "");
    }
}
