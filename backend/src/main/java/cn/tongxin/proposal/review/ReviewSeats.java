package cn.tongxin.proposal.review;

import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;

import cn.tongxin.http.Fields;
import cn.tongxin.http.Refusal;
import cn.tongxin.proposal.ProposalView.SeatName;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** The seats that may review at all. */
@Singleton
class ReviewSeats {
    private final DSLContext sql;

    ReviewSeats(DSLContext sql) {
        this.sql = sql;
    }

    List<SeatName> all() {
        return sql.selectDistinct(SEAT.ID, SEAT.NAME)
                .from(SEAT)
                .join(SEAT_ROLE)
                .on(SEAT_ROLE.SEAT_ID.eq(SEAT.ID))
                .where(SEAT_ROLE.ROLE.in(Role.PROPOSAL_STAFF.name(), Role.PROPOSAL_REVIEWER.name()))
                .and(SEAT.STATUS.eq(SeatStatus.ACTIVE.name()))
                .orderBy(SEAT.NAME, SEAT.ID)
                .fetch(row -> new SeatName(row.value1(), row.value2()));
    }

    void checkReview(List<UUID> named) {
        var able = all().stream().map(SeatName::id).toList();
        for (var i = 0; i < named.size(); i++) {
            if (!sql.fetchExists(sql.selectOne().from(SEAT).where(SEAT.ID.eq(named.get(i))))) {
                throw Refusal.notFound();
            }
            new Fields()
                    .check(
                            "seats[" + i + "]",
                            able.contains(named.get(i)),
                            "not-a-reviewer",
                            "This seat does not review.")
                    .orRefuse();
        }
    }
}
