package cn.tongxin.notification;

import static cn.tongxin.db.cell.Tables.QUIZ_ANSWER;
import static cn.tongxin.db.cell.Tables.QUIZ_ATTEMPT;
import static cn.tongxin.db.cell.Tables.SEAT;
import static cn.tongxin.db.cell.Tables.SEAT_ROLE;

import cn.tongxin.history.HistoryLine;
import cn.tongxin.tenancy.Role;
import cn.tongxin.tenancy.SeatStatus;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Members learn of a quiz when it is published, and whoever was asked a question whose key was wrong, that it was put right. */
@Singleton
class QuizNews implements NewsSource {
    private static final String PUBLISHED = "quiz.published";

    private final DSLContext sql;

    QuizNews(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PUBLISHED, "quiz.corrected");
    }

    @Override
    public List<News> of(HistoryLine line) {
        if (line.kind().equals(PUBLISHED)) {
            return "DRAFT".equals(line.fromState()) ? news(members(), line) : List.of();
        }
        return news(Payload.id(line, "item").map(this::asked).orElse(List.of()), line);
    }

    private List<UUID> members() {
        return sql.select(SEAT.ID)
                .from(SEAT)
                .where(SEAT.STATUS.eq(SeatStatus.ACTIVE.name()))
                .and(SEAT.ID.in(DSL.select(SEAT_ROLE.SEAT_ID)
                        .from(SEAT_ROLE)
                        .where(SEAT_ROLE.ROLE.in(Arrays.stream(Role.values())
                                .filter(Role::isMembers)
                                .map(Role::name)
                                .toList()))))
                .orderBy(SEAT.ID)
                .fetch(SEAT.ID);
    }

    private List<UUID> asked(UUID item) {
        return sql.selectDistinct(QUIZ_ATTEMPT.SEAT_ID)
                .from(QUIZ_ATTEMPT)
                .join(QUIZ_ANSWER)
                .on(QUIZ_ANSWER.ATTEMPT_ID.eq(QUIZ_ATTEMPT.ID))
                .where(QUIZ_ANSWER.ITEM_ID.eq(item))
                .and(QUIZ_ATTEMPT.FINISHED_AT.isNotNull())
                .fetch(QUIZ_ATTEMPT.SEAT_ID);
    }

    private static List<News> news(List<UUID> seats, HistoryLine line) {
        return seats.stream()
                .map(seat -> new News(seat, line.kind(), line.subjectType(), line.subjectId(), Payload.texts(line)))
                .toList();
    }
}
