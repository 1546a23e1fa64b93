package cn.tongxin.tenancy;

import java.util.Arrays;
import java.util.List;

/** What a seat may do (domain §3.0). */
public enum Role {
    MEMBER(Circle.MEMBERS),
    STANDING_MEMBER(Circle.MEMBERS),
    CHAIR_COUNCIL(Circle.MEMBERS),
    SECTOR_CONVENER(Circle.MEMBERS),
    GROUP_LEADER(Circle.MEMBERS),
    COMMITTEE_DIRECTOR(Circle.MEMBERS),
    ORG_ACCOUNT(Circle.MEMBERS),
    GUEST(Circle.GUESTS),
    /** Comes from another committee to one reading group. */
    VISITOR(Circle.GUESTS),
    PROPOSAL_STAFF(Circle.OFFICE),
    PROPOSAL_REVIEWER(Circle.OUTSIDE),
    ASSIGNING_OFFICE(Circle.OFFICE),
    UNIT_CLERK(Circle.OUTSIDE),
    UNIT_LEADER(Circle.OUTSIDE),
    INFO_EDITOR(Circle.OFFICE),
    INFO_APPROVER(Circle.OFFICE),
    MEETING_STAFF(Circle.OFFICE),
    MEMBER_AFFAIRS(Circle.OFFICE),
    ASSESSMENT_APPROVER(Circle.OFFICE),
    STUDY_STAFF(Circle.OFFICE),
    HISTORY_STAFF(Circle.OFFICE),
    STATION_MANAGER(Circle.OFFICE),
    PUBLICITY_STAFF(Circle.OFFICE),
    SECRETARY_GENERAL(Circle.OFFICE),
    TENANT_ADMIN(Circle.OFFICE),
    SECURITY_ADMIN(Circle.OFFICE),
    AUDITOR(Circle.OFFICE),
    ROLLUP_REPORTER(Circle.OUTSIDE),
    ROLLUP_APPROVER(Circle.OUTSIDE),
    PROVINCE_ANALYST(Circle.OUTSIDE),
    PROVINCE_ADMIN(Circle.OUTSIDE);

    /** Where its holder stands: in the committee, visiting it, working in its office, or for it from outside. */
    private enum Circle {
        MEMBERS,
        GUESTS,
        OFFICE,
        OUTSIDE
    }

    private static final List<String> MEMBERS =
            Arrays.stream(values()).filter(Role::isMembers).map(Role::name).toList();

    private final Circle circle;

    Role(Circle circle) {
        this.circle = circle;
    }

    /** Whether a seat that holds this role is accepted only from the console with two factors (design §5). */
    public boolean asksForTwoFactors() {
        return circle == Circle.OFFICE || circle == Circle.OUTSIDE;
    }

    /** Whether its holder sits in the committee and does duty work of his own. */
    public boolean isMembers() {
        return circle == Circle.MEMBERS;
    }

    /** The names of all roles of members, as the store keeps them. */
    public static List<String> members() {
        return MEMBERS;
    }

    /** Whether its holder has come in from outside and has no say here. */
    public boolean isGuests() {
        return circle == Circle.GUESTS;
    }

    /** Whether its holder works with everybody here; units, reviewers and who reports figures know only what reaches them. */
    public boolean isOffices() {
        return circle == Circle.OFFICE;
    }
}
