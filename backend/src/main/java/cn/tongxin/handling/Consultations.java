package cn.tongxin.handling;

import static cn.tongxin.db.cell.Tables.HANDLING_CONSULTATION;

import cn.tongxin.handling.Assignment.Subject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The SQL of meetings of proponent and units. */
@Singleton
class Consultations {
    private final DSLContext sql;

    Consultations(DSLContext sql) {
        this.sql = sql;
    }

    /** The one after the last round, for all units of the matter. */
    void insertLast(Subject subject, int round, Consultation held, UUID seat, Instant at) {
        insert(subject, null, round, held, seat, at);
    }

    /** One on the way. False where the id is taken. */
    boolean insert(Assignment assignment, Consultation held, UUID seat, Instant at) {
        return insert(assignment.subject(), assignment.id(), assignment.course().round(), held, seat, at);
    }

    private boolean insert(
            Subject subject, @Nullable UUID assignment, int round, Consultation held, UUID seat, Instant at) {
        return sql.insertInto(HANDLING_CONSULTATION)
                        .set(HANDLING_CONSULTATION.ID, held.id())
                        .set(HANDLING_CONSULTATION.ASSIGNMENT_ID, assignment)
                        .set(HANDLING_CONSULTATION.SUBJECT_TYPE, subject.type())
                        .set(HANDLING_CONSULTATION.SUBJECT_ID, subject.id())
                        .set(HANDLING_CONSULTATION.ROUND, round)
                        .set(HANDLING_CONSULTATION.HELD_ON, held.on())
                        .set(HANDLING_CONSULTATION.ATTENDEES, held.attendees())
                        .set(HANDLING_CONSULTATION.MINUTES, held.minutes())
                        .set(HANDLING_CONSULTATION.RESOLVED, held.resolved())
                        .set(HANDLING_CONSULTATION.SEAT_ID, seat)
                        .set(HANDLING_CONSULTATION.CREATED_AT, at)
                        .onConflict(HANDLING_CONSULTATION.TENANT_ID, HANDLING_CONSULTATION.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    Optional<UUID> assignmentOf(UUID id) {
        return sql.select(HANDLING_CONSULTATION.ASSIGNMENT_ID)
                .from(HANDLING_CONSULTATION)
                .where(HANDLING_CONSULTATION.ID.eq(id))
                .fetchOptional(HANDLING_CONSULTATION.ASSIGNMENT_ID);
    }

    /** Those on the way of each assignment, the earliest first. */
    Map<UUID, List<Consultation>> of(Collection<UUID> assignments) {
        return sql
                .select(HANDLING_CONSULTATION.fields())
                .from(HANDLING_CONSULTATION)
                .where(HANDLING_CONSULTATION.ASSIGNMENT_ID.in(assignments))
                .orderBy(HANDLING_CONSULTATION.HELD_ON, HANDLING_CONSULTATION.CREATED_AT, HANDLING_CONSULTATION.ID)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(HANDLING_CONSULTATION.ASSIGNMENT_ID),
                        Collectors.mapping(Consultations::consultation, Collectors.toList())));
    }

    Optional<Consultation> last(Subject subject) {
        return sql.select(HANDLING_CONSULTATION.fields())
                .from(HANDLING_CONSULTATION)
                .where(HANDLING_CONSULTATION.SUBJECT_TYPE.eq(subject.type()))
                .and(HANDLING_CONSULTATION.SUBJECT_ID.eq(subject.id()))
                .and(HANDLING_CONSULTATION.ASSIGNMENT_ID.isNull())
                .orderBy(HANDLING_CONSULTATION.ROUND.desc())
                .limit(1)
                .fetchOptional(Consultations::consultation);
    }

    private static Consultation consultation(Record row) {
        return new Consultation(
                row.get(HANDLING_CONSULTATION.ID),
                row.get(HANDLING_CONSULTATION.HELD_ON),
                row.get(HANDLING_CONSULTATION.ATTENDEES),
                row.get(HANDLING_CONSULTATION.MINUTES),
                row.get(HANDLING_CONSULTATION.RESOLVED));
    }
}
