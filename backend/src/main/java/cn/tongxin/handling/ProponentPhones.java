package cn.tongxin.handling;

import cn.tongxin.history.AccessLog;
import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Caller;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Whole telephone numbers of proponents, for the unit that must talk with them before it replies (domain §3.1, §5.3). */
@Singleton
class ProponentPhones {
    private final Assignments assignments;
    private final Matters matters;
    private final AccessLog log;

    ProponentPhones(Assignments assignments, Matters matters, AccessLog log) {
        this.assignments = assignments;
        this.matters = matters;
        this.log = log;
    }

    /** Logged before it is shown: whose number, and for which matter. */
    @Transactional(readOnly = true)
    String open(UUID id, UUID seat) {
        var assignment = assignments.get(id);
        var matter = matters.get(assignment.subject());
        var caller = Caller.current();
        if (!AssignmentPolicy.sees(caller, assignment, matter)) {
            throw Refusal.notFound();
        }
        if (!AssignmentPolicy.talks(caller, assignment, matter)) {
            throw Refusal.notAllowed();
        }
        var subject = matters.subject(assignment.subject());
        var proponent = subject.behind(matter.id()).reachable(seat).orElseThrow(Refusal::notFound);
        log.note("phone.shown-to-unit", proponent.name() + "，办理 " + matter.number() + "《" + matter.title() + "》前沟通");
        return subject.phone(seat).orElseThrow(Refusal::notFound);
    }
}
