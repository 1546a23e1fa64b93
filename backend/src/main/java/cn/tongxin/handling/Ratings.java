package cn.tongxin.handling;

import static cn.tongxin.db.cell.Tables.HANDLING_CONTACT;
import static cn.tongxin.db.cell.Tables.HANDLING_EVALUATION;
import static cn.tongxin.db.cell.Tables.HANDLING_RATING;

import cn.tongxin.shared.Ids;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The SQL of what proponent and unit say of each other: contacts, ratings, evaluations. */
@Singleton
class Ratings {
    private final DSLContext sql;

    Ratings(DSLContext sql) {
        this.sql = sql;
    }

    /** Who rated, for whom and from where. */
    record Rater(
            @Nullable UUID seat,
            @Nullable UUID enteredBy,
            String client,
            @Nullable String ip,
            @Nullable String device) {
        static Rater system() {
            return new Rater(null, null, "SYSTEM", null, null);
        }
    }

    /** The next version in the assignment's present round. */
    Rating insert(
            Assignment assignment,
            Rating.Given given,
            Rater rater,
            boolean onBehalf,
            List<String> flags,
            LocalDate on,
            Instant at) {
        var round = assignment.course().round();
        var before = Objects.requireNonNullElse(
                sql.update(HANDLING_RATING)
                        .set(HANDLING_RATING.LATEST, false)
                        .where(HANDLING_RATING.ASSIGNMENT_ID.eq(assignment.id()))
                        .and(HANDLING_RATING.ROUND.eq(round))
                        .and(HANDLING_RATING.LATEST)
                        .returning(HANDLING_RATING.VERSION)
                        .fetchOne(HANDLING_RATING.VERSION),
                0);
        var rating = new Rating(
                round,
                before + 1,
                Objects.requireNonNull(given.attitude()),
                Objects.requireNonNull(given.result()),
                given.onPoint(),
                given.visited(),
                given.leaderReplied(),
                given.contactMode(),
                given.comment(),
                on,
                at,
                onBehalf,
                onBehalf ? given.toldHow() : null,
                flags);
        sql.insertInto(HANDLING_RATING)
                .set(HANDLING_RATING.ID, Ids.next())
                .set(HANDLING_RATING.ASSIGNMENT_ID, assignment.id())
                .set(HANDLING_RATING.SESSION_ID, assignment.sessionId())
                .set(HANDLING_RATING.ROUND, round)
                .set(HANDLING_RATING.VERSION, rating.version())
                .set(HANDLING_RATING.LATEST, true)
                .set(HANDLING_RATING.ATTITUDE, rating.attitude().name())
                .set(HANDLING_RATING.RESULT, rating.result().name())
                .set(HANDLING_RATING.ON_POINT, name(rating.onPoint()))
                .set(HANDLING_RATING.VISITED, name(rating.visited()))
                .set(HANDLING_RATING.LEADER_REPLIED, rating.leaderReplied())
                .set(HANDLING_RATING.CONTACT_MODE, name(rating.contactMode()))
                .set(HANDLING_RATING.COMMENT, rating.comment())
                .set(HANDLING_RATING.SEAT_ID, rater.seat())
                .set(HANDLING_RATING.ENTERED_BY, rater.enteredBy())
                .set(HANDLING_RATING.TOLD_HOW, rating.toldHow())
                .set(HANDLING_RATING.FLAGS, flags.toArray(String[]::new))
                .set(HANDLING_RATING.CLIENT, rater.client())
                .set(HANDLING_RATING.IP, rater.ip())
                .set(HANDLING_RATING.DEVICE, rater.device())
                .set(HANDLING_RATING.RATED_ON, on)
                .set(HANDLING_RATING.RATED_AT, at)
                .execute();
        return rating;
    }

    /** A rating that holds, and of which assignment it is. */
    record OfRound(UUID assignment, Rating rating) {}

    /** The ratings that hold, of all rounds, the earliest first. */
    List<OfRound> of(Collection<UUID> assignments) {
        return assignments.isEmpty()
                ? List.of()
                : sql.select(HANDLING_RATING.fields())
                        .from(HANDLING_RATING)
                        .where(HANDLING_RATING.ASSIGNMENT_ID.in(assignments))
                        .and(HANDLING_RATING.LATEST)
                        .orderBy(HANDLING_RATING.ROUND, HANDLING_RATING.ID)
                        .fetch(row -> new OfRound(row.get(HANDLING_RATING.ASSIGNMENT_ID), rating(row)));
    }

    /** The rating of each assignment's present round, where there is one. */
    Map<UUID, Rating> present(Collection<Assignment> assignments) {
        var rounds = assignments.stream()
                .collect(Collectors.toMap(Assignment::id, a -> a.course().round()));
        return of(rounds.keySet()).stream()
                .filter(each -> Objects.equals(
                        rounds.get(each.assignment()), each.rating().round()))
                .collect(Collectors.toMap(OfRound::assignment, OfRound::rating));
    }

    /** False where it was recorded before under this id. */
    boolean insertContact(Assignment assignment, UUID id, Contact.Given contact, @Nullable UUID seat, Instant at) {
        return sql.insertInto(HANDLING_CONTACT)
                        .set(HANDLING_CONTACT.ID, id)
                        .set(HANDLING_CONTACT.ASSIGNMENT_ID, assignment.id())
                        .set(HANDLING_CONTACT.ROUND, assignment.course().round())
                        .set(
                                HANDLING_CONTACT.MODE,
                                Objects.requireNonNull(contact.mode()).name())
                        .set(HANDLING_CONTACT.ON_DAY, Objects.requireNonNull(contact.on()))
                        .set(HANDLING_CONTACT.WHO, Objects.requireNonNull(contact.who()))
                        .set(HANDLING_CONTACT.TEXT, contact.text())
                        .set(HANDLING_CONTACT.SEAT_ID, seat)
                        .set(HANDLING_CONTACT.CREATED_AT, at)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<UUID> assignmentOfContact(UUID id) {
        return sql.select(HANDLING_CONTACT.ASSIGNMENT_ID)
                .from(HANDLING_CONTACT)
                .where(HANDLING_CONTACT.ID.eq(id))
                .fetchOptional(HANDLING_CONTACT.ASSIGNMENT_ID);
    }

    /** The talks on each assignment, of all rounds, the earliest first. */
    Map<UUID, List<Contact>> contacts(Collection<UUID> assignments) {
        return sql
                .select(HANDLING_CONTACT.fields())
                .from(HANDLING_CONTACT)
                .where(HANDLING_CONTACT.ASSIGNMENT_ID.in(assignments))
                .orderBy(HANDLING_CONTACT.ON_DAY, HANDLING_CONTACT.ID)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(HANDLING_CONTACT.ASSIGNMENT_ID),
                        Collectors.mapping(
                                row -> new Contact(
                                        row.get(HANDLING_CONTACT.ID),
                                        row.get(HANDLING_CONTACT.ROUND),
                                        Contact.Mode.valueOf(row.get(HANDLING_CONTACT.MODE)),
                                        row.get(HANDLING_CONTACT.ON_DAY),
                                        row.get(HANDLING_CONTACT.WHO),
                                        row.get(HANDLING_CONTACT.TEXT)),
                                Collectors.toList())));
    }

    void putEvaluation(UUID assignment, Evaluation evaluation, UUID seat) {
        sql.insertInto(HANDLING_EVALUATION)
                .set(HANDLING_EVALUATION.ASSIGNMENT_ID, assignment)
                .set(HANDLING_EVALUATION.QUALITY, evaluation.quality().name())
                .set(HANDLING_EVALUATION.COMMENT, evaluation.comment())
                .set(HANDLING_EVALUATION.SEAT_ID, seat)
                .set(HANDLING_EVALUATION.EVALUATED_ON, evaluation.on())
                .onConflict(HANDLING_EVALUATION.TENANT_ID, HANDLING_EVALUATION.ASSIGNMENT_ID)
                .doUpdate()
                .set(HANDLING_EVALUATION.QUALITY, evaluation.quality().name())
                .set(HANDLING_EVALUATION.COMMENT, evaluation.comment())
                .set(HANDLING_EVALUATION.SEAT_ID, seat)
                .set(HANDLING_EVALUATION.EVALUATED_ON, evaluation.on())
                .execute();
    }

    Map<UUID, Evaluation> evaluations(Collection<UUID> assignments) {
        return sql.select(HANDLING_EVALUATION.fields())
                .from(HANDLING_EVALUATION)
                .where(HANDLING_EVALUATION.ASSIGNMENT_ID.in(assignments))
                .fetchMap(
                        HANDLING_EVALUATION.ASSIGNMENT_ID,
                        row -> new Evaluation(
                                Evaluation.Quality.valueOf(row.get(HANDLING_EVALUATION.QUALITY)),
                                row.get(HANDLING_EVALUATION.COMMENT),
                                row.get(HANDLING_EVALUATION.EVALUATED_ON)));
    }

    private static Rating rating(Record row) {
        return new Rating(
                row.get(HANDLING_RATING.ROUND),
                row.get(HANDLING_RATING.VERSION),
                Satisfaction.valueOf(row.get(HANDLING_RATING.ATTITUDE)),
                Satisfaction.valueOf(row.get(HANDLING_RATING.RESULT)),
                named(Rating.OnPoint.class, row.get(HANDLING_RATING.ON_POINT)),
                named(Rating.Visited.class, row.get(HANDLING_RATING.VISITED)),
                row.get(HANDLING_RATING.LEADER_REPLIED),
                named(Contact.Mode.class, row.get(HANDLING_RATING.CONTACT_MODE)),
                row.get(HANDLING_RATING.COMMENT),
                row.get(HANDLING_RATING.RATED_ON),
                row.get(HANDLING_RATING.RATED_AT),
                row.get(HANDLING_RATING.ENTERED_BY) != null,
                row.get(HANDLING_RATING.TOLD_HOW),
                List.of(row.get(HANDLING_RATING.FLAGS)));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
