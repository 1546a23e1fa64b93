package cn.tongxin.handling;

/** How content a proponent is. Silence is NO_RESPONSE; it never counts as satisfied. */
public enum Satisfaction {
    SATISFIED,
    BASICALLY_SATISFIED,
    NOT_SATISFIED,
    NO_RESPONSE
}
