package cn.tongxin.tenancy;

/** What a seat may do (domain §3.0). The first group is the members' own; every other role asks for two factors. */
public enum Role {
    MEMBER,
    STANDING_MEMBER,
    CHAIR_COUNCIL,
    SECTOR_CONVENER,
    GROUP_LEADER,
    COMMITTEE_DIRECTOR,
    ORG_ACCOUNT,
    GUEST,
    PROPOSAL_STAFF,
    PROPOSAL_REVIEWER,
    ASSIGNING_OFFICE,
    UNIT_CLERK,
    UNIT_LEADER,
    INFO_EDITOR,
    INFO_APPROVER,
    MEETING_STAFF,
    MEMBER_AFFAIRS,
    ASSESSMENT_APPROVER,
    STUDY_STAFF,
    HISTORY_STAFF,
    STATION_MANAGER,
    PUBLICITY_STAFF,
    SECRETARY_GENERAL,
    TENANT_ADMIN,
    SECURITY_ADMIN,
    AUDITOR,
    ROLLUP_REPORTER,
    ROLLUP_APPROVER,
    PROVINCE_ANALYST,
    PROVINCE_ADMIN;

    /** Whether a seat that holds this role is accepted only from the console with two factors (design §5). */
    public boolean asksForTwoFactors() {
        return switch (this) {
            case MEMBER,
                    STANDING_MEMBER,
                    CHAIR_COUNCIL,
                    SECTOR_CONVENER,
                    GROUP_LEADER,
                    COMMITTEE_DIRECTOR,
                    ORG_ACCOUNT,
                    GUEST -> false;
            case PROPOSAL_STAFF,
                    PROPOSAL_REVIEWER,
                    ASSIGNING_OFFICE,
                    UNIT_CLERK,
                    UNIT_LEADER,
                    INFO_EDITOR,
                    INFO_APPROVER,
                    MEETING_STAFF,
                    MEMBER_AFFAIRS,
                    ASSESSMENT_APPROVER,
                    STUDY_STAFF,
                    HISTORY_STAFF,
                    STATION_MANAGER,
                    PUBLICITY_STAFF,
                    SECRETARY_GENERAL,
                    TENANT_ADMIN,
                    SECURITY_ADMIN,
                    AUDITOR,
                    ROLLUP_REPORTER,
                    ROLLUP_APPROVER,
                    PROVINCE_ANALYST,
                    PROVINCE_ADMIN -> true;
        };
    }

    /** Whether its holder sits in the committee and does duty work of his own. */
    public boolean isMembers() {
        return switch (this) {
            case MEMBER,
                    STANDING_MEMBER,
                    CHAIR_COUNCIL,
                    SECTOR_CONVENER,
                    GROUP_LEADER,
                    COMMITTEE_DIRECTOR,
                    ORG_ACCOUNT -> true;
            default -> false;
        };
    }
}
