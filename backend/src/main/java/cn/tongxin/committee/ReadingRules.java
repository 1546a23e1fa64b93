package cn.tongxin.committee;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/**
 * When a committee's reading groups are written in, which words make a post wait, how many weeks of the roster have a host
 * before a group begins, and for how many minutes an author mends what he wrote. Hours are full ones, to 24.
 */
public record ReadingRules(
        int postsFrom,
        int postsUntil,
        ClosedDays closedDays,
        List<String> watchWords,
        int rosterWeeks,
        int editMinutes) {

    static ReadingRules of(SettingValues values) {
        return new ReadingRules(
                values.get(Setting.READING_POSTS_FROM),
                values.get(Setting.READING_POSTS_UNTIL),
                values.get(Setting.READING_CLOSED_DAYS),
                values.get(Setting.READING_WATCH_WORDS),
                values.get(Setting.READING_ROSTER_WEEKS),
                values.get(Setting.READING_EDIT_MINUTES));
    }

    /** How long after it was written a post can be edited. */
    public Duration editable() {
        return Duration.ofMinutes(editMinutes);
    }

    /** Past midnight where the end is before the beginning. */
    public boolean isOpenAt(LocalTime time) {
        var hour = time.getHour();
        return postsFrom < postsUntil ? hour >= postsFrom && hour < postsUntil : hour >= postsFrom || hour < postsUntil;
    }

    public boolean isOpenOn(LocalDate day, WorkingDays workingDays) {
        return switch (closedDays) {
            case NONE -> true;
            case WEEKENDS -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
            case NOT_WORKED -> workingDays.isWorked(day);
        };
    }

    /** The watched words in a text, however they are spaced, punctuated, widened or written in capitals. */
    public List<String> watchedIn(String text) {
        var plain = plain(text);
        return watchWords.stream()
                .filter(word -> !plain(word).isEmpty() && plain.contains(plain(word)))
                .toList();
    }

    /** Letters, their vowel signs, and figures alone. */
    private static String plain(String text) {
        var plain = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(ReadingRules::isOfAWord)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isOfAWord(int c) {
        var type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
