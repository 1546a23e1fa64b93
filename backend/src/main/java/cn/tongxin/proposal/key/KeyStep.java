package cn.tongxin.proposal.key;

/** What a key proposal is pushed with: one notice and two meetings. */
enum KeyStep {
    NOTICE,
    FIRST_MEETING,
    SECOND_MEETING
}
