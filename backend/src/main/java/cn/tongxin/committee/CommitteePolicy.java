package cn.tongxin.committee;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;

/** Who may read and change what a committee is made of. */
final class CommitteePolicy {
    private CommitteePolicy() {}

    /** What there is to change. */
    enum Matter {
        TERM_AND_SESSION,
        SECTOR,
        SPECIAL_COMMITTEE,
        HOLIDAY,
        SETTING
    }

    static boolean allows(Caller caller, Matter matter) {
        return caller.mayWrite()
                && switch (matter) {
                    case TERM_AND_SESSION -> caller.hasAny(Role.TENANT_ADMIN, Role.MEETING_STAFF, Role.PROPOSAL_STAFF);
                    case SECTOR, SPECIAL_COMMITTEE -> caller.hasAny(Role.TENANT_ADMIN, Role.MEMBER_AFFAIRS);
                    case HOLIDAY, SETTING -> caller.has(Role.TENANT_ADMIN);
                };
    }

    static void check(Caller caller, Matter matter) {
        if (!allows(caller, matter)) {
            throw Refusal.notAllowed();
        }
    }

    /** A guest sees which committee and session he is a guest of, and nothing of how it works. */
    static void checkReads(Caller caller) {
        if (caller.isOnlyGuest()) {
            throw Refusal.notAllowed();
        }
    }
}
