package cn.tongxin.committee;

import java.time.LocalDate;

/** A day that is not what its weekday says: a holiday, or a weekend day worked to make up for one (调休). */
public record SpecialDay(LocalDate day, Kind kind, String name) {

    public enum Kind {
        HOLIDAY,
        MAKE_UP
    }
}
