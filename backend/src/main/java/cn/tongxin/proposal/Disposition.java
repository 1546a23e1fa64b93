package cn.tongxin.proposal;

/** Where a proposal goes that is not filed. */
public enum Disposition {
    TO_OPINION_REPORT,
    TO_MEMBER_LETTER,
    TO_UPPER_MEMBER,
    ARCHIVE;

    /** Whether somebody gets it who can be named; a report or a shelf is nobody. */
    boolean goesToSomebody() {
        return this == TO_MEMBER_LETTER || this == TO_UPPER_MEMBER;
    }
}
