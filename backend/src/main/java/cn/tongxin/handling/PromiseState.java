package cn.tongxin.handling;

/** How it stands with a promise: as its last report says, and open before the first. */
enum PromiseState {
    OPEN,
    KEPT,
    NOT_KEPT
}
