package cn.tongxin.proposal;

/** Who proposes: a member, or one of the five kinds of bodies. */
public enum ProponentKind {
    MEMBER,
    PARTY,
    ORGANIZATION,
    SPECIAL_COMMITTEE,
    SECTOR,
    GROUP
}
