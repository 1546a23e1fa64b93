package cn.tongxin.committee;

/** Codes of reasons on which a rule depends, whatever a committee calls them. */
public final class ReasonCodes {
    /** Asks for the reason in words. */
    public static final String OTHER = "OTHER";

    /** Seals the text of an opinion report: it names and accuses, or tells of one person's case. */
    public static final String OTHER_CHANNEL = "OTHER_CHANNEL";

    private ReasonCodes() {}
}
