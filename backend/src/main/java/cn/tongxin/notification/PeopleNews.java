package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.COMPLAINT;

import cn.tongxin.history.HistoryLine;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Somebody learns what changes in his own seat, and that his complaint was answered. */
@Singleton
class PeopleNews implements NewsSource {
    private final DSLContext sql;

    PeopleNews(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(
                "seat.role-granted",
                "seat.role-revoked",
                "seat.activated",
                "seat.suspended",
                "seat.ended",
                "complaint.answered");
    }

    @Override
    public List<News> of(HistoryLine line) {
        if (line.kind().equals("complaint.answered")) {
            return sql.select(COMPLAINT.SEAT_ID, COMPLAINT.TRACKING_NO)
                    .from(COMPLAINT)
                    .where(COMPLAINT.ID.eq(line.subjectId()))
                    .fetch(row -> news(row.value1(), line, Map.of("trackingNo", row.value2())));
        }
        return List.of(news(line.subjectId(), line, Payload.texts(line)));
    }

    private static News news(UUID seat, HistoryLine line, Map<String, String> said) {
        return new News(seat, line.kind(), line.subjectType(), line.subjectId(), said);
    }
}
