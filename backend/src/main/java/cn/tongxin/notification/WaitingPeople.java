package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.COMPLAINT;
import static cn.tongxin.db.cell.Tables.ROSTER_IMPORT;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.jooq.impl.DSL;

/** Complaints, rosters and seats that wait for those who look after the members. */
@Singleton
class WaitingPeople implements Waiting {
    private static final int WORDS_SHOWN = 40;

    @Override
    public Stream<WaitingQuery> of(Caller caller, LocalDate today) {
        var all = new ArrayList<WaitingQuery>();
        if (caller.hasAny(Role.MEMBER_AFFAIRS, Role.TENANT_ADMIN)) {
            all.add(WaitingQuery.of(Todo.Verb.ANSWER_COMPLAINT, "complaint", COMPLAINT, COMPLAINT.STATUS.eq("OPEN"))
                    .showing(COMPLAINT.ID, DSL.left(COMPLAINT.TEXT, WORDS_SHOWN), COMPLAINT.CREATED_AT));
        }
        if (caller.hasAny(Role.MEMBER_AFFAIRS, Role.TENANT_ADMIN)) {
            all.add(WaitingQuery.of(
                            Todo.Verb.FINISH_IMPORT, "roster-import", ROSTER_IMPORT, ROSTER_IMPORT.STATUS.eq("OPEN"))
                    .showing(ROSTER_IMPORT.ID, ROSTER_IMPORT.FILE_NAME, ROSTER_IMPORT.CREATED_AT));
            all.add(WaitingQuery.of(Todo.Verb.ACTIVATE_SEAT, "seat", SEAT, SEAT.STATUS.eq("PENDING"))
                    .showing(SEAT.ID, SEAT.NAME, SEAT.CREATED_AT));
        }
        return all.stream();
    }
}
