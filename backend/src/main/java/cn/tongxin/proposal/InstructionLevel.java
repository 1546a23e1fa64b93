package cn.tongxin.proposal;

/** At which level a leader wrote on a proposal. */
public enum InstructionLevel {
    COUNTY,
    PREFECTURE,
    PROVINCE,
    NATIONAL
}
