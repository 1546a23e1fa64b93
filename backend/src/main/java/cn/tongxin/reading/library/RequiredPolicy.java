package cn.tongxin.reading.library;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import java.util.ArrayList;
import java.util.List;

/** Who keeps the lists of required reading, who reads them, and who confirms. */
final class RequiredPolicy {
    private RequiredPolicy() {}

    static void checkReads(Caller caller) {
        if (!caller.isMember() && !keeps(caller)) {
            throw Refusal.notAllowed();
        }
    }

    static void checkKeeps(Caller caller) {
        if (!caller.mayWrite() || !keeps(caller)) {
            throw Refusal.notAllowed();
        }
    }

    static void checkConfirms(Caller caller) {
        if (!caller.mayWrite() || !caller.isMember()) {
            throw Refusal.notAllowed();
        }
    }

    static boolean keeps(Caller caller) {
        return caller.has(Role.STUDY_STAFF);
    }

    static List<String> can(Caller caller, boolean confirmed) {
        if (!caller.mayWrite()) {
            return List.of();
        }
        var can = new ArrayList<String>();
        if (keeps(caller)) {
            can.add("withdraw");
        }
        if (caller.isMember() && !confirmed) {
            can.add("confirm");
        }
        return can;
    }
}
