package cn.tongxin.handling;

import cn.tongxin.storage.AttachmentSubject;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What came with a reply: the office reads it at once, who reads the reply once it is through. */
@Singleton
class ReplyFiles implements AttachmentSubject {
    static final String TYPE = "reply";

    private final Assignments assignments;
    private final Replies replies;
    private final Matters matters;

    ReplyFiles(Assignments assignments, Replies replies, Matters matters) {
        this.assignments = assignments;
        this.replies = replies;
        this.matters = matters;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean sees(UUID id) {
        return replies.whose(id).filter(this::sees).isPresent();
    }

    private boolean sees(Replies.Whose whose) {
        var caller = Caller.current();
        var assignment = assignments.get(whose.assignment());
        return AssignmentPolicy.sees(caller, assignment, matters.get(assignment.subject()))
                && (whose.through() || AssignmentPolicy.seesWork(caller, assignment));
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
        return replies.whose(id).isPresent();
    }
}
