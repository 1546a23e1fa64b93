package cn.tongxin.seat;

/** What a body is that has a seat of its own. */
public enum OrganizationKind {
    PARTY,
    ORGANIZATION,
    SPECIAL_COMMITTEE
}
