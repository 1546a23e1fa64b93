package cn.tongxin.evidence;

/** By what figures of proposals are broken down: what the proposal is, who leads it, which unit has it. */
public enum Dimension {
    CATEGORY,
    KIND,
    PROPONENT_KIND,
    SECTOR,
    SEX,
    ETHNICITY,
    UNIT
}
