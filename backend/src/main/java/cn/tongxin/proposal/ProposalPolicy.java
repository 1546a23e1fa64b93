package cn.tongxin.proposal;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import java.util.ArrayList;
import java.util.List;

/** Who may see a proposal and make which move. */
final class ProposalPolicy {
    private ProposalPolicy() {}

    static boolean sees(Caller caller, Proposal proposal) {
        return isProponent(caller, proposal) || (isOffice(caller) && proposal.status() != ProposalStatus.DRAFT);
    }

    static boolean allows(Caller caller, ProposalMove move, Proposal proposal) {
        return switch (move) {
            case ProposalMove.Submit _ -> isProponent(caller, proposal) && caller.isMember();
            case ProposalMove.Return _ -> isOffice(caller);
        };
    }

    static void check(Caller caller, ProposalMove move, Proposal proposal) {
        if (!allows(caller, move, proposal)) {
            throw Refusal.notAllowed();
        }
    }

    static void checkWrites(Caller caller) {
        if (!caller.isMember()) {
            throw Refusal.notAllowed();
        }
    }

    /** The buttons that a screen draws. */
    static List<String> can(Caller caller, Proposal proposal) {
        var can = new ArrayList<String>();
        if (isProponent(caller, proposal) && proposal.status() == ProposalStatus.DRAFT && caller.mayWrite()) {
            can.add("edit");
            can.add("submit");
        }
        if (isOffice(caller) && proposal.status() == ProposalStatus.SUBMITTED && caller.mayWrite()) {
            can.add("return");
        }
        return can;
    }

    private static boolean isProponent(Caller caller, Proposal proposal) {
        return proposal.proponentId().equals(caller.seat());
    }

    private static boolean isOffice(Caller caller) {
        return caller.has(Role.PROPOSAL_STAFF);
    }
}
