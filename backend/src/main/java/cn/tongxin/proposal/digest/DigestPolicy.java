package cn.tongxin.proposal.digest;

import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.ProposalPolicy;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import java.util.Set;

/** Who reads issues and who makes them; and whom the committee lets read what leaders wrote. */
final class DigestPolicy {
    private DigestPolicy() {}

    static boolean reads(Caller caller) {
        return ProposalPolicy.isOffice(caller) || caller.has(Role.SECRETARY_GENERAL);
    }

    static void checkReads(Caller caller) {
        if (!reads(caller)) {
            throw Refusal.notAllowed();
        }
    }

    static boolean works(Caller caller) {
        return ProposalPolicy.makesDigests(caller);
    }

    static void checkWorks(Caller caller) {
        if (!works(caller)) {
            throw Refusal.notAllowed();
        }
    }

    /** The roles that the committee has listed, and nobody for being the proponent. */
    static boolean readsInstructions(Caller caller, Set<Role> listed) {
        return reads(caller) && listed.stream().anyMatch(caller::has);
    }
}
