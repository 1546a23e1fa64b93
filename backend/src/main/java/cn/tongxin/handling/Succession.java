package cn.tongxin.handling;

import cn.tongxin.handling.Handling.Deed;
import cn.tongxin.unit.Units;
import jakarta.inject.Singleton;
import java.util.List;

/** Hands what a unit still had to do to the unit that came after it in a reform. */
@Singleton
class Succession {
    private static final String MERGED = "机构合并，由同一单位一并办理";

    private final Assignments assignments;
    private final Handling handling;
    private final Units units;

    Succession(Assignments assignments, Handling handling, Units units) {
        this.assignments = assignments;
        this.handling = handling;
        this.units = units;
    }

    /**
     * A successor that has the same matter already keeps it once, in the role that owes the reply. True where a reply is
     * no longer owed, so that the matter may be further than it was.
     */
    boolean handOn(Assignment assignment, Deed deed) {
        var next = units.current(assignment.unitId(), deed.on());
        var its = assignments
                .of(assignment.subject().type(), List.of(assignment.subject().id()))
                .stream()
                .filter(other -> other.status().isLive() && other.unitId().equals(next))
                .findFirst();
        var owes = assignment.role().owesReply();
        if (its.isPresent() && !(owes && assists(its.get()))) {
            handling.make(new AssignmentMove.Cancel(MERGED), assignment, deed);
            return owes;
        }
        its.ifPresent(other -> handling.make(new AssignmentMove.Cancel(MERGED), other, deed));
        handling.make(new AssignmentMove.HandOn(next), assignment, deed);
        return false;
    }

    private static boolean assists(Assignment other) {
        return !other.role().owesReply() && other.status().isOpen();
    }
}
