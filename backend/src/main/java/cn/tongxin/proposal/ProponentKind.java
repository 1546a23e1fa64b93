package cn.tongxin.proposal;

/** Who proposes: a member, or one of the five kinds of bodies. */
public enum ProponentKind {
    MEMBER,
    PARTY,
    ORGANIZATION,
    SPECIAL_COMMITTEE,
    SECTOR,
    GROUP;

    /** Whether a body with a seat and a seal of its own proposes, rather than members together. */
    public boolean isBody() {
        return this == PARTY || this == ORGANIZATION || this == SPECIAL_COMMITTEE;
    }
}
