package cn.tongxin.unit;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;

/** Who keeps the list of units, and who may read it. */
final class UnitPolicy {
    private UnitPolicy() {}

    static boolean edits(Caller caller) {
        return caller.mayWrite() && caller.hasAny(Role.TENANT_ADMIN, Role.ASSIGNING_OFFICE, Role.PROPOSAL_STAFF);
    }

    static void checkEdits(Caller caller) {
        if (!edits(caller)) {
            throw Refusal.notAllowed();
        }
    }

    static void checkReads(Caller caller) {
        if (caller.isOnlyGuest()) {
            throw Refusal.notAllowed();
        }
    }
}
