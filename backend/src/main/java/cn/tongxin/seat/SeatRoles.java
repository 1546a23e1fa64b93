package cn.tongxin.seat;

import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;
import static cn.tongxin.db.platform.Tables.SEAT_DIRECTORY;

import cn.tongxin.seat.Seat.Grant;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The SQL of the roles that seats hold. */
@Singleton
class SeatRoles {
    private final DSLContext sql;

    SeatRoles(DSLContext sql) {
        this.sql = sql;
    }

    /** False where the seat holds the role for this unit already. */
    boolean grant(UUID seat, Grant grant, Instant now) {
        return sql.insertInto(SEAT_ROLE)
                        .set(SEAT_ROLE.SEAT_ID, seat)
                        .set(SEAT_ROLE.ROLE, grant.role().name())
                        .set(SEAT_ROLE.UNIT_ID, grant.unitId())
                        .set(SEAT_ROLE.GRANTED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    boolean revoke(UUID seat, Role role) {
        return sql.deleteFrom(SEAT_ROLE)
                        .where(SEAT_ROLE.SEAT_ID.eq(seat))
                        .and(SEAT_ROLE.ROLE.eq(role.name()))
                        .execute()
                == 1;
    }

    /** Every role that the person of this seat holds here, in any seat that has not ended. */
    Set<Role> rolesOfPerson(UUID seat) {
        var other = SEAT_DIRECTORY.as("other");
        var mine = SEAT_DIRECTORY.as("mine");
        var roles = EnumSet.noneOf(Role.class);
        sql.selectDistinct(SEAT_ROLE.ROLE)
                .from(SEAT_ROLE)
                .join(SEAT)
                .on(SEAT.ID.eq(SEAT_ROLE.SEAT_ID))
                .where(SEAT.STATUS.ne(SeatStatus.ENDED.name()))
                .and(SEAT.ID
                        .eq(seat)
                        .or(SEAT.ID.in(DSL.select(other.SEAT_ID)
                                .from(other)
                                .join(mine)
                                .on(mine.ACCOUNT_ID.eq(other.ACCOUNT_ID))
                                .where(mine.SEAT_ID.eq(seat)))))
                .forEach(row -> roles.add(Role.valueOf(row.value1())));
        return roles;
    }

    /** How many seats that may act hold the role, this one left out. */
    int othersHolding(Role role, UUID except) {
        return sql.fetchCount(sql.selectOne()
                .from(SEAT_ROLE)
                .join(SEAT)
                .on(SEAT.ID.eq(SEAT_ROLE.SEAT_ID))
                .where(SEAT_ROLE.ROLE.eq(role.name()))
                .and(SEAT.STATUS.in(SeatStatus.PENDING.name(), SeatStatus.ACTIVE.name()))
                .and(SEAT.ID.ne(except)));
    }

    void insertAll(List<Seat> seats, Instant now) {
        sql.batchInsert(seats.stream()
                        .flatMap(seat -> seat.grants().stream().map(grant -> {
                            var row = sql.newRecord(SEAT_ROLE);
                            row.setSeatId(seat.id());
                            row.setRole(grant.role().name());
                            row.setUnitId(grant.unitId());
                            row.setGrantedAt(now);
                            return row;
                        }))
                        .toList())
                .execute();
    }
}
