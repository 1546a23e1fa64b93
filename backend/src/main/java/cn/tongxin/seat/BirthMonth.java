package cn.tongxin.seat;

import cn.tongxin.document.Cell;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** The year and month of a birth in the forms that rosters hold: 1966.12, 1989年4月, 1989-04, 19890412, a day cell. */
final class BirthMonth {

    private static final Pattern PARTS =
            Pattern.compile("(\\d{4})[-./年](\\d{1,2})(?:[-./月](?:(\\d{1,2})日?)?)?(?:出生|生)?(?:\\(.*\\))?");
    private static final Pattern TIME = Pattern.compile("[ T]?\\d{1,2}:\\d{2}(:\\d{2})?$");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");
    private static final Pattern HAN = Pattern.compile("([〇零○一二三四五六七八九]{4})年(十[一二]?|[一二三四五六七八九])月.*");
    private static final Pattern ONE_DIGIT_ONE = Pattern.compile("\\d{4}\\.1");

    private BirthMonth() {}

    /** Thrown for what cannot be read without guessing. */
    static final class Unclear extends Exception {
        final RosterProblem problem;

        Unclear(RosterProblem problem) {
            this.problem = problem;
        }
    }

    static YearMonth read(Cell cell, boolean numbersLostTheirFormat) throws Unclear {
        return switch (cell) {
            case Cell.Day(var day) -> YearMonth.from(day);
            case Cell.Number number -> fromNumber(number);
            case Cell.Text(var text) -> fromText(text, numbersLostTheirFormat);
            case Cell.Formula(var shown) -> fromText(shown, true);
            case Cell.Broken _ -> throw new Unclear(RosterProblem.CELL_ERROR);
        };
    }

    private static YearMonth fromNumber(Cell.Number number) throws Unclear {
        var text = number.shown();
        if (ONE_DIGIT_ONE.matcher(text).matches()) {
            // Typed as 1966.10, kept as 1966.1: only a format with two decimals still tells.
            if (number.format() != null && number.format().matches("0\\.00.*")) {
                return month(Integer.parseInt(text.substring(0, 4)), 10);
            }
            throw new Unclear(RosterProblem.BIRTH_AMBIGUOUS);
        }
        return fromText(text, false);
    }

    private static YearMonth fromText(String text, boolean lostFormat) throws Unclear {
        var plain = TIME.matcher(RosterText.compact(text)).replaceFirst("");
        if (lostFormat && ONE_DIGIT_ONE.matcher(plain).matches()) {
            throw new Unclear(RosterProblem.BIRTH_AMBIGUOUS);
        }
        var parts = PARTS.matcher(plain);
        if (parts.matches()) {
            return day(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3));
        }
        var digits = DIGITS.matcher(plain);
        if (digits.matches()) {
            return day(Integer.parseInt(digits.group(1)), Integer.parseInt(digits.group(2)), digits.group(3));
        }
        var han = HAN.matcher(plain);
        if (han.matches()) {
            return month(hanYear(han.group(1)), hanMonth(han.group(2)));
        }
        throw new Unclear(RosterProblem.BIRTH_INVALID);
    }

    private static YearMonth day(int year, int month, @org.jspecify.annotations.Nullable String day) throws Unclear {
        var result = month(year, month);
        if (day != null && !result.isValidDay(Integer.parseInt(day))) {
            throw new Unclear(RosterProblem.BIRTH_INVALID);
        }
        return result;
    }

    private static YearMonth month(int year, int month) throws Unclear {
        try {
            return YearMonth.of(year, month);
        } catch (DateTimeException e) {
            throw new Unclear(RosterProblem.BIRTH_INVALID);
        }
    }

    private static int hanYear(String text) {
        return text.chars().map(BirthMonth::hanDigit).reduce(0, (year, digit) -> year * 10 + digit);
    }

    private static int hanMonth(String text) {
        return text.startsWith("十")
                ? 10 + (text.length() > 1 ? hanDigit(text.charAt(1)) : 0)
                : hanDigit(text.charAt(0));
    }

    private static int hanDigit(int character) {
        return Math.max(0, "一二三四五六七八九".indexOf(character) + 1);
    }

    static Optional<RosterProblem> implausible(YearMonth birth, YearMonth now) {
        return birth.isAfter(now.minusYears(18)) || birth.isBefore(now.minusYears(110))
                ? Optional.of(RosterProblem.BIRTH_IMPLAUSIBLE)
                : Optional.empty();
    }
}
