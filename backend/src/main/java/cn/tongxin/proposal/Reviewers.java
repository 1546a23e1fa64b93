package cn.tongxin.proposal;

import static cn.tongxin.db.cell.Tables.PROPOSAL_REVIEWER;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/** Who reviews at which stage; a stage that names nobody is open to every reviewer. */
@Singleton
public class Reviewers {
    private final DSLContext sql;

    Reviewers(DSLContext sql) {
        this.sql = sql;
    }

    /** The stages that name anybody, and whom. */
    public Map<Integer, List<UUID>> byStage() {
        return sql.select(PROPOSAL_REVIEWER.STAGE, PROPOSAL_REVIEWER.SEAT_ID)
                .from(PROPOSAL_REVIEWER)
                .orderBy(PROPOSAL_REVIEWER.STAGE, PROPOSAL_REVIEWER.SEAT_ID)
                .fetchGroups(PROPOSAL_REVIEWER.STAGE, PROPOSAL_REVIEWER.SEAT_ID);
    }

    /** Whether a seat may judge at a stage, as far as the stages say. */
    public static boolean serves(Map<Integer, List<UUID>> byStage, int stage, UUID seat) {
        var named = byStage.get(stage);
        return named == null || named.contains(seat);
    }

    public void replace(int stage, Collection<UUID> seats) {
        sql.deleteFrom(PROPOSAL_REVIEWER)
                .where(PROPOSAL_REVIEWER.STAGE.eq(stage))
                .execute();
        for (var seat : seats) {
            sql.insertInto(PROPOSAL_REVIEWER)
                    .set(PROPOSAL_REVIEWER.STAGE, stage)
                    .set(PROPOSAL_REVIEWER.SEAT_ID, seat)
                    .execute();
        }
    }
}
