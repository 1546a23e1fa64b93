package cn.tongxin.seat;

/** What becomes of a row: before the commit what would, after it what did. */
public enum RosterOutcome {
    /** A new seat. */
    IMPORTED,
    /** A seat that is there takes the row's words. */
    UPDATED,
    /** A seat that is there is ended. */
    ENDED,
    /** Here already, or decided before. */
    UNCHANGED,
    /** Left out by the clerk. */
    SKIPPED,
    REFUSED,
    ASKED,
    /** A title, a total, a note: nobody. */
    NOT_A_PERSON
}
