package cn.tongxin.evidence;

/** How rows of evidence become a number. */
public enum Measure {
    /** Distinct sources. */
    ITEMS,
    /** One for each person and source. */
    PERSON_TIMES,
    /** Distinct seats. */
    PERSONS,
    /** The sum of the amounts. */
    AMOUNT
}
