package cn.tongxin.committee;

/** Which dissatisfaction sends a matter back to its units; with the attitude alone it is otherwise only noted. */
public enum RehandlingTrigger {
    RESULT,
    RESULT_OR_ATTITUDE
}
