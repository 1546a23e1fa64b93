package cn.tongxin.seat;

/** Why a seat ended. */
public enum EndReason {
    RESIGNED,
    REVOKED,
    DIED,
    TRANSFERRED,
    TERM_END,
    /** A post in the office or a unit was given up. */
    LEFT,
    /** Entered, but never appointed. */
    NOT_APPOINTED
}
