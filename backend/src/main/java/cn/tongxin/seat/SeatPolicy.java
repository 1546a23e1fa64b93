package cn.tongxin.seat;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Who may see and change the people of a committee. Accounts, permissions and logs lie with three different people
 * (三员分立): nobody changes their own rights, and nobody is an administrator and the auditor.
 */
final class SeatPolicy {

    static final Set<Role> SEPARATE = EnumSet.of(Role.TENANT_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR);

    private SeatPolicy() {}

    /** Keeps the roster: sees and changes what the committee knows about a person. */
    static boolean keepsRoster(Caller caller) {
        return caller.hasAny(Role.MEMBER_AFFAIRS, Role.TENANT_ADMIN);
    }

    static boolean seesPhones(Caller caller, Seat seat) {
        return keepsRoster(caller) || seat.id().equals(caller.seat());
    }

    /** The office works with everybody; members know each other; a unit's clerk and a guest know nobody. */
    static boolean seesList(Caller caller) {
        return caller.isMember() || worksInOffice(caller);
    }

    static boolean worksInOffice(Caller caller) {
        return caller.roles().stream().anyMatch(Role::isOffices);
    }

    /** A member sees the others who serve; the office sees every seat; everybody sees their own. */
    static boolean sees(Caller caller, Seat seat) {
        return seat.id().equals(caller.seat())
                || worksInOffice(caller)
                || caller.isMember() && seat.status() == SeatStatus.ACTIVE && seat.isMembers();
    }

    static boolean allowsChange(Caller caller, Seat seat) {
        return caller.mayWrite() && keepsRoster(caller) && mayKeep(caller, seat.roles());
    }

    static boolean allows(Caller caller, SeatMove move, Seat seat) {
        return switch (move) {
            case SeatMove.Activate _, SeatMove.Suspend _, SeatMove.End _ ->
                allowsChange(caller, seat) && !seat.id().equals(caller.seat());
        };
    }

    /** Members and guests are for member affairs, everybody else for the administrator of accounts. */
    private static boolean mayKeep(Caller caller, Collection<Role> roles) {
        return caller.has(Role.TENANT_ADMIN) || roles.stream().allMatch(role -> role.isMembers() || role.isGuests());
    }

    /**
     * Whether this caller hands out this role at all; {@code guarded} says that somebody administers permissions. A visitor's
     * comes with the matter that he is invited to.
     */
    static boolean grants(Caller caller, Role role, boolean guarded) {
        if (role == Role.VISITOR) {
            return false;
        }
        if (SEPARATE.contains(role)) {
            return caller.has(Role.SECURITY_ADMIN) || caller.has(Role.TENANT_ADMIN) && !guarded;
        }
        if (role.isMembers() || role == Role.GUEST) {
            return caller.hasAny(Role.MEMBER_AFFAIRS, Role.TENANT_ADMIN);
        }
        return caller.hasAny(Role.TENANT_ADMIN, Role.SECURITY_ADMIN);
    }

    static void check(boolean allowed) {
        if (!allowed) {
            throw Refusal.notAllowed();
        }
    }

    /** Throws where one person would hold two of the three separate offices. */
    static void checkSeparation(Set<Role> held, Role wanted) {
        if (SEPARATE.contains(wanted) && held.stream().anyMatch(role -> role != wanted && SEPARATE.contains(role))) {
            throw Refusal.conflict(
                    "seat.roles-separate",
                    "Accounts, permissions and logs are kept by three different people; this person already has one of them.");
        }
    }

    /** The buttons that a screen draws. */
    static List<String> can(Caller caller, Seat seat) {
        var can = new ArrayList<String>();
        if (!allowsChange(caller, seat) || seat.status() == SeatStatus.ENDED) {
            return can;
        }
        can.add("edit");
        if (seat.id().equals(caller.seat())) {
            return can;
        }
        switch (seat.status()) {
            case PENDING, SUSPENDED -> can.add("activate");
            case ACTIVE -> can.add("suspend");
            case ENDED -> {}
        }
        can.add("end");
        can.add("grantRole");
        if (!seat.claimed()) {
            can.add("invite");
        }
        return can;
    }
}
