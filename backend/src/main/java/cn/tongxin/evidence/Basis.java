package cn.tongxin.evidence;

import java.util.Locale;

/** The two ways of counting time (domain §0): from plenary to plenary, or by the calendar. */
public enum Basis {
    SESSION,
    YEAR;

    /** The word that clients use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
