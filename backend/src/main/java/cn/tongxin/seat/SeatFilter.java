package cn.tongxin.seat;

import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;
import static cn.tongxin.db.cell.Tables.SEAT_SPECIAL_COMMITTEE;

import cn.tongxin.tenancy.Role;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** What a list of seats may ask for. */
final class SeatFilter {
    private SeatFilter() {}

    static Condition holding(Role role) {
        return DSL.exists(DSL.selectOne()
                .from(SEAT_ROLE)
                .where(SEAT_ROLE.SEAT_ID.eq(SEAT.ID))
                .and(SEAT_ROLE.ROLE.eq(role.name())));
    }

    static Condition membersOnly() {
        return DSL.exists(DSL.selectOne()
                .from(SEAT_ROLE)
                .where(SEAT_ROLE.SEAT_ID.eq(SEAT.ID))
                .and(SEAT_ROLE.ROLE.in(Role.members())));
    }

    static Condition inSpecialCommittee(UUID id) {
        return DSL.exists(DSL.selectOne()
                .from(SEAT_SPECIAL_COMMITTEE)
                .where(SEAT_SPECIAL_COMMITTEE.SEAT_ID.eq(SEAT.ID))
                .and(SEAT_SPECIAL_COMMITTEE.SPECIAL_COMMITTEE_ID.eq(id)));
    }

    static Condition ofUnit(UUID id) {
        return DSL.exists(DSL.selectOne()
                .from(SEAT_ROLE)
                .where(SEAT_ROLE.SEAT_ID.eq(SEAT.ID))
                .and(SEAT_ROLE.UNIT_ID.eq(id)));
    }
}
