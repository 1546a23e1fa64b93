package cn.tongxin.handling;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;

import cn.tongxin.committee.Calendar;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.unit.Units;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jooq.Condition;

/**
 * Who answers for a promise: the unit that made it, and after a reform its successor, although the reply keeps the old name
 * (domain §3.1).
 */
@Singleton
class PromiseKeepers {
    private final Units units;
    private final Calendar calendar;

    PromiseKeepers(Units units, Calendar calendar) {
        this.units = units;
        this.calendar = calendar;
    }

    boolean sees(Caller caller, Assignment assignment, Matter matter) {
        return AssignmentPolicy.sees(caller, assignment, matter) || answers(caller, assignment);
    }

    /** The unit says what became of it, and the office that looked. */
    boolean followsUp(Caller caller, Assignment assignment) {
        return caller.mayWrite() && (AssignmentPolicy.isOffice(caller, assignment) || answers(caller, assignment));
    }

    /** Those that a caller's list shows. */
    Condition visibleTo(Caller caller) {
        var seen = AssignmentController.visibleTo(caller);
        return caller.worksInUnit()
                ? seen.or(HANDLING_ASSIGNMENT
                        .UNIT_ID
                        .in(units.standsFor(Objects.requireNonNull(caller.unit()), calendar.today()))
                        .and(AssignmentController.isLive()))
                : seen;
    }

    private boolean answers(Caller caller, Assignment assignment) {
        return caller.worksInUnit()
                && assignment.status().isLive()
                && units.current(assignment.unitId(), calendar.today()).equals(caller.unit());
    }
}
