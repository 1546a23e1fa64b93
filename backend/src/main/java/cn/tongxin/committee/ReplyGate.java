package cn.tongxin.committee;

/** What happens to a leader's reply while opinions of assistants are missing. */
public enum ReplyGate {
    WARN,
    REFUSE
}
