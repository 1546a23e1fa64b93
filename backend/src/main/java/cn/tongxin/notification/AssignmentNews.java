package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;
import static cn.tongxin.db.cell.Tables.PROPOSAL;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;

import cn.tongxin.history.HistoryLine;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** A unit's clerks learn what comes to them and what becomes of it; the proponent learns of the reply. */
@Singleton
class AssignmentNews implements NewsSource {
    private static final String REPLIED = "assignment.replied";
    private static final String RATED = "assignment.rated";

    private final DSLContext sql;

    AssignmentNews(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                "assignment.sent",
                "assignment.returned",
                "assignment.return-refused",
                "assignment.cancelled",
                REPLIED,
                RATED,
                "assignment.rated-for-you");
    }

    @Override
    public List<News> of(HistoryLine line) {
        return sql.select(PROPOSAL.ID, PROPOSAL.PROPONENT_ID, PROPOSAL.TITLE)
                .select(HANDLING_ASSIGNMENT.UNIT_ID, HANDLING_ASSIGNMENT.REPLY_BY, HANDLING_UNIT.NAME)
                .from(HANDLING_ASSIGNMENT)
                .join(PROPOSAL)
                .on(PROPOSAL.ID.eq(HANDLING_ASSIGNMENT.SUBJECT_ID))
                .join(HANDLING_UNIT)
                .on(HANDLING_UNIT.ID.eq(HANDLING_ASSIGNMENT.UNIT_ID))
                .where(HANDLING_ASSIGNMENT.ID.eq(line.subjectId()))
                .and(HANDLING_ASSIGNMENT.SUBJECT_TYPE.eq("proposal"))
                .and(HANDLING_ASSIGNMENT.IMPORTED.isFalse())
                .fetchOptional()
                .map(row -> of(line, row))
                .orElse(List.of());
    }

    private List<News> of(HistoryLine line, Record row) {
        var said = new HashMap<>(Payload.texts(line));
        said.put("title", row.get(PROPOSAL.TITLE));
        said.put("unit", row.get(HANDLING_UNIT.NAME));
        said.put("replyBy", row.get(HANDLING_ASSIGNMENT.REPLY_BY).toString());
        if (line.kind().equals(REPLIED)) {
            return List.of(proponent(line.kind(), row, said));
        }
        var clerks = clerks(row.get(HANDLING_ASSIGNMENT.UNIT_ID)).stream()
                .map(clerk -> new News(clerk, line.kind(), line.subjectType(), line.subjectId(), said))
                .toList();
        if (!line.kind().equals(RATED) || !said.containsKey("onBehalfOf")) {
            return clerks;
        }
        var all = new java.util.ArrayList<>(clerks);
        all.add(proponent("assignment.rated-for-you", row, said));
        return all;
    }

    private static News proponent(String kind, Record row, Map<String, String> said) {
        return new News(row.get(PROPOSAL.PROPONENT_ID), kind, "proposal", row.get(PROPOSAL.ID), said);
    }

    private List<UUID> clerks(UUID unit) {
        return sql.selectDistinct(SEAT.ID)
                .from(SEAT)
                .join(SEAT_ROLE)
                .on(SEAT_ROLE.SEAT_ID.eq(SEAT.ID))
                .where(SEAT_ROLE.UNIT_ID.eq(unit))
                .and(SEAT_ROLE.ROLE.in("UNIT_CLERK", "UNIT_LEADER"))
                .and(SEAT.STATUS.eq("ACTIVE"))
                .fetch(SEAT.ID);
    }
}
