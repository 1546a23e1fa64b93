package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;

import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Role;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Work that one of an office has begun: it waits for him, and for all of them once he has left the desk. */
final class Desks {
    private Desks() {}

    static Condition waitsFor(Caller caller, Field<UUID> begunBy, Role office) {
        return begunBy.eq(caller.seatId()).or(isLeft(begunBy, office));
    }

    private static Condition isLeft(Field<UUID> begunBy, Role office) {
        var there = DSL.select(SEAT_ROLE.SEAT_ID)
                .from(SEAT_ROLE)
                .join(SEAT)
                .on(SEAT.ID.eq(SEAT_ROLE.SEAT_ID))
                .where(SEAT_ROLE.ROLE.eq(office.name()))
                .and(SEAT.STATUS.eq("ACTIVE"));
        return begunBy.notIn(there);
    }
}
