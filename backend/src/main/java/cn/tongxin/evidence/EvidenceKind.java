package cn.tongxin.evidence;

/** The kinds of duty that are evidenced; each is a view of the one shape. */
public enum EvidenceKind {
    PROPOSAL_RECEIVED("evidence_proposal_received", "proposal"),
    PROPOSAL_FILED("evidence_proposal_filed", "proposal"),
    PROPOSAL_MERGED("evidence_proposal_merged", "proposal"),
    PROPOSAL_NOT_FILED("evidence_proposal_not_filed", "proposal"),
    PROPOSAL_KEY("evidence_proposal_key", "proposal"),
    PROPOSAL_HANDLING("evidence_proposal_handling", "assignment"),
    PROPOSAL_REPLY("evidence_proposal_reply", "assignment"),
    PROPOSAL_RATING("evidence_proposal_rating", "assignment"),
    PROPOSAL_REPLIED("evidence_proposal_replied", "proposal"),
    PROPOSAL_RATED("evidence_proposal_rated", "proposal"),
    PROPOSAL_REHANDLED("evidence_proposal_rehandled", "assignment"),
    PROPOSAL_RETURNED("evidence_proposal_returned", "assignment"),
    PROPOSAL_OVERDUE("evidence_proposal_overdue", "assignment"),
    PROPOSAL_CONSULTATION("evidence_proposal_consultation", "consultation"),
    PROPOSAL_OUTSTANDING("evidence_proposal_outstanding", "proposal"),
    PROPOSAL_PROMISE("evidence_proposal_promise", "promise"),
    PROPOSAL_MEMBER("evidence_proposal_member", "membership"),
    OPINION_SUBMITTED("evidence_opinion_submitted", "opinion_report"),
    OPINION_ISSUED("evidence_opinion_issued", "opinion_report"),
    OPINION_ADOPTED("evidence_opinion_adopted", "opinion_report"),
    OPINION_ESCALATED("evidence_opinion_escalated", "opinion_report"),
    OPINION_INSTRUCTED("evidence_opinion_instructed", "opinion_report"),
    OPINION_RESOLVED("evidence_opinion_resolved", "opinion_report"),
    OPINION_OUTCOME("evidence_opinion_outcome", "opinion_outcome"),
    READING_GROUP("evidence_reading_group", "reading-group"),
    READING_SESSION("evidence_reading_session", "reading-session"),
    READING_GUIDE("evidence_reading_guide", "membership"),
    READING_GUIDE_OF_SESSION("evidence_reading_guide_of_session", "membership"),
    READING_MEMBER("evidence_reading_member", "membership"),
    READING_MEMBER_OF_SESSION("evidence_reading_member_of_session", "membership"),
    READING_DIGEST("evidence_reading_digest", "reading-digest"),
    READING_NOTE("evidence_reading_note", "reading-post"),
    READING_CONVERTED("evidence_reading_converted", "duty"),
    READING_LIST("evidence_reading_list", "reading-list");

    private final String view;
    private final String subjectType;

    EvidenceKind(String view, String subjectType) {
        this.view = view;
        this.subjectType = subjectType;
    }

    /** Where persons are counted once a period, a session period has a view of its own. */
    EvidenceKind in(Basis basis) {
        if (basis == Basis.SESSION && this == READING_GUIDE) {
            return READING_GUIDE_OF_SESSION;
        }
        return basis == Basis.SESSION && this == READING_MEMBER ? READING_MEMBER_OF_SESSION : this;
    }

    String view() {
        return view;
    }

    /** What a source is, for whoever wants to open it. */
    public String subjectType() {
        return subjectType;
    }
}
