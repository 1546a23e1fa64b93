package cn.tongxin.committee;

import io.micronaut.serde.annotation.Serdeable;

/** A length of time as the rules write it: 5 working days, 30 days, 3 months. */
@Serdeable
public record Span(int n, Unit unit) {

    public enum Unit {
        WORKING_DAY("个工作日"),
        DAY("日"),
        MONTH("个月");

        private final String chinese;

        Unit(String chinese) {
            this.chinese = chinese;
        }
    }

    public Span {
        if (n < 0) {
            throw new IllegalArgumentException("A span cannot be negative: " + n);
        }
    }

    public static Span workingDays(int n) {
        return new Span(n, Unit.WORKING_DAY);
    }

    public static Span days(int n) {
        return new Span(n, Unit.DAY);
    }

    public static Span months(int n) {
        return new Span(n, Unit.MONTH);
    }

    /** What {@link #toString()} has written. */
    static Span parse(String text) {
        for (var unit : Unit.values()) {
            if (text.endsWith(" " + unit.chinese)) {
                return new Span(Integer.parseInt(text.substring(0, text.indexOf(' '))), unit);
            }
        }
        throw new IllegalArgumentException("No span: " + text);
    }

    @Override
    public String toString() {
        return n + " " + unit.chinese;
    }
}
