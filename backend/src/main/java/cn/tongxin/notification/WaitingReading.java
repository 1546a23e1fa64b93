package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_POST;

import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.jooq.impl.DSL;

/** Reading groups that wait for their owner or for the study office. Reading itself is never a duty. */
@Singleton
class WaitingReading implements Waiting {
    @Override
    public Stream<WaitingQuery> of(Caller caller, LocalDate today) {
        var all = new ArrayList<WaitingQuery>();
        var office = caller.has(Role.STUDY_STAFF);
        if (office || caller.isMember()) {
            var ours = office ? DSL.noCondition() : READING_GROUP.OWNER_ID.eq(caller.seat());
            all.add(WaitingQuery.of(
                            Todo.Verb.OPEN_GROUP,
                            "reading_group",
                            READING_GROUP,
                            ours.and(READING_GROUP.STATUS.eq("DRAFT"))
                                    .and(READING_GROUP.STARTS_ON.le(today))
                                    .and(READING_GROUP.ENDS_ON.ge(today)))
                    .showing(READING_GROUP.ID, READING_GROUP.THEME, READING_GROUP.STARTS_ON));
            all.add(WaitingQuery.of(
                            Todo.Verb.CHECK_POST,
                            "reading_group",
                            READING_POST.join(READING_GROUP).on(READING_GROUP.ID.eq(READING_POST.GROUP_ID)),
                            ours.and(READING_POST.STATUS.eq("HELD")).and(READING_GROUP.STATUS.eq("ACTIVE")))
                    .showing(READING_GROUP.ID, READING_GROUP.THEME, READING_POST.CREATED_AT));
        }
        return all.stream();
    }
}
