package cn.tongxin.reading;

/** What somebody is in a reading group, besides its owner, whom the group itself names. */
public enum Part {
    /** Not in the group. */
    NONE,
    READER,
    /** Does the office of the group: roster, swaps, held posts. */
    SECRETARY,
    /** Runs the group with its owner. */
    CO_OWNER;

    boolean isIn() {
        return this != NONE;
    }
}
