package cn.tongxin.handling;

import static cn.tongxin.db.cell.Tables.HANDLING_ASSIGNMENT;
import static cn.tongxin.db.cell.Tables.HANDLING_RATING;
import static cn.tongxin.db.cell.Tables.HANDLING_UNIT;

import cn.tongxin.http.Cursor;
import cn.tongxin.http.Page;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Ratings that somebody should look at: they count, and say why they were flagged (domain §3.1, edge cases). */
@Singleton
class FlaggedRatings {
    private final DSLContext sql;
    private final Map<String, HandledSubject> subjects;

    FlaggedRatings(DSLContext sql, List<HandledSubject> subjects) {
        this.sql = sql;
        this.subjects = subjects.stream().collect(Collectors.toMap(HandledSubject::type, each -> each));
    }

    /**
     * Which unit's reply was rated how suspiciously, and when; nothing of what anybody wrote.
     *
     * @param assignmentId for the office, which may open it; absent for the auditor
     * @param number the case number
     * @param flags UNIT_CLERK, SAME_DEVICE, SAME_ADDRESS, WITHIN_A_MINUTE
     * @param replaced the proponent has rated anew since
     */
    @Serdeable
    record Row(
            UUID id,
            @Nullable UUID assignmentId,
            @Nullable String number,
            String unitName,
            int round,
            LocalDate ratedOn,
            List<String> flags,
            boolean replaced) {}

    /** The rating that stands of an assignment's present or an earlier round was flagged. */
    static Condition ofAssignment() {
        return DSL.exists(DSL.selectOne()
                .from(HANDLING_RATING)
                .where(HANDLING_RATING.ASSIGNMENT_ID.eq(HANDLING_ASSIGNMENT.ID))
                .and(HANDLING_RATING.LATEST)
                .and(flagged()));
    }

    /** The latest first. */
    List<Row> page(boolean opens, @Nullable Cursor after, int limit) {
        var rows = sql.select(
                        HANDLING_RATING.ID,
                        HANDLING_RATING.ROUND,
                        HANDLING_RATING.RATED_ON,
                        HANDLING_RATING.FLAGS,
                        HANDLING_RATING.LATEST,
                        HANDLING_ASSIGNMENT.ID,
                        HANDLING_ASSIGNMENT.SUBJECT_TYPE,
                        HANDLING_ASSIGNMENT.SUBJECT_ID,
                        HANDLING_UNIT.NAME)
                .from(HANDLING_RATING)
                .join(HANDLING_ASSIGNMENT)
                .on(HANDLING_ASSIGNMENT.ID.eq(HANDLING_RATING.ASSIGNMENT_ID))
                .join(HANDLING_UNIT)
                .on(HANDLING_UNIT.ID.eq(HANDLING_ASSIGNMENT.UNIT_ID))
                .where(flagged())
                .and(after == null ? DSL.noCondition() : HANDLING_RATING.ID.lt(after.id()))
                .orderBy(HANDLING_RATING.ID.desc())
                .limit(Page.rows(limit))
                .fetch();
        var numbers = numbers(rows.intoGroups(HANDLING_ASSIGNMENT.SUBJECT_TYPE, HANDLING_ASSIGNMENT.SUBJECT_ID));
        return rows.map(row -> new Row(
                row.get(HANDLING_RATING.ID),
                opens ? row.get(HANDLING_ASSIGNMENT.ID) : null,
                numbers.get(row.get(HANDLING_ASSIGNMENT.SUBJECT_ID)),
                row.get(HANDLING_UNIT.NAME),
                row.get(HANDLING_RATING.ROUND),
                row.get(HANDLING_RATING.RATED_ON),
                List.of(row.get(HANDLING_RATING.FLAGS)),
                !row.get(HANDLING_RATING.LATEST)));
    }

    private Map<UUID, String> numbers(Map<String, ? extends Collection<UUID>> byType) {
        var numbers = new HashMap<UUID, String>();
        byType.forEach((type, ids) -> {
            var subject = subjects.get(type);
            if (subject != null) {
                subject.matters(Set.copyOf(ids)).forEach((id, matter) -> {
                    if (matter.number() != null) {
                        numbers.put(id, matter.number());
                    }
                });
            }
        });
        return numbers;
    }

    private static Condition flagged() {
        return DSL.cardinality(HANDLING_RATING.FLAGS).gt(0);
    }
}
