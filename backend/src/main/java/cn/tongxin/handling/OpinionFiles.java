package cn.tongxin.handling;

import cn.tongxin.storage.AttachmentSubject;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What came with an assistant's opinion: for itself, the office and the unit that leads, as the opinion is. */
@Singleton
class OpinionFiles implements AttachmentSubject {
    static final String TYPE = "unit_opinion";

    private final Assignments assignments;
    private final Replies replies;

    OpinionFiles(Assignments assignments, Replies replies) {
        this.assignments = assignments;
        this.replies = replies;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean sees(UUID id) {
        return replies.whoseOpinion(id).filter(this::sees).isPresent();
    }

    private boolean sees(Replies.Whose whose) {
        var caller = Caller.current();
        var assistant = assignments.get(whose.assignment());
        return AssignmentPolicy.isOffice(caller, assistant)
                || holds(caller, assistant)
                || (whose.through() && assistant.status().isLive() && leads(caller, assistant));
    }

    private boolean leads(Caller caller, Assignment assistant) {
        var subject = assistant.subject();
        return caller.worksInUnit()
                && assignments.of(subject.type(), List.of(subject.id())).stream()
                        .anyMatch(other -> other.role() == AssignmentRole.LEAD && holds(caller, other));
    }

    private static boolean holds(Caller caller, Assignment assignment) {
        return AssignmentPolicy.isOfUnit(caller, assignment)
                && assignment.status().isLive();
    }

    /** What was sent is edited no more. */
    @Override
    public void lock(UUID id) {}

    @Override
    public boolean edits(UUID id) {
        return false;
    }

    @Override
    public boolean isThere(UUID id) {
        return replies.whoseOpinion(id).isPresent();
    }
}
