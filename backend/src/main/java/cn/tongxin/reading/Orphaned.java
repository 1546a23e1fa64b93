package cn.tongxin.reading;

import static cn.tongxin.db.cell.Tables.READING_GROUP;
import static cn.tongxin.db.cell.Tables.READING_MEMBER;

import cn.tongxin.db.cell.tables.Seat;
import cn.tongxin.tenancy.SeatStatus;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Reading groups whose owner no longer sits, and that have no co-owner who does. */
public final class Orphaned {
    private static final Seat OWNER = Seat.SEAT.as("gone_owner");
    private static final Seat CO_OWNER = Seat.SEAT.as("co_owner");

    private Orphaned() {}

    /** Whether the owner of a reading group no longer sits. */
    public static Condition ownerIsGone() {
        return READING_GROUP.OWNER_ID.in(
                DSL.select(OWNER.ID).from(OWNER).where(OWNER.STATUS.ne(SeatStatus.ACTIVE.name())));
    }

    public static Condition condition() {
        return ownerIsGone()
                .andNotExists(DSL.selectOne()
                        .from(READING_MEMBER)
                        .join(CO_OWNER)
                        .on(CO_OWNER.ID.eq(READING_MEMBER.SEAT_ID))
                        .where(READING_MEMBER.GROUP_ID.eq(READING_GROUP.ID))
                        .and(READING_MEMBER.LEFT_AT.isNull())
                        .and(READING_MEMBER.PART.eq(Part.CO_OWNER.name()))
                        .and(CO_OWNER.STATUS.eq(SeatStatus.ACTIVE.name())));
    }
}
