package cn.tongxin.complaint;

import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import java.util.List;

/** Everybody may write; the writer and the office read; the office answers. */
final class ComplaintPolicy {
    private ComplaintPolicy() {}

    static boolean isOffice(Caller caller) {
        return caller.hasAny(Role.TENANT_ADMIN, Role.MEMBER_AFFAIRS);
    }

    static boolean sees(Caller caller, Complaint complaint) {
        return complaint.seatId().equals(caller.seat()) || isOffice(caller);
    }

    static List<String> can(Caller caller, Complaint complaint) {
        return isOffice(caller) && caller.mayWrite() && complaint.status() == Complaint.Status.OPEN
                ? List.of("answer")
                : List.of();
    }
}
