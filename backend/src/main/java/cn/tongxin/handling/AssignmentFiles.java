package cn.tongxin.handling;

import cn.tongxin.storage.AttachmentSubject;
import cn.tongxin.tenancy.Caller;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/** The sealed letter and its annexes while a unit writes its reply or opinion: nobody else's until it is sent. */
@Singleton
class AssignmentFiles implements AttachmentSubject {
    static final String TYPE = AssignmentLines.SUBJECT;

    private final Assignments assignments;

    AssignmentFiles(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public boolean sees(UUID id) {
        return held(id).isPresent();
    }

    @Override
    public void lock(UUID id) {
        assignments.lock(id);
    }

    @Override
    public boolean edits(UUID id) {
        return held(id).filter(assignment ->
                        Caller.current().mayWrite() && assignment.status().isOpen())
                .isPresent();
    }

    private Optional<Assignment> held(UUID id) {
        return assignments
                .find(id)
                .filter(assignment -> AssignmentPolicy.isOfUnit(Caller.current(), assignment)
                        && assignment.status().isLive());
    }

    @Override
    public boolean isThere(UUID id) {
        return assignments.find(id).isPresent();
    }
}
