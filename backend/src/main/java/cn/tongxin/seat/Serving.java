package cn.tongxin.seat;

import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;

import cn.tongxin.http.Refusal;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Whose name may stand under what the committee's members write: a member who serves, or a body's own seat. */
@Singleton
public class Serving {
    private final DSLContext sql;

    Serving(DSLContext sql) {
        this.sql = sql;
    }

    /** Those among these seats. */
    public Set<UUID> among(Collection<UUID> seats) {
        return sql.selectDistinct(SEAT.ID)
                .from(SEAT)
                .join(SEAT_ROLE)
                .on(SEAT_ROLE.SEAT_ID.eq(SEAT.ID))
                .where(SEAT.ID.in(seats))
                .and(SEAT.STATUS.eq(SeatStatus.ACTIVE.name()))
                .and(SEAT_ROLE.ROLE.in(Role.members()))
                .fetchSet(SEAT.ID);
    }

    /** 404 for a seat that is not here, 422 naming the field for one that no longer acts or is nobody's who proposes. */
    public void check(UUID seat, String field) {
        var member = DSL.field(DSL.exists(DSL.selectOne()
                .from(SEAT_ROLE)
                .where(SEAT_ROLE.SEAT_ID.eq(SEAT.ID))
                .and(SEAT_ROLE.ROLE.in(Role.members()))));
        var found = sql.select(SEAT.STATUS, member)
                .from(SEAT)
                .where(SEAT.ID.eq(seat))
                .fetchOptional()
                .orElseThrow(Refusal::notFound);
        if (SeatStatus.valueOf(found.value1()) != SeatStatus.ACTIVE) {
            throw Refusal.unprocessable("seat.not-active", "This seat does not write any more.")
                    .field(field);
        }
        if (!found.value2()) {
            throw Refusal.unprocessable("seat.not-member", "Neither a member nor a body sits here.")
                    .field(field);
        }
    }
}
