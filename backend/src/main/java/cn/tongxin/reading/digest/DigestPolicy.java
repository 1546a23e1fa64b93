package cn.tongxin.reading.digest;

import cn.tongxin.reading.Footing;
import cn.tongxin.reading.ReadingMove;
import cn.tongxin.reading.ReadingPolicy;
import cn.tongxin.tenancy.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who writes the digest of a week: its hosts; the owner, co-owners, secretary and the office too. */
final class DigestPolicy {
    private DigestPolicy() {}

    static boolean writes(Caller caller, Footing footing, Set<UUID> hosts) {
        return caller.mayWrite()
                && (ReadingPolicy.moderates(caller, footing)
                        || (footing.isIn() && caller.seat() != null && hosts.contains(caller.seat())));
    }

    /** That a week has none is not for its host to say. */
    static boolean leavesOut(Caller caller, Footing footing) {
        return caller.mayWrite() && ReadingPolicy.moderates(caller, footing);
    }

    static boolean withdraws(Caller caller, Footing footing) {
        return caller.mayWrite() && ReadingPolicy.runs(caller, footing);
    }

    /** The buttons of one week. */
    static List<String> can(Caller caller, Footing footing, Set<UUID> hosts, Digest.@Nullable Status status) {
        var can = new ArrayList<String>();
        if (!footing.group().status().allows(new ReadingMove.Digest())) {
            return can;
        }
        if (writes(caller, footing, hosts)) {
            if (status == Digest.Status.PUBLISHED) {
                can.add("correct");
            } else {
                can.add("write");
                can.add("publish");
            }
        }
        if (leavesOut(caller, footing) && status != Digest.Status.PUBLISHED && status != Digest.Status.NONE) {
            can.add("leave-out");
        }
        if (withdraws(caller, footing) && status == Digest.Status.PUBLISHED) {
            can.add("withdraw");
        }
        return can;
    }
}
