package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_MEMBER;
import static cn.tongxin.db.cell.Tables.READING_ROTATION;
import static cn.tongxin.db.cell.Tables.SEAT;

import cn.tongxin.tenancy.SeatStatus;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** The SQL of the order in which the hosts of a group take turns, as it was filled last. */
@Singleton
class Rotations {
    private final DSLContext sql;

    Rotations(DSLContext sql) {
        this.sql = sql;
    }

    /** One who takes turns. */
    @Serdeable
    record Turn(UUID seatId, String name) {}

    /** Those of them who are still in the group. */
    List<Turn> of(UUID group) {
        return sql.select(SEAT.ID, SEAT.NAME)
                .from(READING_ROTATION)
                .join(SEAT)
                .on(SEAT.ID.eq(READING_ROTATION.SEAT_ID))
                .join(READING_MEMBER)
                .on(READING_MEMBER.GROUP_ID.eq(READING_ROTATION.GROUP_ID))
                .and(READING_MEMBER.SEAT_ID.eq(READING_ROTATION.SEAT_ID))
                .where(READING_ROTATION.GROUP_ID.eq(group))
                .and(READING_MEMBER.LEFT_AT.isNull())
                .and(SEAT.STATUS.eq(SeatStatus.ACTIVE.name()))
                .orderBy(READING_ROTATION.PLACE)
                .fetch(row -> new Turn(row.value1(), row.value2()));
    }

    void keep(UUID group, List<UUID> hosts) {
        sql.deleteFrom(READING_ROTATION)
                .where(READING_ROTATION.GROUP_ID.eq(group))
                .execute();
        var place = 1;
        for (var host : hosts) {
            sql.insertInto(READING_ROTATION)
                    .set(READING_ROTATION.GROUP_ID, group)
                    .set(READING_ROTATION.PLACE, place++)
                    .set(READING_ROTATION.SEAT_ID, host)
                    .execute();
        }
    }
}
