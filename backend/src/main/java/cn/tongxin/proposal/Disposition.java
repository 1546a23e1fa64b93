package cn.tongxin.proposal;

/** Where a proposal goes that is not filed. */
public enum Disposition {
    TO_OPINION_REPORT,
    TO_MEMBER_LETTER,
    TO_UPPER_MEMBER,
    ARCHIVE
}
