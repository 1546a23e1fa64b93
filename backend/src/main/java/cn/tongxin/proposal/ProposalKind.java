package cn.tongxin.proposal;

/** Whether a proposal was put to a plenary or between two; decided by the moment of its submission. */
public enum ProposalKind {
    PLENARY,
    INTERSESSION
}
