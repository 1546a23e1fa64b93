package cn.tongxin.evidence;

/** By what figures of proposals are broken down: what the proposal is, who leads it, which unit has it. */
public enum Dimension {
    CATEGORY,
    KIND,
    PROPONENT_KIND,
    SECTOR,
    SEX,
    ETHNICITY,
    UNIT;

    /** Whether it is about the person who proposes, so that a small part may say something of somebody. */
    public boolean isOfPersons() {
        return this == SEX || this == ETHNICITY;
    }
}
