package cn.tongxin.indicator;

import cn.tongxin.evidence.EvidenceKind;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import java.util.List;

/** Who reads figures, opens their lists, and sees what the committees below have sent. */
final class IndicatorPolicy {
    private IndicatorPolicy() {}

    /** The committee's own figures: its staff and leaders, and those who report them. Not members, guests or units. */
    static void checkReads(Caller caller) {
        if (!reads(caller)) {
            throw Refusal.notAllowed();
        }
    }

    /** What the committees below sent: those who report, and the province's analysts. */
    static void checkRollup(Caller caller) {
        if (!caller.hasAny(
                Role.ROLLUP_REPORTER,
                Role.ROLLUP_APPROVER,
                Role.PROVINCE_ANALYST,
                Role.PROVINCE_ADMIN,
                Role.SECRETARY_GENERAL)) {
            throw Refusal.notAllowed();
        }
    }

    static void checkOpens(Caller caller, Indicator indicator) {
        if (!opens(caller, indicator)) {
            throw Refusal.notAllowed();
        }
    }

    /** The buttons beside a figure. */
    static List<String> can(Caller caller, Indicator indicator) {
        return opens(caller, indicator) ? List.of("open") : List.of();
    }

    private static boolean reads(Caller caller) {
        return caller.hasAny(
                Role.CHAIR_COUNCIL,
                Role.PROPOSAL_STAFF,
                Role.PROPOSAL_REVIEWER,
                Role.ASSIGNING_OFFICE,
                Role.INFO_EDITOR,
                Role.INFO_APPROVER,
                Role.MEMBER_AFFAIRS,
                Role.STUDY_STAFF,
                Role.SECRETARY_GENERAL,
                Role.TENANT_ADMIN,
                Role.ROLLUP_REPORTER,
                Role.ROLLUP_APPROVER,
                Role.PROVINCE_ANALYST,
                Role.PROVINCE_ADMIN);
    }

    /** A list names cases, so it opens only for those who may see them; those who report see the numbers. */
    private static boolean opens(Caller caller, Indicator indicator) {
        return opens(caller, indicator.listed().kind());
    }

    static boolean opens(Caller caller, EvidenceKind kind) {
        return switch (kind) {
            case PROPOSAL_RECEIVED,
                    PROPOSAL_FILED,
                    PROPOSAL_MERGED,
                    PROPOSAL_NOT_FILED,
                    PROPOSAL_KEY,
                    PROPOSAL_HANDLING,
                    PROPOSAL_REPLY,
                    PROPOSAL_RATING,
                    PROPOSAL_REPLIED,
                    PROPOSAL_RATED,
                    PROPOSAL_REHANDLED,
                    PROPOSAL_RETURNED,
                    PROPOSAL_OVERDUE,
                    PROPOSAL_CONSULTATION,
                    PROPOSAL_PROMISE,
                    PROPOSAL_OUTSTANDING,
                    PROPOSAL_MEMBER ->
                caller.hasAny(Role.PROPOSAL_STAFF, Role.PROPOSAL_REVIEWER, Role.SECRETARY_GENERAL);
            case OPINION_SUBMITTED,
                    OPINION_ISSUED,
                    OPINION_ADOPTED,
                    OPINION_ESCALATED,
                    OPINION_INSTRUCTED,
                    OPINION_RESOLVED,
                    OPINION_OUTCOME -> caller.hasAny(Role.INFO_EDITOR, Role.INFO_APPROVER, Role.SECRETARY_GENERAL);
            case READING_GROUP,
                    READING_SESSION,
                    READING_GUIDE,
                    READING_GUIDE_OF_SESSION,
                    READING_MEMBER,
                    READING_MEMBER_OF_SESSION,
                    READING_DIGEST,
                    READING_NOTE,
                    READING_CONVERTED,
                    READING_LIST -> caller.hasAny(Role.STUDY_STAFF, Role.SECRETARY_GENERAL);
        };
    }
}
